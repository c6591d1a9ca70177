namespace EcosystemGraph.Query;

/// <summary>The stable codes of errors in what was asked.</summary>
public static class QueryErrorCode
{
    /// <summary>An id in an argument is of nothing that is there.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>An alias is of several entities; the message lists them.</summary>
    public const string Ambiguous = "AMBIGUOUS";

    /// <summary>An argument is out of range or does not fit the others.</summary>
    public const string BadArgument = "BAD_ARGUMENT";

    /// <summary>More was asked for than is given at once.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";
}

/// <summary>What was asked cannot be answered; the message names the offending value and what was expected.</summary>
public sealed class QueryException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">One of <see cref="QueryErrorCode"/>.</param>
    /// <param name="message">One sentence.</param>
    public QueryException(string code, string message) : base(message) => Code = code;

    /// <summary>One of <see cref="QueryErrorCode"/>.</summary>
    public string Code { get; }
}
