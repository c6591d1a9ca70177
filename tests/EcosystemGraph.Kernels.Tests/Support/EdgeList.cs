using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

/// <summary>A graph as the list a person would write; the oracles work on this, never on the rows under test.</summary>
internal sealed record EdgeList(int N, (int S, int T)[] Edges, double[]? Weights, bool Directed)
{
    public CsrGraph Graph(bool keepEdgeIds = false) =>
        CsrGraph.FromEdges(N, [.. Edges.Select(e => e.S)], [.. Edges.Select(e => e.T)], Directed, Weights, keepEdgeIds);

    public double Weight(int edge) => Weights?[edge] ?? 1;

    /// <summary>The arcs: an undirected edge from both ends, its loop twice.</summary>
    public IEnumerable<(int From, int To, int Edge)> Arcs()
    {
        for (int e = 0; e < Edges.Length; e++)
        {
            yield return (Edges[e].S, Edges[e].T, e);
            if (!Directed)
            {
                yield return (Edges[e].T, Edges[e].S, e);
            }
        }
    }

    /// <summary>The sum of the arcs' weights from each vertex to each.</summary>
    public double[,] Matrix()
    {
        double[,] matrix = new double[N, N];
        foreach ((int from, int to, int edge) in Arcs())
        {
            matrix[from, to] += Weight(edge);
        }
        return matrix;
    }

    /// <summary>The same graph with vertex v called names[v].</summary>
    public EdgeList Relabel(int[] names) => this with { Edges = [.. Edges.Select(e => (names[e.S], names[e.T]))] };

    public EdgeList WithIsolate() => this with { N = N + 1 };

    public override string ToString() =>
        $"{N} {(Directed ? "directed" : "undirected")}: {string.Join(" ", Edges.Select((e, i) => $"{e.S}-{e.T}{(Weights is null ? "" : $"*{Weights[i]}")}"))}";
}

/// <summary>Small random graphs with everything awkward in them: loops, parallels, isolates, weights of 0.</summary>
internal static class Gens
{
    private static readonly Gen<double> Weight = Gen.Frequency((1, Gen.Const(0.0)), (4, Gen.Int[1, 5].Select(w => w * 1.0)), (4, Gen.Double[0.1, 3]));

    private static readonly Gen<double> Positive = Gen.Frequency((1, Gen.Int[1, 4].Select(w => w * 1.0)), (1, Gen.Double[0.1, 3]));

    public static Gen<EdgeList> Of(Gen<bool> directed, Gen<double>? weights, int maxVertices = 9, int maxEdges = 20, int minVertices = 0) =>
        from n in Gen.Int[minVertices, maxVertices]
        from isDirected in directed
        from edges in n == 0 ? Gen.Const(Array.Empty<(int, int)>()) : Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1]).Array[0, maxEdges]
        from w in weights is null ? Gen.Const(() => (double[]?)null) : weights.Array[edges.Length].Select(x => (double[]?)x)
        select new EdgeList(n, edges, w is { Length: 0 } ? null : w, isDirected);

    /// <summary>Without weights, with positive ones, and with zeros among them.</summary>
    public static readonly Gen<EdgeList> Any = Gen.OneOf(Of(Gen.Bool, null), Of(Gen.Bool, Positive), Of(Gen.Bool, Weight));

    public static readonly Gen<EdgeList> Unweighted = Of(Gen.Bool, null);

    public static readonly Gen<EdgeList> PositiveWeights = Gen.OneOf(Of(Gen.Bool, null), Of(Gen.Bool, Positive));

    public static readonly Gen<EdgeList> Undirected = Gen.OneOf(Of(Gen.Const(false), null), Of(Gen.Const(false), Positive));

    public static Gen<int[]> Permutation(int n) => Gen.Shuffle(Enumerable.Range(0, n).ToArray());
}
