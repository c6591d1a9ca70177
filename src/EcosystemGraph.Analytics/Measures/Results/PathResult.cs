using System.Globalization;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>Paths between two vertices, in the order of the measure.</summary>
public sealed class PathResult : MeasureResult
{
    internal PathResult(VertexPath[] paths) => Paths = paths;

    /// <summary>The paths, the best first; none where there are none.</summary>
    public IReadOnlyList<VertexPath> Paths { get; }

    /// <summary>The number of paths.</summary>
    public int Count => Paths.Count;

    /// <summary>The length of a path, by its number from 0.</summary>
    public double LengthOf(int path) => Paths[path].Length;

    /// <summary>The vertices of a path from source to target, by its number from 0.</summary>
    public IReadOnlyList<int> VerticesOf(int path) => Paths[path].Vertices;

    internal override long Bytes => Paths.Sum(static p => 64L + (4 * p.Vertices.Length));

    internal override MeasureScope Scope => MeasureScope.Path;

    /// <summary>Over the vertices of each path behind its number, with its length.</summary>
    internal override string Digest(IMeasuredGraph graph, CancellationToken cancellationToken) => ScoreLists.Digest(
        [.. Paths.Select(p => p.Length)],
        i => string.Create(CultureInfo.InvariantCulture, $"{i}\u001f{string.Join('\u001f', Paths[i].Vertices.Select(graph.VertexId))}"),
        cancellationToken);

    internal override string? Warning(string measure) => Paths.Count == 0 ? "there is no such path" : null;
}
