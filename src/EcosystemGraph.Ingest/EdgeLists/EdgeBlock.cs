namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>The edges of a block, their ends as numbers of the table of ids that read it.</summary>
internal sealed class EdgeBlock(int number, IdTable ids, int capacity, bool hasWeights)
{
    private int[] _sources = new int[capacity];
    private int[] _targets = new int[capacity];
    private double[]? _weights = hasWeights ? new double[capacity] : null;

    public int Number => number;

    public IdTable Ids => ids;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Sources => _sources.AsSpan(0, Count);

    public ReadOnlySpan<int> Targets => _targets.AsSpan(0, Count);

    public ReadOnlySpan<double> Weights => _weights.AsSpan(0, _weights is null ? 0 : Count);

    public void Add(int source, int target, double weight)
    {
        // A line end within quotes counts as a line, never the other way round: there is room, but for a last line that does not end.
        if (Count == _sources.Length) Grow();
        _sources[Count] = source;
        _targets[Count] = target;
        if (_weights is not null) _weights[Count] = weight;
        Count++;
    }

    private void Grow()
    {
        var capacity = Math.Max(16, 2 * Count);
        Array.Resize(ref _sources, capacity);
        Array.Resize(ref _targets, capacity);
        if (_weights is not null) Array.Resize(ref _weights, capacity);
    }
}
