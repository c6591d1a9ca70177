namespace EcosystemGraph.Analytics.Measures;

/// <summary>A pair of vertices and its score.</summary>
/// <param name="First">A vertex: that which was asked about, or the lesser of two that both were.</param>
/// <param name="Second">The other vertex.</param>
/// <param name="Score">The score.</param>
public readonly record struct PairValue(int First, int Second, double Score);

/// <summary>Pairs of vertices, or of groups of them, with their scores.</summary>
public sealed class PairResult : MeasureResult
{
    internal PairResult(PairValue[] pairs) => Pairs = pairs;

    internal PairResult(PairValue[] pairs, IReadOnlyList<string> groups, bool isOrdered)
    {
        Pairs = pairs;
        Groups = groups;
        IsOrdered = isOrdered;
    }

    /// <summary>The names of the groups that the pairs are of; null where they are of vertices.</summary>
    public IReadOnlyList<string>? Groups { get; }

    /// <summary>True if (a, b) is another pair than (b, a).</summary>
    public bool IsOrdered { get; }

    /// <summary>The pairs, best first, ties in the order of their vertices.</summary>
    public IReadOnlyList<PairValue> Pairs { get; }

    /// <summary>The name of one of a pair: the id of a vertex, or the name of a group.</summary>
    /// <param name="graph">The measured graph.</param>
    /// <param name="item">A pair's first or second.</param>
    public string NameOf(IMeasuredGraph graph, int item)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Groups is null ? graph.VertexId(item) : Groups[item];
    }

    internal override long Bytes => 16L * Pairs.Count;

    internal override MeasureScope Scope => MeasureScope.Pair;

    internal override string Digest(IMeasuredGraph graph, CancellationToken cancellationToken)
    {
        var scores = Pairs.Select(p => p.Score).ToArray();
        return ScoreLists.Digest(scores, i => Id(NameOf(graph, Pairs[i].First), NameOf(graph, Pairs[i].Second)), cancellationToken);
    }

    /// <summary>Two ids as one.</summary>
    private string Id(string a, string b) => IsOrdered || string.CompareOrdinal(a, b) <= 0 ? $"{a}\u001f{b}" : $"{b}\u001f{a}";
}
