using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Query.Traversals;

/// <summary>What is asked of the ways from one entity to another.</summary>
public sealed record PathRequest
{
    /// <summary>How many paths are given at most.</summary>
    public const int MaximumCount = 100;

    /// <summary>How long a path may be unless asked otherwise.</summary>
    public const int DefaultLength = 6;

    /// <summary>How long a path may be at most.</summary>
    public const int MaximumLength = 12;

    /// <summary>How many entities a path can be made to pass.</summary>
    public const int MaximumVia = 5;

    /// <summary>Where paths start.</summary>
    public required int From { get; init; }

    /// <summary>Where they end.</summary>
    public required int To { get; init; }

    /// <summary>How many are wanted.</summary>
    public int Count { get; init; } = 1;

    /// <summary>How many hops a path may have.</summary>
    public int Length { get; init; } = DefaultLength;

    /// <summary>The kinds of relation; null for all.</summary>
    public IReadOnlyList<RelationKind>? Relations { get; init; }

    /// <summary>The kinds or interfaces of the entities between the ends; null for all.</summary>
    public IReadOnlyList<EntityType>? Kinds { get; init; }

    /// <summary>Entities that a path must pass, in any order; they need not be of <see cref="Kinds"/>.</summary>
    public IReadOnlyList<int> Via { get; init; } = [];

    /// <summary>Entities that a path must not pass.</summary>
    public IReadOnlyList<int> Avoid { get; init; } = [];

    /// <summary>The way in which relations are followed.</summary>
    public Direction Direction { get; init; } = Direction.Both;
}

/// <summary>A path without loops.</summary>
/// <param name="Hops">Its hops, at least one.</param>
public sealed record GraphPath(IReadOnlyList<PathHop> Hops);

/// <summary>A hop of a path.</summary>
/// <param name="From">The entity from which it leads.</param>
/// <param name="To">The entity to which it leads.</param>
/// <param name="Relation">Its surest relation; of equally sure ones the first by kind, those that lead on before those that lead back.</param>
/// <param name="Parallel">The other relations that it could have taken, in the same order.</param>
/// <param name="Forward">True if <paramref name="Relation"/> starts at <paramref name="From"/>.</param>
public sealed record PathHop(int From, int To, int Relation, IReadOnlyList<int> Parallel, bool Forward);
