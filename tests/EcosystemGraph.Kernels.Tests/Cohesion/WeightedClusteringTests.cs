using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class WeightedClusteringTests
{
    [Fact]
    public void Onnela_and_Barrat_are_their_formulas_over_a_matrix() => Gens.Any.Sample(list =>
    {
        (double[,] weights, bool[,] joined) = Undirected(list);
        int[] all = [.. Enumerable.Range(0, list.N)];
        double most = weights.Cast<double>().DefaultIfEmpty().Max();
        double[] onnela = new double[list.N], barrat = new double[list.N];
        foreach (int i in all)
        {
            int[] around = [.. all.Where(j => joined[i, j])];
            double k = around.Length, strength = around.Sum(j => weights[i, j]);
            foreach ((int j, int h) in from j in around from h in around where j != h && joined[j, h] select (j, h))
            {
                onnela[i] += most == 0 ? 0 : Math.Pow(weights[i, j] * weights[j, h] * weights[h, i] / (most * most * most), 1 / 3.0) / (k * (k - 1));
                barrat[i] += strength == 0 ? 0 : (weights[i, j] + weights[i, h]) / 2 / (strength * (k - 1));
            }
        }
        Near.Equal(onnela, WeightedClustering.Compute(list.Graph(), WeightedClusteringMethod.Onnela).Local, Near.Exact);
        Near.Equal(barrat, WeightedClustering.Compute(list.Graph(), WeightedClusteringMethod.Barrat).Local, Near.Exact);
        double? average = WeightedClustering.Compute(list.Graph(), WeightedClusteringMethod.Barrat).Average;
        Assert.True(list.N == 0 ? average is null : Near.Same(barrat.Average(), average!.Value, Near.Exact));
    });

    [Fact]
    public void Fagiolo_counts_closed_walks_of_three_arcs() => Gen.Select(Gens.Any, Gen.Bool).Sample((list, weighted) =>
    {
        int[] all = [.. Enumerable.Range(0, list.N)];
        double[,] strengths = list.Matrix(), a = new double[list.N, list.N];
        HashSet<(int, int)> arcs = [.. list.Arcs().Where(x => x.From != x.To).Select(x => (x.From, x.To))];
        double most = arcs.Select(x => strengths[x.Item1, x.Item2]).DefaultIfEmpty().Max();
        foreach ((int from, int to) in arcs)
        {
            a[from, to] = weighted ? most == 0 ? 0 : Math.Pow(strengths[from, to] / most, 1 / 3.0) : 1;
        }
        double Both(int i, int j) => a[i, j] + a[j, i];
        double[] expected = [.. all.Select(i =>
        {
            double degree = all.Sum(j => (arcs.Contains((i, j)) ? 1 : 0) + (arcs.Contains((j, i)) ? 1 : 0));
            double answered = all.Count(j => arcs.Contains((i, j)) && arcs.Contains((j, i)));
            double possible = 2 * (degree * (degree - 1) - 2 * answered);
            return possible == 0 ? 0 : all.Sum(j => all.Sum(k => Both(i, j) * Both(j, k) * Both(k, i))) / possible;
        })];
        Near.Equal(expected, DirectedClustering.Compute(list.Graph(), weighted).Local, Near.Exact);
    });

    [Fact]
    public void Without_differences_all_are_the_plain_coefficient() => Gens.Of(Gen.Const(false), null).Sample(list =>
    {
        CsrGraph simple = list.Graph().Simple(ParallelWeights.None);
        double[] plain = Clustering.Compute(simple).Local;
        Near.Equal(plain, WeightedClustering.Compute(simple, WeightedClusteringMethod.Onnela).Local, Near.Rounding);
        Near.Equal(plain, WeightedClustering.Compute(simple, WeightedClusteringMethod.Barrat).Local, Near.Rounding);
        Near.Equal(plain, DirectedClustering.Compute(simple).Local, Near.Rounding);
    });

    [Fact]
    public void Relabelling_permutes_and_an_isolated_vertex_has_0() =>
        (from list in Gens.Any from names in Gens.Permutation(list.N) select (list, names)).Sample(given =>
        {
            foreach (Func<EdgeList, double[]> kernel in Kernels)
            {
                double[] before = kernel(given.list), after = kernel(given.list.Relabel(given.names));
                Near.Equal(before, [.. given.names.Select(name => after[name])], Near.Rounding);
                Near.Equal([.. before, 0], kernel(given.list.WithIsolate()), Near.Rounding);
            }
        });

    [Fact]
    public void The_same_bytes_at_any_number_of_threads_and_runs_can_be_cancelled()
    {
        CsrGraph graph = BigGraphs.RMat(13, 60_000, directed: true, weighted: true);
        foreach (int threads in (int[])[2, 4])
        {
            foreach (WeightedClusteringMethod method in Enum.GetValues<WeightedClusteringMethod>())
            {
                Near.SameBytes(
                    WeightedClustering.Compute(graph, method, BigGraphs.Threads(1)).Local, WeightedClustering.Compute(graph, method, BigGraphs.Threads(threads)).Local);
            }
            Near.SameBytes(
                DirectedClustering.Compute(graph, weighted: true, BigGraphs.Threads(1)).Local,
                DirectedClustering.Compute(graph, weighted: true, BigGraphs.Threads(threads)).Local);
        }
        CancelAfter.Proves(context => WeightedClustering.Compute(graph, WeightedClusteringMethod.Onnela, context));
        CancelAfter.Proves(context => DirectedClustering.Compute(graph, context: context));
    }

    private static Func<EdgeList, double[]>[] Kernels =>
    [
        list => WeightedClustering.Compute(list.Graph(), WeightedClusteringMethod.Onnela).Local,
        list => WeightedClustering.Compute(list.Graph(), WeightedClusteringMethod.Barrat).Local,
        list => DirectedClustering.Compute(list.Graph(), weighted: true).Local,
    ];

    private static (double[,] Weights, bool[,] Joined) Undirected(EdgeList list)
    {
        double[,] weights = new double[list.N, list.N];
        bool[,] joined = new bool[list.N, list.N];
        for (int e = 0; e < list.Edges.Length; e++)
        {
            (int s, int t) = list.Edges[e];
            if (s != t)
            {
                weights[s, t] += list.Weight(e);
                weights[t, s] += list.Weight(e);
                joined[s, t] = joined[t, s] = true;
            }
        }
        return (weights, joined);
    }
}
