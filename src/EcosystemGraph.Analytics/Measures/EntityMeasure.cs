using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>A measure that scores entities: what it is, and the kernel that computes it.</summary>
/// <param name="Info">What it is.</param>
/// <param name="Version">The version of the algorithm: it goes up when a result changes.</param>
/// <param name="Compute">Gives a score for each vertex, NaN where it is undefined.</param>
internal sealed record EntityMeasure(MeasureInfo Info, int Version, Func<MeasureInput, double[]> Compute)
{
    /// <summary>What a reader of the scores should know of this projection; null for nothing.</summary>
    public Func<Projection, string?>? Warning { get; init; }
}

/// <summary>What a measure is computed from.</summary>
internal sealed record MeasureInput(GraphView View, Projection Projection, MeasureArguments Arguments, KernelContext Context)
{
    public CsrGraph Graph => Projection.Graph;
}
