using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class StructuralHolesTests
{
    [Fact]
    public void Constraint_and_effective_size_are_Burts_formulas_over_a_matrix() => Gens.Any.Sample(list =>
    {
        int n = list.N;
        double[,] a = list.Matrix(), tie = new double[n, n];
        int[] all = [.. Enumerable.Range(0, n)];
        foreach (int i in all)
        {
            foreach (int j in all)
            {
                tie[i, j] = i == j ? 0 : a[i, j] + a[j, i];
            }
        }
        double P(int i, int j) => tie[i, j] / all.Sum(k => tie[i, k]);
        double M(int j, int q) => tie[j, q] / all.Max(k => tie[j, k]);
        double?[] constraint = StructuralHoles.Constraint(list.Graph()), size = StructuralHoles.EffectiveSize(list.Graph());
        foreach (int i in all)
        {
            int[] contacts = [.. all.Where(j => tie[i, j] > 0)];
            Assert.Equal(contacts.Length == 0, constraint[i] is null);
            Assert.Equal(contacts.Length == 0, size[i] is null);
            if (contacts.Length > 0)
            {
                double squares = contacts.Sum(j => Math.Pow(P(i, j) + contacts.Where(q => q != j).Sum(q => P(i, q) * P(q, j)), 2));
                Assert.True(Near.Same(squares, constraint[i]!.Value, Near.Exact));
                Assert.True(Near.Same(contacts.Sum(j => 1 - contacts.Where(q => q != j).Sum(q => P(i, q) * M(j, q))), size[i]!.Value, Near.Exact));
            }
        }
    });

    [Fact]
    public void The_same_bytes_at_any_number_of_threads()
    {
        CsrGraph graph = BigGraphs.RMat(10, 5000, directed: true, weighted: true);
        double?[] constraint = StructuralHoles.Constraint(graph, BigGraphs.Threads(1)), size = StructuralHoles.EffectiveSize(graph, BigGraphs.Threads(1));
        foreach (int threads in (int[])[2, 4])
        {
            Assert.Equal(constraint, StructuralHoles.Constraint(graph, BigGraphs.Threads(threads)));
            Assert.Equal(size, StructuralHoles.EffectiveSize(graph, BigGraphs.Threads(threads)));
        }
    }
}
