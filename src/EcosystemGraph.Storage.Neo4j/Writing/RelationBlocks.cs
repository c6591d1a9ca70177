using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>
/// Divides relations into blocks that can be written side by side: every end belongs to a region, a block has what joins two regions (or lies in one), and blocks that
/// share no region share no node. As the matrix of a factorization is divided among threads. Within a block relations go by their ends, so that a node's chain of
/// relationships is written at one go.
/// Source: Gemulla, Nijkamp, Haas, Sismanis: Large-scale matrix factorization with distributed stochastic gradient descent (KDD 2011).
/// </summary>
/// <param name="regions">How many regions, at most 64.</param>
internal sealed class RelationBlocks(int regions)
{
    private const int RegionsPerLane = 4;
    private const int MostRegions = 64;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>How many regions keep a number of lanes busy, with blocks of not much less than half a batch.</summary>
    public static int RegionsFor(int relations, int batch, int lanes)
    {
        if (lanes == 1) return 1;
        var most = Math.Min(RegionsPerLane * lanes, MostRegions);
        var count = 1;
        while (count < most && (long)(count + 1) * (count + 2) / 2 <= 2L * relations / batch) count++;
        return count;
    }

    /// <summary>The blocks of some relations, each with its regions as bits; those that are empty are left out. O(relations · log(relations)).</summary>
    public IEnumerable<(ulong Regions, PlacedRelation<T>[] Relations)> Divide<T>(IEnumerable<T> relations, Func<T, RelationStatement> statementOf)
    {
        var blocks = new List<PlacedRelation<T>>?[regions * regions];
        foreach (var relation in relations)
        {
            var statement = statementOf(relation);
            var placed = new PlacedRelation<T>(relation, Number(statement.From), Number(statement.To));
            var (a, b) = (placed.From % regions, placed.To % regions);
            (blocks[Math.Min(a, b) * regions + Math.Max(a, b)] ??= []).Add(placed);
        }

        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is not { } block) continue;
            PlacedRelation<T>[] sorted = [.. block];
            Array.Sort(sorted, static (x, y) => (x.From, x.To).CompareTo((y.From, y.To)));
            blocks[i] = null;
            yield return (1UL << (i / regions) | 1UL << (i % regions), sorted);
        }
    }

    private int Number(string id)
    {
        if (!_numbers.TryGetValue(id, out var number)) _numbers.Add(id, number = _numbers.Count);
        return number;
    }
}

/// <summary>A relation with the numbers of its ends.</summary>
internal readonly record struct PlacedRelation<T>(T Relation, int From, int To);
