using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Ingest.EdgeLists;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.App.Analysis;

/// <summary>Opens an edge list of the user's own.</summary>
internal static class EdgeFileSource
{
    /// <summary>Reads the files and makes the graph.</summary>
    /// <param name="files">The files.</param>
    /// <param name="directed">Whether edges have a direction.</param>
    /// <param name="keepsEdges">Whether edges are spoken of one by one.</param>
    /// <param name="report">Told the bytes that were read and those of the file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static AnalysisSource Open(EdgeListSource files, bool directed, bool keepsEdges, Action<long, long>? report, CancellationToken cancellationToken)
    {
        var list = EdgeListReader.Read(files, report, cancellationToken);
        var graph = CsrGraph.FromEdges(list.Ids.Length, list.Sources, list.Targets, directed, list.Weights, keepsEdges,
            new KernelContext { Threads = files.Threads, Cancellation = cancellationToken });
        var attributes = list.Attributes.ToDictionary(a => a.Key, IReadOnlyList<string?> (a) => [.. a.Value.Select(value => value.Length == 0 ? null : value)], StringComparer.Ordinal);
        var record = new EdgesRecord
        {
            File = files.Edges,
            Sha256 = list.EdgesDigest,
            Nodes = files.Nodes,
            NodesSha256 = list.NodesDigest,
            Source = files.SourceColumn,
            Target = files.TargetColumn,
            Weight = files.WeightColumn,
            Directed = directed,
        };
        return new AnalysisSource(new MeasuredEdgeList(Path.GetFileName(files.Edges), graph, list.Ids, null, attributes), record, null, null,
            keepsEdges ? edge => (list.Sources[edge], list.Targets[edge]) : null);
    }
}
