using System.Text;
using EcosystemGraph.Ingest.EdgeLists;

namespace EcosystemGraph.Ingest.Tests.EdgeLists;

/// <summary>Files of edges and nodes of one test, removed afterwards.</summary>
internal sealed class EdgeFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edge-lists-").FullName;

    public string Edges => Path.Combine(_folder, "edges.csv");

    public string Nodes => Path.Combine(_folder, "nodes.csv");

    public EdgeList Read(string edges, string? nodes = null, string? weight = null, int threads = 2) => Read(Encoding.UTF8.GetBytes(edges), nodes, weight, threads);

    public EdgeList Read(byte[] edges, string? nodes = null, string? weight = null, int threads = 2)
    {
        File.WriteAllBytes(Edges, edges);
        if (nodes is not null) File.WriteAllText(Nodes, nodes);
        return EdgeListReader.Read(new EdgeListSource(Edges) { Nodes = nodes is null ? null : Nodes, WeightColumn = weight, Threads = threads }, null, CancellationToken.None);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
