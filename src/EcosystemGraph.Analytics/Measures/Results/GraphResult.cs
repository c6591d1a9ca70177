namespace EcosystemGraph.Analytics.Measures;

/// <summary>One number for the whole graph.</summary>
public sealed class GraphResult : MeasureResult
{
    internal GraphResult(string measure, double? value)
    {
        Measure = measure;
        Value = value;
    }

    /// <summary>The measure's name.</summary>
    public string Measure { get; }

    /// <summary>The number; null where it is not defined.</summary>
    public double? Value { get; }

    internal override long Bytes => 64;

    internal override MeasureScope Scope => MeasureScope.Graph;

    internal override string Digest(IMeasuredGraph graph, CancellationToken cancellationToken) => Kernels.ScoreDigest.Compute([Measure], [Value]);

    internal override string? Warning(string measure) => Value is null ? $"the graph has no {measure}: it is not defined for it" : null;
}
