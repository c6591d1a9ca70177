using System.Runtime.InteropServices;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>Edges on their way into a graph; the position of an edge is its id.</summary>
internal sealed class EdgeList(bool weighted)
{
    private readonly List<int> _sources = [];
    private readonly List<int> _targets = [];
    private readonly List<double> _weights = [];
    private readonly List<int> _relations = [];

    public ReadOnlySpan<int> Sources => CollectionsMarshal.AsSpan(_sources);

    public ReadOnlySpan<int> Targets => CollectionsMarshal.AsSpan(_targets);

    /// <summary>The weights; empty for a graph without.</summary>
    public ReadOnlySpan<double> Weights => CollectionsMarshal.AsSpan(_weights);

    public int[] Relations => [.. _relations];

    /// <summary>Makes room for so many edges.</summary>
    public void Expect(int edges)
    {
        _sources.EnsureCapacity(edges);
        _targets.EnsureCapacity(edges);
        _relations.EnsureCapacity(edges);
        if (weighted) _weights.EnsureCapacity(edges);
    }

    public void Add(int source, int target, double weight, int relation)
    {
        _sources.Add(source);
        _targets.Add(target);
        _relations.Add(relation);
        if (weighted) _weights.Add(weight);
    }
}
