using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

/// <summary>A small graph whose vertices have groups, some of them none; one group is always empty.</summary>
internal sealed record GroupedGraph(EdgeList List, int[] Groups)
{
    public const int Count = 4;

    public static readonly Gen<GroupedGraph> Any =
        from list in Gens.Any from groups in Gen.Int[-1, Count - 2].Array[list.N] select new GroupedGraph(list, groups);

    /// <summary>The sum of what is told of the arcs from a group to a group: 1, or their weights.</summary>
    public double[,] Mixing(bool weighted)
    {
        double[,] matrix = new double[Count, Count];
        foreach ((int from, int to, int edge) in List.Arcs().Where(a => Groups[a.From] >= 0 && Groups[a.To] >= 0))
        {
            matrix[Groups[from], Groups[to]] += weighted ? List.Weight(edge) : 1;
        }
        return matrix;
    }

    public GroupedGraph Relabel(int[] names)
    {
        int[] groups = new int[names.Length];
        for (int v = 0; v < names.Length; v++)
        {
            groups[names[v]] = Groups[v];
        }
        return new GroupedGraph(List.Relabel(names), groups);
    }

    public GroupedGraph WithIsolate() => new(List.WithIsolate(), [.. Groups, 0]);
}
