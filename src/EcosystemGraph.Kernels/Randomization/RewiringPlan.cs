namespace EcosystemGraph.Kernels;

/// <summary>
/// The edges of a graph in the order in which they are rewired: first those that are traded, in rows of one source each; then those that are swapped; then those that stay.
/// </summary>
internal sealed class RewiringPlan
{
    private RewiringPlan(int vertexCount, int[] sources, int[] targets, int[] rowOffsets, (int From, int To)[] tradedRows, (int From, int To)[] swapped)
    {
        VertexCount = vertexCount;
        Sources = sources;
        Targets = targets;
        RowOffsets = rowOffsets;
        TradedRows = tradedRows;
        Swapped = swapped;
    }

    public int VertexCount { get; }

    public int[] Sources { get; }

    public int[] Targets { get; }

    /// <summary>Where the edges of each row begin, and where the last ones end.</summary>
    public int[] RowOffsets { get; }

    /// <summary>For each group that is traded, its first row and the one after its last.</summary>
    public (int From, int To)[] TradedRows { get; }

    /// <summary>For each group that is swapped, its first edge and the one after its last.</summary>
    public (int From, int To)[] Swapped { get; }

    /// <summary>O(edges log edges).</summary>
    public static RewiringPlan Of(int vertexCount, ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, ReadOnlySpan<int> groups, ReadOnlySpan<bool> directed)
    {
        var free = new List<(int Source, int Target)>[directed.Length];
        for (int g = 0; g < free.Length; g++)
        {
            free[g] = [];
        }
        var fixedEdges = new List<(int Source, int Target)>();
        var seen = new HashSet<(int Group, int Source, int Target)>();
        for (int e = 0; e < sources.Length; e++)
        {
            (int source, int target, int group) = (sources[e], targets[e], groups[e]);
            bool turned = !directed[group] && source > target;
            bool first = source != target && seen.Add(turned ? (group, target, source) : (group, source, target));
            (first ? free[group] : fixedEdges).Add((source, target));
        }

        var edges = new List<(int Source, int Target)>(sources.Length);
        var offsets = new List<int>();
        var traded = new List<(int, int)>();
        var swapped = new List<(int, int)>();
        for (int g = 0; g < free.Length; g++)
        {
            if (directed[g] || IsBipartite(free[g]))
            {
                int row = offsets.Count;
                foreach (var ofSource in free[g].Order().GroupBy(e => e.Source))
                {
                    offsets.Add(edges.Count);
                    edges.AddRange(ofSource);
                }
                traded.Add((row, offsets.Count));
            }
        }
        offsets.Add(edges.Count);
        for (int g = 0; g < free.Length; g++)
        {
            if (!directed[g] && !IsBipartite(free[g]))
            {
                swapped.Add((edges.Count, edges.Count + free[g].Count));
                edges.AddRange(free[g]);
            }
        }
        edges.AddRange(fixedEdges);
        return new RewiringPlan(vertexCount, [.. edges.Select(e => e.Source)], [.. edges.Select(e => e.Target)], [.. offsets], [.. traded], [.. swapped]);
    }

    private static bool IsBipartite(List<(int Source, int Target)> edges)
    {
        var sources = edges.Select(e => e.Source).ToHashSet();
        return !edges.Exists(e => sources.Contains(e.Target));
    }
}
