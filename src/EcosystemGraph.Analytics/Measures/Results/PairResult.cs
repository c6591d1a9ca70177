namespace EcosystemGraph.Analytics.Measures;

/// <summary>A pair of vertices and its score.</summary>
/// <param name="First">A vertex: that which was asked about, or the lesser of two that both were.</param>
/// <param name="Second">The other vertex.</param>
/// <param name="Score">The score.</param>
public readonly record struct PairValue(int First, int Second, double Score);

/// <summary>Pairs of vertices with their scores.</summary>
public sealed class PairResult : MeasureResult
{
    internal PairResult(PairValue[] pairs) => Pairs = pairs;

    /// <summary>The pairs, best first, ties in the order of their vertices.</summary>
    public IReadOnlyList<PairValue> Pairs { get; }

    internal override long Bytes => 16L * Pairs.Count;

    internal override MeasureScope Scope => MeasureScope.Pair;

    internal override string Digest(IMeasuredGraph graph, CancellationToken cancellationToken)
    {
        var scores = Pairs.Select(p => p.Score).ToArray();
        return ScoreLists.Digest(scores, i => Id(graph.VertexId(Pairs[i].First), graph.VertexId(Pairs[i].Second)), cancellationToken);
    }

    /// <summary>Two ids as one; pairs have no order.</summary>
    private static string Id(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? $"{a}\u001f{b}" : $"{b}\u001f{a}";
}
