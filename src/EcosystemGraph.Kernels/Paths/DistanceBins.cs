using System.Runtime.CompilerServices;

namespace EcosystemGraph.Kernels;

/// <summary>A worker's vertices by the bin of their distance, and those beyond the last bin.</summary>
internal sealed class DistanceBins
{
    public const int Count = 1024;

    private readonly int[][] items = new int[Count][];
    private readonly int[] sizes = new int[Count];

    public DistanceBins() => Array.Fill(items, []);

    public List<int> Beyond { get; } = [];

    public int SizeOf(int bin) => sizes[bin];

    /// <summary>Adds a vertex at a distance, in widths of a bin from the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int vertex, double at)
    {
        if (at >= Count)
        {
            Beyond.Add(vertex);
            return;
        }
        int bin = (int)at, size = sizes[bin];
        if (size == items[bin].Length)
        {
            Grow(bin);
        }
        items[bin][size] = vertex;
        sizes[bin] = size + 1;
    }

    /// <summary>The first bin from one on that has vertices; <see cref="Count"/> if none has.</summary>
    public int NextFilled(int from)
    {
        int distance = sizes.AsSpan(from).IndexOfAnyExcept(0);
        return distance < 0 ? Count : from + distance;
    }

    /// <summary>Moves the vertices of a bin out of it and returns their number.</summary>
    public int TakeAll(int bin, Span<int> to)
    {
        int size = sizes[bin];
        items[bin].AsSpan(0, size).CopyTo(to);
        sizes[bin] = 0;
        return size;
    }

    private void Grow(int bin) => Array.Resize(ref items[bin], Math.Max(16, 2 * items[bin].Length));
}
