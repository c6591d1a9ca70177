using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Traversals;

/// <summary>What is asked of the surroundings of some entities.</summary>
public sealed record NeighborhoodRequest
{
    /// <summary>How deep a walk goes at most.</summary>
    public const int MaximumDepth = 12;

    /// <summary>How many entities are given unless asked otherwise.</summary>
    public const int DefaultLimit = 500;

    /// <summary>How many entities are given at most.</summary>
    public const int MaximumLimit = 10_000;

    /// <summary>The entities to start from.</summary>
    public required IReadOnlyList<int> Start { get; init; }

    /// <summary>How many relations away an entity may be.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>The kinds of relation; null for all.</summary>
    public IReadOnlyList<RelationKind>? Relations { get; init; }

    /// <summary>The kinds or interfaces of what is found and passed; null for all. Those to start from need not be of them.</summary>
    public IReadOnlyList<EntityType>? Kinds { get; init; }

    /// <summary>The way in which relations are followed.</summary>
    public Direction Direction { get; init; } = Direction.Both;

    /// <summary>How many entities are given at most, those to start from among them.</summary>
    public int Limit { get; init; } = DefaultLimit;
}

/// <summary>A part of the graph.</summary>
/// <param name="Entities">The entities, nearest first, then by id.</param>
/// <param name="Relations">The relations among them, by the entity that they start from in that order, then by kind, the other end's id and key.</param>
/// <param name="Truncated">True if there are more entities within reach than were asked for.</param>
public sealed record Subgraph(IReadOnlyList<int> Entities, IReadOnlyList<int> Relations, bool Truncated);

/// <summary>Collects what is near.</summary>
public static class Neighborhood
{
    private const int PollEvery = 1024;

    /// <summary>
    /// The entities within some steps of others, breadth first, and the relations among them. Where there are more than the limit,
    /// the nearest are given and, of those that are equally far, the first by id. O(relations of the entities that are given).
    /// </summary>
    /// <exception cref="QueryException">The depth or the limit is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; it is looked at every 1,024 entities.</exception>
    public static Subgraph Run(GraphView view, NeighborhoodRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(request);
        Check("depth", request.Depth, NeighborhoodRequest.MaximumDepth);
        Check("limit", request.Limit, NeighborhoodRequest.MaximumLimit);
        var ranks = EntityRanks.Of(view.Snapshot);
        var steps = new Steps(view, request.Relations, request.Kinds, request.Direction);
        var found = new List<int>();
        var next = new List<int>();
        using var marks = EntityMarks.Rent(view.Snapshot.Entities.Capacity);
        foreach (var entity in request.Start)
        {
            if (view.Sees(entity) && marks.Add(entity)) next.Add(entity);
        }

        var byRank = Comparer<int>.Create((a, b) => ranks[a].CompareTo(ranks[b]));
        var truncated = false;
        for (var depth = 0; ; depth++)
        {
            next.Sort(byRank);
            var taken = Math.Min(next.Count, request.Limit - found.Count);
            truncated = taken < next.Count;
            var start = found.Count;
            found.AddRange(next.GetRange(0, taken));
            next.Clear();
            if (truncated || depth == request.Depth || taken == 0) break;
            for (var i = start; i < found.Count; i++)
            {
                if ((i & (PollEvery - 1)) == 0) cancellationToken.ThrowIfCancellationRequested();
                foreach (var step in steps.From(found[i]))
                {
                    if (steps.MayPass(step.Entity) && marks.Add(step.Entity)) next.Add(step.Entity);
                }
            }
        }

        return new Subgraph(found, RelationsAmong(view, request, found), truncated);
    }

    private static List<int> RelationsAmong(GraphView view, NeighborhoodRequest request, List<int> entities)
    {
        var outgoing = new Steps(view, request.Relations, null, Direction.Out);
        var relations = new List<int>();
        using var among = EntityMarks.Rent(view.Snapshot.Entities.Capacity);
        foreach (var entity in entities) among.Add(entity);
        foreach (var entity in entities)
        {
            foreach (var step in outgoing.From(entity))
            {
                if (step.Forward && among.Contains(step.Entity)) relations.Add(step.Relation);
            }
        }

        return relations;
    }

    private static void Check(string name, int value, int maximum)
    {
        if (value < 0) throw new QueryException(QueryErrorCode.BadArgument, $"{name} is {value}; expected 0 or more");
        if (value > maximum) throw new QueryException(QueryErrorCode.LimitExceeded, $"{name} is {value}; at most {maximum} is given at once");
    }
}
