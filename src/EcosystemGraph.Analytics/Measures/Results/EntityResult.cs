using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>A score for each vertex.</summary>
public sealed class EntityResult : MeasureResult
{
    private readonly Lazy<Ranking> _ranking;

    internal EntityResult(double[] scores)
    {
        Scores = scores;
        _ranking = new Lazy<Ranking>(() => ScoreLists.Rank(Scores));
    }

    /// <summary>The score of each vertex; NaN where it is not defined.</summary>
    public double[] Scores { get; }

    /// <summary>The vertices that have a score, best first, with their ranks. O(n log n) the first time.</summary>
    public Ranking Ranking => _ranking.Value;

    // The scores, their ranking and what puts them back on entities.
    internal override long Bytes => 84L * Scores.Length;

    internal override MeasureScope Scope => MeasureScope.Entity;

    internal override string Digest(IMeasuredGraph graph, CancellationToken cancellationToken) => ScoreLists.Digest(Scores, graph.VertexId, cancellationToken);

    internal override string? Warning(string measure) => ScoreLists.Undefined(Scores) is > 0 and var undefined
        ? $"{undefined} of {Scores.Length} entities have no {measure}: it is not defined for them"
        : null;
}
