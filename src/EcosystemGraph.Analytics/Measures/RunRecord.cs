using EcosystemGraph.Analytics.Projections;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>How a result was made from a graph of the service, so that it can be cited and made again.</summary>
/// <param name="Revision">The revision of the graph.</param>
/// <param name="Projection">What the measure saw.</param>
/// <param name="Measure">See <see cref="MeasureRecord"/>.</param>
/// <param name="Parameters">See <see cref="MeasureRecord"/>.</param>
/// <param name="Seed">See <see cref="MeasureRecord"/>.</param>
/// <param name="Version">See <see cref="MeasureRecord"/>.</param>
/// <param name="Elapsed">See <see cref="MeasureRecord"/>.</param>
/// <param name="Digest">See <see cref="MeasureRecord"/>.</param>
/// <param name="Warnings">See <see cref="MeasureRecord"/>.</param>
public sealed record RunRecord(
    long Revision,
    ProjectionSpec Projection,
    string Measure,
    IReadOnlyDictionary<string, object?> Parameters,
    int? Seed,
    string Version,
    double Elapsed,
    string Digest,
    IReadOnlyList<string> Warnings)
    : MeasureRecord(Measure, Parameters, Seed, Version, Elapsed, Digest, Warnings)
{
    /// <summary>The record of a measure on a projection.</summary>
    public static RunRecord Of(ProjectionSource source, MeasureRecord record)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(record);
        return new RunRecord(source.View.Snapshot.Revision, source.Spec, record.Measure, record.Parameters, record.Seed, record.Version, record.Elapsed, record.Digest, record.Warnings);
    }
}
