using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class SpectralTests
{
    [Fact]
    public void Undirected_eigenvector_is_what_very_many_plain_rounds_come_to() => Gens.Undirected.Sample(
        list =>
        {
            if (list.Matrix().Cast<double>().Sum() == 0)
            {
                Assert.True(list.N == 0 || Throws("NOT_DEFINED", () => Eigenvector.Compute(list.Graph())));
                return;
            }
            Near.Equal(Powers(list.Matrix(), list.N), Eigenvector.Compute(list.Graph()), Near.Iterative);
        },
        iter: 200);

    [Fact]
    public void Directed_eigenvector_has_its_residual_and_is_the_limit_from_ones() => Gens.Of(Gen.Const(true), Gen.Double[0.1, 3], minVertices: 1).Sample(
        list =>
        {
            double[,] a = list.Matrix();
            double[] x;
            try
            {
                x = Eigenvector.Compute(list.Graph());
            }
            catch (KernelException exception) when (exception.Code == "NOT_DEFINED")
            {
                double[,] reach = Reachability.Distances(list);
                Assert.DoesNotContain(list.Edges, e => double.IsFinite(reach[e.T, e.S]));
                return;
            }
            double[] image = [.. Enumerable.Range(0, list.N).Select(v => Enumerable.Range(0, list.N).Sum(u => a[u, v] * x[u]))];
            double value = image.Zip(x, (i, s) => i * s).Sum();
            Assert.Equal(1, x.Sum(s => s * s), 10);
            Near.Equal([.. x.Select(s => s * value)], image, 1e-10);
            Near.Equal(Powers(Transposed(a, list.N), list.N), x, 1e-6);
        },
        iter: 300);

    [Fact]
    public void Components_with_one_eigenvalue_share_the_limit_and_one_behind_another_takes_all()
    {
        // Two triangles side by side with a way in and a way out, then one behind the other.
        (int S, int T)[] apart = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (6, 0), (5, 7)];
        Near.Equal(Limit(8, apart), Eigenvector.Compute(Directed(8, apart)), 1e-9);
        double[] scores = Eigenvector.Compute(Directed(8, apart));
        Assert.True(scores[0] > scores[3], "the first triangle is fed from outside");

        (int S, int T)[] behind = [.. apart, (2, 3)];
        scores = Eigenvector.Compute(Directed(8, behind));
        Near.Equal([0, 0, 0, .5, .5, .5, 0, .5], scores, 1e-12);
    }

    [Fact]
    public void A_component_whose_eigenvalue_is_nearly_the_largest_does_not_keep_it_from_coming_to_an_end()
    {
        // A loop of 1 feeds a loop of 1 − 1e-6: z = 1e6 there.
        CsrGraph graph = CsrGraph.FromEdges(2, [0, 1, 0], [0, 1, 1], directed: true, [1, 1 - 1e-6, 1]);
        double[] scores = Eigenvector.Compute(graph);
        Assert.Equal(1e-6, scores[0] / scores[1], 1e-12);
        graph = CsrGraph.FromEdges(4, [0, 1, 2, 3, 1], [1, 0, 3, 2, 2], directed: true, [1, 1, 1 - 1e-7, 1 - 1e-7, 1]);
        Near.Equal(Limit(graph), Eigenvector.Compute(graph), 1e-6);
    }

    [Fact]
    public void A_long_cycle_with_a_chord_comes_to_an_end()
    {
        const int Length = 400;
        int[] sources = [.. Enumerable.Range(0, Length), 0], targets = [.. Enumerable.Range(1, Length - 1), 0, Length / 2];
        CsrGraph graph = CsrGraph.FromEdges(Length, sources, targets, directed: true);
        double[] scores = Eigenvector.Compute(graph);

        // Around the cycle each score is the one before over λ, but at the chord's end; the cycles have lengths 400 and 201.
        double low = 1, value = 2;
        while (value - low > 1e-15)
        {
            double middle = (low + value) / 2;
            (low, value) = Math.Pow(middle, -Length) + Math.Pow(middle, -(Length / 2) - 1) > 1 ? (middle, value) : (low, middle);
        }
        Assert.All(Enumerable.Range(1, Length - 1).Where(v => v != Length / 2), v => Assert.Equal(scores[v - 1] / value, scores[v], 1e-9));
    }

    [Fact]
    public void A_grid_on_which_plain_rounds_are_slow_has_the_known_eigenvector()
    {
        const int Side = 60;
        (int S, int T)[] edges = [.. from r in Enumerable.Range(0, Side) from c in Enumerable.Range(0, Side)
                                     from step in ((int Down, int Right)[])[(0, 1), (1, 0)]
                                     where r + step.Down < Side && c + step.Right < Side
                                     select (r * Side + c, (r + step.Down) * Side + c + step.Right)];
        double Wave(int i) => Math.Sin(Math.PI * (i + 1) / (Side + 1)) * Math.Sqrt(2.0 / (Side + 1));
        Near.Equal(
            [.. Enumerable.Range(0, Side * Side).Select(v => Wave(v / Side) * Wave(v % Side))],
            Eigenvector.Compute(new EdgeList(Side * Side, edges, null, false).Graph()),
            1e-9);
    }

    [Fact]
    public void A_repeated_eigenvalue_gives_the_limit_from_ones()
    {
        // A triangle and a star of four rays both have the eigenvalue 2.
        CsrGraph graph = CsrGraph.FromEdges(9, [0, 1, 2, 3, 3, 3, 3], [1, 2, 0, 4, 5, 6, 7], directed: false);
        double star = (2 / Math.Sqrt(8) + 4 / Math.Sqrt(8)) / Math.Sqrt(8);
        double[] limit = [1, 1, 1, 2 * star, star, star, star, star, 0];
        double norm = Math.Sqrt(limit.Sum(x => x * x));
        Near.Equal([.. limit.Select(x => x / norm)], Eigenvector.Compute(graph), 1e-9);
    }

    [Fact]
    public void Katz_solves_its_linear_equations() => Gens.Any.Where(list => list.N > 0).Sample(list =>
    {
        double[,] a = list.Matrix();
        int n = list.N;
        double most = Enumerable.Range(0, n).Max(j => Enumerable.Range(0, n).Sum(i => a[i, j]));
        foreach ((double alpha, double beta, KatzOptions? options) in ((double, double, KatzOptions?)[])[
            (1 / (1 + most), 1, null), (0.3 / (1 + most), 2.5, new KatzOptions { Alpha = 0.3 / (1 + most), Beta = 2.5 })])
        {
            double[,] system = new double[n, n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    system[j, i] = (i == j ? 1 : 0) - alpha * a[i, j];
                }
            }
            Near.Equal(DenseAlgebra.Solve(system, [.. Enumerable.Repeat(beta, n)]), Katz.Compute(list.Graph(), options), Near.Iterative);
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Katz_at_the_edge_of_what_converges_solves_its_equations_too(bool directed)
    {
        // A ring of heavy edges of nearly one weight: plain rounds would need some ten thousand.
        const int Length = 60;
        int[] sources = [.. Enumerable.Range(0, Length)], targets = [.. Enumerable.Range(0, Length).Select(v => (v + 1) % Length)];
        double[] weights = [.. Enumerable.Range(0, Length).Select(v => 1000 - (v % 7 * 0.1))];
        CsrGraph graph = CsrGraph.FromEdges(Length, sources, targets, directed, weights);
        double alpha = 1 / (1 + Degree.Strength(graph, EdgeDirection.In).Max());
        double[,] system = new double[Length, Length];
        for (int v = 0; v < Length; v++)
        {
            system[v, v] += 1;
            system[targets[v], v] -= alpha * weights[v];
            system[v, targets[v]] -= directed ? 0 : alpha * weights[v];
        }
        Near.Equal(DenseAlgebra.Solve(system, [.. Enumerable.Repeat(1.0, Length)]), Katz.Compute(graph), 1e-9);

        // Just too large, there is no limit, however near a solution of the equations.
        Refusal.Is("NOT_CONVERGED", "alpha", () => Katz.Compute(graph, new KatzOptions { Alpha = alpha * 1.1 }));
    }

    [Fact]
    public void Hubs_and_authorities_are_what_very_many_rounds_of_Kleinberg_come_to() => Gens.Any.Where(list => list.N > 0).Sample(
        list =>
        {
            int n = list.N;
            double[,] a = list.Matrix();
            if (a.Cast<double>().Sum() == 0)
            {
                Assert.True(Throws("NOT_DEFINED", () => Hits.Compute(list.Graph())));
                return;
            }
            double[,] square = new double[n, n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    square[i, j] = Enumerable.Range(0, n).Sum(k => a[i, k] * a[j, k]);
                }
            }
            double[] hubs = Powers(square, n);
            double[] authorities = [.. Enumerable.Range(0, n).Select(j => Enumerable.Range(0, n).Sum(i => a[i, j] * hubs[i]))];
            HitsResult result = Hits.Compute(list.Graph());
            Near.Equal([.. hubs.Select(h => h / hubs.Sum())], result.Hubs, Near.Iterative);
            Near.Equal([.. authorities.Select(x => x / authorities.Sum())], result.Authorities, Near.Iterative);
        },
        iter: 200);

    [Fact]
    public void The_same_bytes_at_any_number_of_threads()
    {
        CsrGraph undirected = BigGraphs.RMat(14, 60_000, directed: false, weighted: true);
        CsrGraph directed = BigGraphs.RMat(14, 60_000, directed: true, weighted: true);
        foreach (int threads in (int[])[2, 4])
        {
            Near.SameBytes(Eigenvector.Compute(undirected, BigGraphs.Threads(1)), Eigenvector.Compute(undirected, BigGraphs.Threads(threads)));
            Near.SameBytes(Eigenvector.Compute(directed, BigGraphs.Threads(1)), Eigenvector.Compute(directed, BigGraphs.Threads(threads)));
            Near.SameBytes(Katz.Compute(directed, context: BigGraphs.Threads(1)), Katz.Compute(directed, context: BigGraphs.Threads(threads)));
            Near.SameBytes(Hits.Compute(directed, BigGraphs.Threads(1)).Authorities, Hits.Compute(directed, BigGraphs.Threads(threads)).Authorities);
        }
    }

    [Fact]
    public void Nothing_has_no_scores_and_what_has_no_answer_is_refused()
    {
        CsrGraph empty = CsrGraph.FromEdges(0, [], [], directed: false), path = CsrGraph.FromEdges(3, [0, 1], [1, 2], directed: true);
        Assert.Empty(Eigenvector.Compute(empty));
        Assert.Empty(Katz.Compute(empty));
        Assert.Empty(Hits.Compute(empty).Hubs);
        Refusal.Is("NOT_DEFINED", "eigenvalue is 0", () => Eigenvector.Compute(path));
        Refusal.Is("NOT_DEFINED", "eigenvalue is 0", () => Eigenvector.Compute(CsrGraph.FromEdges(2, [0, 1], [1, 0], directed: true, [1, 0.0])));
        Refusal.Is("NOT_CONVERGED", "Katz", () => Katz.Compute(CsrGraph.FromEdges(1, [0], [0], directed: true), new KatzOptions { Alpha = 2 }));
        Refusal.Is("BAD_ARGUMENT", "alpha is 0", () => Katz.Compute(path, new KatzOptions { Alpha = 0 }));
        Refusal.Is("BAD_ARGUMENT", "beta is -1", () => Katz.Compute(path, new KatzOptions { Beta = -1 }));
        Refusal.Is("BAD_ARGUMENT", "tolerance is NaN", () => Katz.Compute(path, new KatzOptions { Tolerance = double.NaN }));
        Refusal.Is("BAD_ARGUMENT", "maxRounds is 0", () => Katz.Compute(path, new KatzOptions { MaxRounds = 0 }));
        Assert.Equal((1e-10, 1000, 1.0), (KatzOptions.Default.Tolerance, KatzOptions.Default.MaxRounds, KatzOptions.Default.Beta));
    }

    [Fact]
    public void A_run_can_be_cancelled()
    {
        CsrGraph graph = BigGraphs.RMat(12, 20_000, directed: true);
        CancelAfter.Proves(context => Eigenvector.Compute(graph, context));
        CancelAfter.Proves(context => Eigenvector.Compute(graph.Undirected(), context));
        CancelAfter.Proves(context => Katz.Compute(graph, context: context));
        CancelAfter.Proves(context => Hits.Compute(graph, context));
    }

    private static bool Throws(string code, Action action)
    {
        Assert.Equal(code, Assert.Throws<KernelException>(action).Code);
        return true;
    }

    private static CsrGraph Directed(int n, (int S, int T)[] edges) => CsrGraph.FromEdges(n, [.. edges.Select(e => e.S)], [.. edges.Select(e => e.T)], directed: true);

    private static double[] Limit(int n, (int S, int T)[] edges) => Limit(Directed(n, edges));

    private static double[] Limit(CsrGraph graph)
    {
        int n = graph.VertexCount;
        double[,] incoming = new double[n, n];
        for (int v = 0; v < n; v++)
        {
            for (int i = 0; i < graph.InDegree(v); i++)
            {
                incoming[v, graph.InNeighbors(v)[i]] += graph.HasWeights ? graph.InWeights(v)[i] : 1;
            }
        }
        return Powers(incoming, n);
    }

    private static double[,] Transposed(double[,] a, int n)
    {
        double[,] transposed = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                transposed[j, i] = a[i, j];
            }
        }
        return transposed;
    }

    /// <summary>The limit of (M + cI)^k·1, by squaring, so that k can be 2^28; more would let rounding tell repeated eigenvalues apart.</summary>
    private static double[] Powers(double[,] matrix, int n)
    {
        double[,] m = (double[,])matrix.Clone();
        double shift = m.Cast<double>().Max();
        for (int i = 0; i < n; i++)
        {
            m[i, i] += shift;
        }
        for (int squaring = 0; squaring < 28; squaring++)
        {
            double[,] square = new double[n, n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    square[i, j] = Enumerable.Range(0, n).Sum(k => m[i, k] * m[k, j]);
                }
            }
            double most = square.Cast<double>().Max();
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    m[i, j] = square[i, j] / most;
                }
            }
        }
        double[] x = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => m[i, j]))];
        double norm = Math.Sqrt(x.Sum(v => v * v));
        return [.. x.Select(v => v / norm)];
    }
}
