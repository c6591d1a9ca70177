using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>A score for each edge.</summary>
public sealed class EdgeResult : MeasureResult
{
    private readonly Lazy<Ranking> _ranking;

    internal EdgeResult(double[] scores)
    {
        Scores = scores;
        _ranking = new Lazy<Ranking>(() => ScoreLists.Rank(Scores));
    }

    /// <summary>The score of each edge id; NaN where it is not defined.</summary>
    public double[] Scores { get; }

    /// <summary>The edge ids that have a score, best first, with their ranks. O(m log m) the first time.</summary>
    public Ranking Ranking => _ranking.Value;

    /// <summary>The edge ids that have a score, best first, ties in their order.</summary>
    public IReadOnlyList<int> Order => Ranking.Order;

    /// <summary>The competition rank of an edge id, from 1; null without a score.</summary>
    public int? RankOf(int edge) => Ranking.RankOf(edge);

    internal override long Bytes => 20L * Scores.Length;

    internal override MeasureScope Scope => MeasureScope.Edge;

    internal override string Digest(IMeasuredGraph graph, CancellationToken cancellationToken) => ScoreLists.Digest(Scores, graph.EdgeId, cancellationToken);

    internal override string? Warning(string measure) => ScoreLists.Undefined(Scores) is > 0 and var undefined
        ? $"{undefined} of {Scores.Length} edges have no {measure}: it is not defined for them"
        : null;
}
