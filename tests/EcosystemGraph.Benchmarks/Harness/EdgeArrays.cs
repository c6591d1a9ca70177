using EcosystemGraph.Kernels;

namespace EcosystemGraph.Benchmarks.Harness;

/// <summary>The edges of a graph without direction, as the kernels take them.</summary>
/// <param name="Name">What kind of graph it is.</param>
/// <param name="Vertices">The number of vertices.</param>
/// <param name="Sources">One end of each edge.</param>
/// <param name="Targets">The other.</param>
internal sealed record EdgeArrays(string Name, int Vertices, int[] Sources, int[] Targets)
{
    /// <summary>Whole lengths from 1 to 255, a function of the edge.</summary>
    public double[] Lengths() => [.. Sources.Zip(Targets, (s, t) => 1.0 + ((((uint)s * 2654435761u) ^ ((uint)t * 40503u)) >> 8) % 255)];

    /// <summary>Without parallels and loops.</summary>
    public CsrGraph Graph() => CsrGraph.FromEdges(Vertices, Sources, Targets, directed: false).Simple();

    /// <summary>The same with lengths; parallels stay.</summary>
    public CsrGraph WithLengths() => CsrGraph.FromEdges(Vertices, Sources, Targets, directed: false, Lengths());
}
