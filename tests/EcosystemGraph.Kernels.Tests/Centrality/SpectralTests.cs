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
    public void Directed_eigenvector_has_its_residual_or_says_why_not() => Gens.Of(Gen.Const(true), Gen.Double[0.1, 3], minVertices: 1).Sample(
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
            catch (KernelException exception) when (exception.Code == "NOT_CONVERGED")
            {
                return;
            }
            double[] image = [.. Enumerable.Range(0, list.N).Select(v => Enumerable.Range(0, list.N).Sum(u => a[u, v] * x[u]))];
            double value = image.Zip(x, (i, s) => i * s).Sum();
            Assert.Equal(1, x.Sum(s => s * s), 10);
            Near.Equal([.. x.Select(s => s * value)], image, 1e-10);
        },
        iter: 300);

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
        if (most > 12)
        {
            // Nearly regular and heavy, it needs more rounds than are allowed.
            return;
        }
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
