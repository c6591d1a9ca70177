using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Others;

/// <summary>A node as people see it.</summary>
internal sealed record SeenNode(string Element, IReadOnlyList<string> Labels, IReadOnlyDictionary<string, object?> Properties)
{
    public string? Id => Properties.GetValueOrDefault("id") as string;

    /// <summary>The node as a pattern of Cypher.</summary>
    public string Place => $"(:{string.Join(':', Labels)} {{id: '{Id}'}})";
}

/// <summary>A relationship as people see it.</summary>
internal sealed record SeenRelation(string Element, string Kind, string? From, string? To, IReadOnlyDictionary<string, object?> Properties)
{
    public string Key => Properties.GetValueOrDefault("key") as string ?? "";

    /// <summary>True if this program has written it.</summary>
    public bool IsOurs => Properties.ContainsKey("_revision");

    /// <summary>The relationship as a pattern of Cypher.</summary>
    public string Place => $"({{id: '{From}'}})-[:{Kind}]->({{id: '{To}'}})";
}

/// <summary>The database as people see it.</summary>
internal sealed record SeenGraph(List<SeenNode> Entities, List<SeenRelation> Relations, List<SeenNode> Strays)
{
    /// <summary>Reads it.</summary>
    public static async Task<SeenGraph> ReadAsync(ICypherTransport transport, CancellationToken cancellationToken)
    {
        var seen = new SeenGraph([], [], []);
        await RunAsync("read/seen-entities", row => seen.Entities.Add(Node(row))).ConfigureAwait(false);
        await RunAsync(
            "read/seen-relations",
            row => seen.Relations.Add(new SeenRelation(
                row.Get<string>(0), row.Get<string>(1), row[2] as string, row[3] as string, row.Get<IReadOnlyDictionary<string, object?>>(4)))).ConfigureAwait(false);
        await RunAsync("read/seen-strays", row => seen.Strays.Add(Node(row))).ConfigureAwait(false);
        return seen;

        Task<CypherSummary> RunAsync(string name, OnCypherRow onRow) => transport.RunAsync(CypherLibrary.Get(name), AccessMode.Read, onRow, cancellationToken);

        static SeenNode Node(CypherRow row) =>
            new(row.Get<string>(0), [.. row.Get<IReadOnlyList<object?>>(1).OfType<string>()], row.Get<IReadOnlyDictionary<string, object?>>(2));
    }
}
