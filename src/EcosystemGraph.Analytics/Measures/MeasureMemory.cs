namespace EcosystemGraph.Analytics.Measures;

/// <summary>What a run takes of memory at most, beside the graph that it is given.</summary>
/// <param name="Vertex">Bytes a vertex.</param>
/// <param name="Arc">Bytes an arc; an undirected edge is two.</param>
/// <param name="Copies">How many readings of the graph it makes, each as large as one direction of it: reversed, without direction, simple.</param>
/// <param name="ThreadVertex">Bytes a vertex and thread.</param>
/// <param name="ThreadArc">Bytes an arc and thread.</param>
public sealed record MeasureMemory(double Vertex, double Arc = 0, double Copies = 0, double ThreadVertex = 0, double ThreadArc = 0)
{
    /// <summary>The bytes for a graph, its result included.</summary>
    public long Bytes(GraphSize size)
    {
        ArgumentNullException.ThrowIfNull(size);
        var threads = (double)size.Threads;
        // What ignores direction has every arc of a directed graph twice.
        var copies = Copies * size.AdjacencyBytes * (size.Directed ? 2 : 1);
        return (long)Math.Min(long.MaxValue / 2, ((Vertex + (ThreadVertex * threads)) * size.Vertices) + ((Arc + (ThreadArc * threads)) * size.Arcs) + copies);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var parts = new List<string>();
        Say(Vertex, "bytes a vertex");
        Say(Arc, "bytes an arc");
        Say(ThreadVertex, "bytes a vertex and thread");
        Say(ThreadArc, "bytes an arc and thread");
        Say(Copies, Copies == 1 ? "copy of the graph" : "copies of the graph");
        return parts.Count == 0 ? "none" : string.Join(", ", parts);

        void Say(double amount, string what)
        {
            if (amount > 0) parts.Add(FormattableString.Invariant($"{amount:0.##} {what}"));
        }
    }
}
