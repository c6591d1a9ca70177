using System.Globalization;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>Groups of vertices, the largest first, those of one size by their least vertex.</summary>
public sealed class PartitionResult : MeasureResult
{
    private readonly int[] _offsets;
    private readonly int[] _members;
    private readonly int _vertices;

    internal PartitionResult(Partition partition, double? quality = null, string? qualityMeasure = null)
    {
        Partition = partition;
        Quality = quality;
        QualityMeasure = qualityMeasure;
        _vertices = partition.Labels.Length;
        _offsets = new int[partition.Count + 1];
        for (var g = 0; g < partition.Count; g++) _offsets[g + 1] = _offsets[g] + partition.Sizes[g];
        _members = new int[_vertices];
        var cursor = _offsets.AsSpan(0, partition.Count).ToArray();
        for (var v = 0; v < _vertices; v++) _members[cursor[partition.Labels[v]]++] = v;
    }

    /// <summary>Groups that may share vertices and may leave some out.</summary>
    internal PartitionResult(int vertices, IEnumerable<int[]> groups)
    {
        _vertices = vertices;
        var sorted = groups.Select(g => g.Order().ToArray()).OrderByDescending(g => g.Length).ThenBy(g => g, Comparer<int[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b))).ToList();
        _offsets = new int[sorted.Count + 1];
        for (var g = 0; g < sorted.Count; g++) _offsets[g + 1] = _offsets[g] + sorted[g].Length;
        _members = [.. sorted.SelectMany(g => g)];
    }

    /// <summary>The group of each vertex; null where groups share vertices or leave some out, as biconnected components do.</summary>
    public Partition? Partition { get; }

    /// <summary>How good the partition is by <see cref="QualityMeasure"/>; null where that has no value or there is none.</summary>
    public double? Quality { get; }

    /// <summary>The name of the measure that <see cref="Quality"/> is of; null for none.</summary>
    public string? QualityMeasure { get; }

    /// <summary>The number of groups.</summary>
    public int Count => _offsets.Length - 1;

    /// <summary>The vertices of a group, ascending. O(1).</summary>
    /// <param name="group">From 0 to <see cref="Count"/> − 1.</param>
    public ReadOnlySpan<int> Members(int group) => _members.AsSpan(_offsets[group].._offsets[group + 1]);

    /// <summary>The groups of a vertex: one, or where groups share vertices or leave some out, any number. O(1) in a partition, else O(groups log members).</summary>
    /// <param name="vertex">The vertex.</param>
    public IEnumerable<int> GroupsOf(int vertex) =>
        Partition is { } partition ? [partition.Labels[vertex]] : Enumerable.Range(0, Count).Where(g => Members(g).BinarySearch(vertex) >= 0);

    internal override long Bytes => (4L * (_offsets.Length + _members.Length)) + (Partition is null ? 0 : 4L * (_vertices + Count));

    internal override MeasureScope Scope => MeasureScope.Partition;

    /// <summary>Over the group of each vertex; where groups share vertices, over each vertex with its group.</summary>
    internal override string Digest(IMeasuredGraph graph, CancellationToken cancellationToken)
    {
        if (Partition is { } partition) return ScoreLists.Digest(Array.ConvertAll(partition.Labels, static label => (double)label), graph.VertexId, cancellationToken);
        var groups = new double[_members.Length];
        for (var g = 0; g < Count; g++) groups.AsSpan(_offsets[g].._offsets[g + 1]).Fill(g);
        return ScoreLists.Digest(groups, i => string.Create(CultureInfo.InvariantCulture, $"{graph.VertexId(_members[i])}\u001f{groups[i]}"), cancellationToken);
    }
}
