using EcosystemGraph.Kernels;

namespace EcosystemGraph.Benchmarks.Benchmarks.Kernels;

/// <summary>The kernels as a textbook has them, on one thread over the same arrays: what one would write in an afternoon.</summary>
internal static class Textbook
{
    public static double[] PageRank(CsrGraph graph, int rounds)
    {
        var n = graph.VertexCount;
        var (scores, next) = (new double[n], new double[n]);
        Array.Fill(scores, 1.0 / n);
        for (var round = 0; round < rounds; round++)
        {
            var dangling = 0.0;
            Array.Clear(next);
            for (var v = 0; v < n; v++)
            {
                var neighbors = graph.OutNeighbors(v);
                if (neighbors.Length == 0) dangling += scores[v];
                foreach (var w in neighbors) next[w] += scores[v] / neighbors.Length;
            }

            for (var v = 0; v < n; v++) next[v] = (.15 / n) + (.85 * (next[v] + (dangling / n)));
            (scores, next) = (next, scores);
        }

        return scores;
    }

    public static int[] BreadthFirst(CsrGraph graph, int source)
    {
        var distances = new int[graph.VertexCount];
        Array.Fill(distances, -1);
        var queue = new Queue<int>();
        distances[source] = 0;
        queue.Enqueue(source);
        while (queue.TryDequeue(out var v))
        {
            foreach (var w in graph.OutNeighbors(v))
            {
                if (distances[w] >= 0) continue;
                distances[w] = distances[v] + 1;
                queue.Enqueue(w);
            }
        }

        return distances;
    }

    /// <summary>Union-find with halving of paths.</summary>
    public static int[] Components(CsrGraph graph)
    {
        var above = Enumerable.Range(0, graph.VertexCount).ToArray();
        for (var v = 0; v < above.Length; v++)
        {
            foreach (var w in graph.OutNeighbors(v))
            {
                var (a, b) = (Root(v), Root(w));
                above[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        for (var v = 0; v < above.Length; v++) above[v] = Root(v);
        return above;

        int Root(int v)
        {
            while (above[v] != v) v = above[v] = above[above[v]];
            return v;
        }
    }

    public static double[] Dijkstra(CsrGraph graph, int source)
    {
        var distances = new double[graph.VertexCount];
        Array.Fill(distances, double.PositiveInfinity);
        var queue = new PriorityQueue<int, double>();
        distances[source] = 0;
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out var v, out var distance))
        {
            if (distance > distances[v]) continue;
            var neighbors = graph.OutNeighbors(v);
            var lengths = graph.OutWeights(v);
            for (var k = 0; k < neighbors.Length; k++)
            {
                if (distance + lengths[k] >= distances[neighbors[k]]) continue;
                distances[neighbors[k]] = distance + lengths[k];
                queue.Enqueue(neighbors[k], distance + lengths[k]);
            }
        }

        return distances;
    }

    /// <summary>Brandes' dependencies of some sources.</summary>
    public static double[] Betweenness(CsrGraph graph, IEnumerable<int> sources)
    {
        var n = graph.VertexCount;
        var (scores, order) = (new double[n], new int[n]);
        foreach (var source in sources)
        {
            var (distances, paths, dependencies) = (new int[n], new double[n], new double[n]);
            Array.Fill(distances, -1);
            distances[source] = 0;
            paths[source] = 1;
            order[0] = source;
            var count = 1;
            for (var head = 0; head < count; head++)
            {
                var v = order[head];
                foreach (var w in graph.OutNeighbors(v))
                {
                    if (distances[w] < 0)
                    {
                        distances[w] = distances[v] + 1;
                        order[count++] = w;
                    }

                    if (distances[w] == distances[v] + 1) paths[w] += paths[v];
                }
            }

            for (var i = count - 1; i > 0; i--)
            {
                var w = order[i];
                foreach (var v in graph.OutNeighbors(w))
                {
                    if (distances[v] == distances[w] - 1) dependencies[v] += paths[v] / paths[w] * (1 + dependencies[w]);
                }

                scores[w] += dependencies[w];
            }
        }

        return scores;
    }

    /// <summary>Each edge's two rows merged.</summary>
    public static long Triangles(CsrGraph graph)
    {
        var count = 0L;
        for (var u = 0; u < graph.VertexCount; u++)
        {
            foreach (var v in graph.OutNeighbors(u))
            {
                if (v >= u) break;
                var a = graph.OutNeighbors(u);
                var b = graph.OutNeighbors(v);
                for (int i = 0, j = 0; i < a.Length && j < b.Length && a[i] < v && b[j] < v;)
                {
                    if (a[i] == b[j]) count++;
                    if (a[i] <= b[j]) i++;
                    else j++;
                }
            }
        }

        return count;
    }

    public static double[] Closeness(CsrGraph graph)
    {
        var scores = new double[graph.VertexCount];
        for (var v = 0; v < scores.Length; v++)
        {
            var (sum, reached) = (0.0, 0.0);
            foreach (var distance in BreadthFirst(graph, v))
            {
                sum += Math.Max(distance, 0);
                reached += distance > 0 ? 1 : 0;
            }

            scores[v] = sum > 0 ? reached / (scores.Length - 1) * (reached / sum) : 0;
        }

        return scores;
    }

    /// <summary>Asynchronous, in the order of the vertices, until nothing changes or after twenty rounds.</summary>
    public static int[] LabelPropagation(CsrGraph graph)
    {
        var labels = Enumerable.Range(0, graph.VertexCount).ToArray();
        var weights = new Dictionary<int, int>();
        var changed = true;
        for (var round = 0; changed && round < 20; round++)
        {
            changed = false;
            for (var v = 0; v < labels.Length; v++)
            {
                weights.Clear();
                weights[labels[v]] = 0;
                foreach (var w in graph.OutNeighbors(v)) weights[labels[w]] = weights.GetValueOrDefault(labels[w]) + 1;
                var (best, most) = (labels[v], weights[labels[v]]);
                foreach (var (label, weight) in weights)
                {
                    if (weight > most) (best, most) = (label, weight);
                }

                changed |= best != labels[v];
                labels[v] = best;
            }
        }

        return labels;
    }
}
