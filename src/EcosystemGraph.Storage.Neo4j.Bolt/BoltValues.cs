using EcosystemGraph.Storage.Neo4j.Transport;
using Neo4j.Driver;

namespace EcosystemGraph.Storage.Neo4j.Bolt;

/// <summary>From the driver's values to ours and back.</summary>
internal static class BoltValues
{
    /// <summary>The parameters as the driver takes them.</summary>
    public static IDictionary<string, object?> Parameters(IReadOnlyDictionary<string, object?> parameters) =>
        parameters.ToDictionary(parameter => parameter.Key, parameter => ToDriver(parameter.Value), StringComparer.Ordinal);

    /// <summary>A value of a result.</summary>
    public static object? FromDriver(object? value) => value switch
    {
        null or string or long or bool or double or byte[] => value,
        INode node => Node(node),
        IRelationship relationship => Relationship(relationship),
        IPath path => new CypherPath([.. path.Nodes.Select(Node)], [.. path.Relationships.Select(Relationship)]),
        IReadOnlyDictionary<string, object?> map => Map(map),
        IEnumerable<object?> list => list.Select(FromDriver).ToArray(),
        LocalDate => new CypherLiteral("DATE", value.ToString()!),
        LocalTime => new CypherLiteral("LOCAL TIME", value.ToString()!),
        OffsetTime => new CypherLiteral("ZONED TIME", value.ToString()!),
        LocalDateTime => new CypherLiteral("LOCAL DATETIME", value.ToString()!),
        ZonedDateTime => new CypherLiteral("ZONED DATETIME", value.ToString()!),
        _ => new CypherLiteral(value.GetType().Name.ToUpperInvariant(), value.ToString()!),
    };

    /// <summary>What was changed.</summary>
    public static CypherCounters Counters(ICounters counters) => new()
    {
        NodesCreated = counters.NodesCreated,
        NodesDeleted = counters.NodesDeleted,
        RelationshipsCreated = counters.RelationshipsCreated,
        RelationshipsDeleted = counters.RelationshipsDeleted,
        PropertiesSet = counters.PropertiesSet,
        LabelsAdded = counters.LabelsAdded,
        LabelsRemoved = counters.LabelsRemoved,
        IndexesAdded = counters.IndexesAdded,
        IndexesRemoved = counters.IndexesRemoved,
        ConstraintsAdded = counters.ConstraintsAdded,
        ConstraintsRemoved = counters.ConstraintsRemoved,
    };

    private static object? ToDriver(object? value) => value switch
    {
        // What the driver writes as it is; a dictionary and a list may hold what it does not know.
        null or string or long or int or bool or double or byte[] => value,
        IReadOnlyDictionary<string, object?> map => Parameters(map),
        IReadOnlyList<object?> list => list.Select(ToDriver).ToList(),
        _ => throw new ArgumentException($"a parameter is a {value.GetType()}; expected null, bool, int, long, double, string, byte[], a list or a dictionary of these"),
    };

    private static CypherNode Node(INode node) => new(node.ElementId, node.Labels, Map(node.Properties));

    private static CypherRelationship Relationship(IRelationship relationship) =>
        new(relationship.ElementId, relationship.StartNodeElementId, relationship.EndNodeElementId, relationship.Type, Map(relationship.Properties));

    private static Dictionary<string, object?> Map(IReadOnlyDictionary<string, object?> map)
    {
        var copy = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        foreach (var (key, value) in map) copy.Add(key, FromDriver(value));
        return copy;
    }
}
