using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.TestKit.Facts;

/// <summary>A large graph of any size, the same at every call: for speed and for what only shows in bulk.</summary>
public static class SyntheticGraph
{
    /// <summary>The kind of the entities.</summary>
    public const string EntityKind = "Node";

    /// <summary>The kind of the relations.</summary>
    public const string RelationKind = "LINKS";

    private static readonly string[] Documents = ["doc-a", "doc-b", "doc-c", "doc-d", "doc-e"];

    /// <summary>
    /// Entities <c>n0</c> … and relations between them, each with one of 200 citations. Ends are drawn with a skew, so that a few entities have very many
    /// relations, as in real graphs; no two relations have the same pair of ends.
    /// </summary>
    /// <param name="entities">How many entities.</param>
    /// <param name="relations">How many relations; at most a quarter of the square of <paramref name="entities"/>.</param>
    /// <param name="seed">Another seed, another graph.</param>
    public static List<Fact> Facts(int entities, int relations, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(relations, (long)entities * entities / 4);
        // A reproducible graph needs no secure randomness.
#pragma warning disable CA5394
        var random = new Random(seed);
        var citations = new Citation[200][];
        for (var i = 0; i < citations.Length; i++) citations[i] = [new Citation(Documents[i % Documents.Length], $"Table {i}")];
        var facts = new List<Fact>(entities + relations);
        var ids = new string[entities];
        for (var i = 0; i < entities; i++)
        {
            ids[i] = $"n{i}";
            facts.Add(new EntityStatement { Id = ids[i], Kind = EntityKind, Name = $"Node {i}", Citations = citations[random.Next(citations.Length)], Ordinal = i });
        }

        var pairs = new HashSet<(int, int)>(relations);
        for (var i = 0; pairs.Count < relations; i++)
        {
            var skewed = random.NextDouble();
            var from = random.Next(entities);
            var to = (int)(skewed * skewed * entities);
            if (!pairs.Add((from, to))) continue;
            facts.Add(new RelationStatement
            {
                Kind = RelationKind,
                From = ids[from],
                To = ids[to],
                Citations = citations[random.Next(citations.Length)],
                Ordinal = pairs.Count - 1,
            });
        }
#pragma warning restore CA5394

        return facts;
    }
}
