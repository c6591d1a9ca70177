namespace EcosystemGraph.Kernels.Tests;

/// <summary>Partitions compared as sets of sets, never by label.</summary>
internal static class Sets
{
    public static HashSet<string> Of(IEnumerable<int> labels) =>
        [.. labels.Select((label, v) => (label, v)).GroupBy(x => x.label, x => x.v).Select(group => string.Join(',', group.Order()))];

    /// <summary>Groups by a relation that is an equivalence.</summary>
    public static HashSet<string> Of(int n, Func<int, int, bool> same) =>
        [.. Enumerable.Range(0, n).Select(v => string.Join(',', Enumerable.Range(0, n).Where(u => u == v || same(u, v))))];
}
