namespace EcosystemGraph.Query.Paging;

/// <summary>Which part of a list is asked for. Lists are read forward.</summary>
/// <param name="First">How many items at most; null for <see cref="DefaultSize"/>.</param>
/// <param name="After">The cursor of the item after which the page starts; null for the beginning.</param>
public sealed record PageRequest(int? First = null, string? After = null)
{
    /// <summary>How many items a page has unless asked otherwise.</summary>
    public const int DefaultSize = 50;

    /// <summary>How many items a page has at most.</summary>
    public const int MaximumSize = 1000;

    /// <summary>The first page, of the default size.</summary>
    public static PageRequest Default { get; } = new();

    /// <summary>How many items the page has at most.</summary>
    /// <exception cref="QueryException">Fewer than none are asked for, or more than <see cref="MaximumSize"/>.</exception>
    public int Size => First switch
    {
        null => DefaultSize,
        < 0 => throw new QueryException(QueryErrorCode.BadArgument, $"first is {First}; expected 0 or more"),
        > MaximumSize => throw new QueryException(QueryErrorCode.LimitExceeded, $"first is {First}; at most {MaximumSize} items are given at once"),
        _ => First.Value,
    };
}
