namespace EcosystemGraph.Kernels.Tests;

/// <summary>Brandes' algorithm as its paper has it: a queue, a stack, lists of predecessors; arcs of length 1.</summary>
internal static class TextbookBrandes
{
    /// <summary>The dependencies of the sources on each vertex and on each edge, counted from each source to the targets.</summary>
    public static (double[] Vertices, double[] Edges) Sums(EdgeList list, IEnumerable<int> sources, Func<int, bool>? isTarget = null)
    {
        ILookup<int, (int From, int To, int Edge)> arcsFrom = list.Arcs().ToLookup(arc => arc.From);
        double[] vertices = new double[list.N], edges = new double[list.Edges.Length];
        foreach (int source in sources)
        {
            int[] distances = [.. Enumerable.Repeat(-1, list.N)];
            double[] paths = new double[list.N], dependencies = new double[list.N];
            var before = new List<(int From, int Edge)>[list.N];
            var queue = new Queue<int>();
            var stack = new Stack<int>();
            (distances[source], paths[source], before[source]) = (0, 1, []);
            queue.Enqueue(source);
            while (queue.TryDequeue(out int v))
            {
                stack.Push(v);
                foreach ((_, int w, int edge) in arcsFrom[v])
                {
                    if (distances[w] < 0)
                    {
                        (distances[w], before[w]) = (distances[v] + 1, []);
                        queue.Enqueue(w);
                    }
                    if (distances[w] == distances[v] + 1)
                    {
                        paths[w] += paths[v];
                        before[w].Add((v, edge));
                    }
                }
            }
            while (stack.TryPop(out int w))
            {
                foreach ((int v, int edge) in before[w])
                {
                    double part = paths[v] / paths[w] * ((isTarget?.Invoke(w) == false ? 0 : 1) + dependencies[w]);
                    dependencies[v] += part;
                    edges[edge] += part;
                }
                vertices[w] += w == source ? 0 : dependencies[w];
            }
        }
        double half = list.Directed ? 1 : 0.5;
        return ([.. vertices.Select(x => x * half)], [.. edges.Select(x => x * half)]);
    }
}
