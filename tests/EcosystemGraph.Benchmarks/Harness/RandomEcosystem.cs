using System.Globalization;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Benchmarks.Harness;

/// <summary>
/// A large graph of nodes and links with a heavy tail of degrees (R-MAT, a = .57, b = c = .19), every fact cited; the same for the same size.
/// Source: Chakrabarti, Zhan, Faloutsos: R-MAT: a recursive model for graph mining (SDM 2004).
/// </summary>
internal static class RandomEcosystem
{
    public const string Ontology = """
        type Node {
          weight: Int
          neighbours: [Node!]! @relationship(type: "LINKED_TO", direction: UNDIRECTED, properties: "Link")
        }
        type Link @relationshipProperties { strength: Int }
        """;

    public static BundleManifest Manifest { get; } = new("random", "Random graph", "Nodes and links for measurements.", Ontology, "random");

    public static IReadOnlyList<Fact> Facts(BenchmarkOptions options)
    {
        var edges = options.Edges is { } file ? Read(file) : Draw(options.Entities, options.Relations);
        var count = Math.Max(options.Entities, edges.Max(e => Math.Max(e.From, e.To)) + 1);
        var ids = new string[count];
        for (var i = 0; i < count; i++) ids[i] = i.ToString(CultureInfo.InvariantCulture);
        var citations = Enumerable.Range(1, 16).Select(i => (IReadOnlyList<Citation>)[new Citation("generator", $"page {i}")]).ToArray();
        var facts = new List<Fact>(count + edges.Count + 32)
        {
            new EntityStatement { Id = "generator", Kind = "Document", Name = "Generator", Citations = [new Citation("generator", "document")] },
        };
        for (var i = 1; i <= citations.Length; i++) facts.Add(new LocatorFact { Document = "generator", Locator = $"page {i}", Ordinal = i });
        for (var i = 0; i < count; i++)
            facts.Add(new EntityStatement { Id = ids[i], Kind = "Node", Name = $"Node {ids[i]}", Citations = citations[i & 15], Properties = PropertyBag.Create([KeyValuePair.Create("weight", (object)(i % 100))]) });
        foreach (var (from, to) in edges) facts.Add(new RelationStatement { Kind = "LINKED_TO", From = ids[from], To = ids[to], Citations = citations[(from ^ to) & 15] });
        return facts;
    }

    private static List<(int From, int To)> Read(string file)
    {
        var edges = new List<(int, int)>();
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            if (comma > 0) edges.Add((int.Parse(line.AsSpan(0, comma), CultureInfo.InvariantCulture), int.Parse(line.AsSpan(comma + 1), CultureInfo.InvariantCulture)));
        }

        return edges;
    }

    private static List<(int From, int To)> Draw(int entities, int relations)
    {
        // Measurements need no secure randomness, but the same graph each time.
#pragma warning disable CA5394
        var random = new Random(20260101);
        var scale = 32 - int.LeadingZeroCount(entities - 1);
        var seen = new HashSet<long>(relations);
        var edges = new List<(int, int)>(relations);
        while (edges.Count < relations)
        {
            var (from, to) = (0, 0);
            for (var bit = 0; bit < scale; bit++)
            {
                var r = random.NextDouble();
                from = (from << 1) | (r >= .76 ? 1 : 0);
                to = (to << 1) | ((r is >= .57 and < .76) || r >= .95 ? 1 : 0);
            }
#pragma warning restore CA5394

            if (from != to && from < entities && to < entities && seen.Add(((long)Math.Min(from, to) << 32) | (uint)Math.Max(from, to))) edges.Add((from, to));
        }

        return edges;
    }
}
