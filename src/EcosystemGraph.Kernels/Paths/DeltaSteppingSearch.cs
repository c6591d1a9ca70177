using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Distances from one vertex by bins of a width: the vertices of the lowest bin are relaxed together, those that come nearer go to the bin of their new
/// distance, and one that came nearer since it went into a bin is left out there. Workers have bins of their own and share but the distances.
/// </summary>
/// <remarks>
/// A distance is the least over all paths of the lengths added from the source on, each sum rounded; it depends on no order, so neither do the bytes.
/// </remarks>
internal sealed class DeltaSteppingSearch
{
    private const int Chunk = 64;

    /// <summary>A bin of fewer vertices is not worth waking a second thread for.</summary>
    private const int WorthSharing = 1024;

    private const int FarAhead = 8;
    private const int NearAhead = 4;

    private readonly KernelContext context;
    private readonly Adjacency rows;
    private readonly double[] lengths;
    private readonly double inverseWidth;
    private readonly DistanceBins[] bins;
    private int[] frontier = [];

    public DeltaSteppingSearch(KernelContext context, Adjacency rows, double[] lengths, double width)
    {
        this.context = context;
        this.rows = rows;
        this.lengths = lengths;
        inverseWidth = 1 / width;
        Distances = new double[rows.VertexCount];
        bins = new DistanceBins[context.Threads];
    }

    /// <summary>Infinite where no path leads.</summary>
    public double[] Distances { get; }

    public void Run(int source)
    {
        Array.Fill(Distances, double.PositiveInfinity);
        for (int worker = 0; worker < bins.Length; worker++)
        {
            bins[worker] = new DistanceBins();
        }
        Distances[source] = 0;
        bins[0].Add(source, 0);
        double first = 0;
        do
        {
            for (int bin = NextBin(0); bin < DistanceBins.Count; bin = NextBin(bin))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                Settle(bin, first);
            }
        }
        while (Refill(ref first));
    }

    private int NextBin(int from)
    {
        int next = DistanceBins.Count;
        foreach (DistanceBins mine in bins)
        {
            next = Math.Min(next, mine.NextFilled(from));
        }
        return next;
    }

    /// <summary>Relaxes the vertices of a bin once; those that come into it meanwhile wait for the next time.</summary>
    private void Settle(int bin, double first)
    {
        int size = 0;
        foreach (DistanceBins mine in bins)
        {
            size += mine.SizeOf(bin);
        }
        if (frontier.Length < size)
        {
            frontier = GC.AllocateUninitializedArray<int>(size + size / 2);
        }
        int position = 0;
        foreach (DistanceBins mine in bins)
        {
            position += mine.TakeAll(bin, frontier.AsSpan(position));
        }
        if (size < WorthSharing || context.Threads == 1)
        {
            Relax<Alone>(bins[0], 0, size, bin, first);
            return;
        }
        Blocks.ForEach(context, (size + Chunk - 1) / Chunk, (worker, item) =>
            Relax<Together>(bins[worker], item * Chunk, Math.Min(size, (item + 1) * Chunk), bin, first));
    }

    private void Relax<TWriting>(DistanceBins mine, int from, int to, int bin, double first)
        where TWriting : struct, IWriting
    {
        ref double distances = ref MemoryMarshal.GetArrayDataReference(Distances);
        ref int offsets = ref MemoryMarshal.GetArrayDataReference(rows.Offsets);
        ref int neighbors = ref MemoryMarshal.GetArrayDataReference(rows.Neighbors);
        ref double lengthAt = ref MemoryMarshal.GetArrayDataReference(lengths);
        for (int i = from; i < to; i++)
        {
            // Vertices of a bin lie anywhere: their rows are fetched while those before them are worked on.
            if (i + FarAhead < to)
            {
                int far = frontier[i + FarAhead];
                Prefetch.At(ref distances, far);
                Prefetch.At(ref offsets, far);
            }
            if (i + NearAhead < to)
            {
                int row = Unsafe.Add(ref offsets, frontier[i + NearAhead]);
                Prefetch.At(ref neighbors, row);
                Prefetch.At(ref neighbors, row + 16);
                Prefetch.At(ref lengthAt, row);
                Prefetch.At(ref lengthAt, row + 8);
                Prefetch.At(ref lengthAt, row + 16);
            }
            int u = frontier[i];
            double reached = Unsafe.Add(ref distances, u);
            if (reached * inverseWidth - first < bin)
            {
                continue;
            }
            int end = Unsafe.Add(ref offsets, u + 1);
            for (int arc = Unsafe.Add(ref offsets, u); arc < end; arc++)
            {
                int v = Unsafe.Add(ref neighbors, arc);
                double distance = reached + Unsafe.Add(ref lengthAt, arc);
                ref double known = ref Unsafe.Add(ref distances, v);
                if (distance < known && TWriting.Lower(ref known, distance))
                {
                    mine.Add(v, distance * inverseWidth - first);
                }
            }
        }
    }

    /// <summary>Starts the bins anew at the nearest vertex of those beyond the last; whether there is one.</summary>
    private bool Refill(ref double first)
    {
        double nearest = double.PositiveInfinity;
        foreach (DistanceBins mine in bins)
        {
            foreach (int v in mine.Beyond)
            {
                // Nearer ones were settled since.
                double at = Distances[v] * inverseWidth;
                nearest = at - first >= DistanceBins.Count ? Math.Min(nearest, at) : nearest;
            }
        }
        if (double.IsPositiveInfinity(nearest))
        {
            return false;
        }
        double before = first;
        first = Math.Floor(nearest);
        foreach (DistanceBins mine in bins)
        {
            int[] beyond = [.. mine.Beyond];
            mine.Beyond.Clear();
            foreach (int v in beyond)
            {
                double at = Distances[v] * inverseWidth;
                if (at - before >= DistanceBins.Count)
                {
                    mine.Add(v, at - first);
                }
            }
        }
        return true;
    }

    private interface IWriting
    {
        /// <summary>Lowers a distance; false if another thread was lower.</summary>
        static abstract bool Lower(ref double known, double distance);
    }

    private readonly struct Alone : IWriting
    {
        public static bool Lower(ref double known, double distance)
        {
            known = distance;
            return true;
        }
    }

    private readonly struct Together : IWriting
    {
        public static bool Lower(ref double known, double distance)
        {
            for (double seen = Volatile.Read(ref known); distance < seen;)
            {
                double before = Interlocked.CompareExchange(ref known, distance, seen);
                if (before == seen)
                {
                    return true;
                }
                seen = before;
            }
            return false;
        }
    }
}
