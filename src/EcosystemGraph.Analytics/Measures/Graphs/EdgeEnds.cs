using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>The two ends of each edge id of a graph; on an undirected graph the lesser vertex first.</summary>
public sealed class EdgeEnds
{
    private readonly int[] _sources;
    private readonly int[] _targets;

    private EdgeEnds(int[] sources, int[] targets)
    {
        _sources = sources;
        _targets = targets;
    }

    /// <summary>The ends of an edge id; −1 for an id that the graph does not have.</summary>
    public (int Source, int Target) this[int edge] => (_sources[edge], _targets[edge]);

    /// <summary>Finds the ends. O(n + m), 8 bytes an edge id.</summary>
    /// <param name="graph">A graph with edge ids.</param>
    public static EdgeEnds Of(CsrGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var sources = new int[graph.EdgeIdBound];
        var targets = new int[graph.EdgeIdBound];
        Array.Fill(sources, -1);
        Array.Fill(targets, -1);
        if (!graph.HasEdgeIds) return new EdgeEnds(sources, targets);
        for (var v = 0; v < graph.VertexCount; v++)
        {
            var neighbors = graph.OutNeighbors(v);
            var edges = graph.OutEdgeIds(v);
            for (var i = 0; i < neighbors.Length; i++)
            {
                if (!graph.IsDirected && neighbors[i] < v) continue;
                sources[edges[i]] = v;
                targets[edges[i]] = neighbors[i];
            }
        }

        return new EdgeEnds(sources, targets);
    }
}
