namespace EcosystemGraph.Kernels;

/// <summary>A path, told by its vertices.</summary>
/// <param name="Vertices">The vertices from source to target, all different; one if they are the same.</param>
/// <param name="Length">The sum of the lengths of its arcs, of parallels the shortest.</param>
public sealed record VertexPath(int[] Vertices, double Length)
{
    /// <summary>The number of arcs.</summary>
    public int Hops => Vertices.Length - 1;

    /// <summary>The sign of the order of two paths of one length: by hops, then by the first vertex that differs.</summary>
    internal static int CompareShape(VertexPath a, VertexPath b) =>
        a.Hops != b.Hops ? a.Hops.CompareTo(b.Hops) : a.Vertices.AsSpan().SequenceCompareTo(b.Vertices);
}
