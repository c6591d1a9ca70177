using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class ModuleRolesTests
{
    [Fact]
    public void Roles_are_the_formulas_over_a_matrix() =>
        (from list in Gens.Any from labels in Gen.Int[0, 2].Array[list.N] select (list, labels)).Sample(given =>
        {
            (EdgeList list, int[] labels) = given;
            double[,] a = (list with { Directed = false }).Matrix();
            int[] all = [.. Enumerable.Range(0, list.N)];
            double Toward(int v, int label) => all.Where(u => u != v && labels[u] == label).Sum(u => a[v, u]);
            ModuleRolesResult result = ModuleRoles.Compute(list.Graph(), Partition.From(labels));
            foreach (int v in all)
            {
                double strength = Enumerable.Range(0, 3).Sum(label => Toward(v, label));
                Assert.Equal(strength == 0, result.Participation[v] is null);
                Assert.Equal(strength == 0, result.WithinModuleZ[v] is null);
                if (strength == 0)
                {
                    continue;
                }
                double[] inside = [.. all.Where(u => labels[u] == labels[v]).Select(u => Toward(u, labels[u]))];
                double mean = inside.Average(), deviation = Math.Sqrt(inside.Average(x => (x - mean) * (x - mean)));
                Assert.True(Near.Same(1 - Enumerable.Range(0, 3).Sum(label => Math.Pow(Toward(v, label) / strength, 2)), result.Participation[v]!.Value, Near.Rounding));
                Assert.True(Near.Same(deviation < 1e-9 ? 0 : (Toward(v, labels[v]) - mean) / deviation, result.WithinModuleZ[v]!.Value, Near.Exact));
            }
        });
}
