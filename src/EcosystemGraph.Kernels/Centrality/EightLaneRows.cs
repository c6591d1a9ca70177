using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcosystemGraph.Kernels;

/// <summary>What is done with the sums of <see cref="EightLaneRows"/>.</summary>
internal interface ILaneSums
{
    /// <summary>Told before the terms of a row, and again where a long row goes on.</summary>
    void Begin(int row);

    /// <summary>Told each term: lanes 0–3 and 4–7, those that do not count 0.</summary>
    void Term(int arc, Vector256<double> low, Vector256<double> high);

    /// <summary>Told the sums of a row and the lanes in which there was a term.</summary>
    void End(int row, Vector256<double> low, Vector256<double> high, int lanes);
}

/// <summary>
/// Sums of eight lanes over those arcs of many rows that count. They are gathered without a branch and then added row by row: so the processor loads them
/// from all over the memory well ahead of their sums. Terms are added in the order of the arcs, wherever a batch ends.
/// </summary>
internal sealed class EightLaneRows(Adjacency rows)
{
    private const int Capacity = 1024;

    private readonly int[] ends = new int[Capacity];
    private readonly int[] arcs = new int[Capacity];
    private readonly byte[] lanes = new byte[Capacity];
    private readonly int[] rowNames = new int[Capacity];
    private readonly int[] rowStops = new int[Capacity];
    private int count;
    private int rowCount;
    private Vector256<double> low;
    private Vector256<double> high;
    private int met;

    /// <summary>Adds a row: the arcs of a vertex to those that have one of the lanes asked for.</summary>
    /// <param name="row">What the row is called.</param>
    /// <param name="vertex">The vertex.</param>
    /// <param name="asked">The lanes asked for.</param>
    /// <param name="lanesOf">The lanes that each vertex has.</param>
    /// <param name="lines">The terms of each vertex.</param>
    /// <param name="sums">Told the sums, at once or later.</param>
    public void Add<T>(int row, int vertex, int asked, byte[] lanesOf, CacheLines<double> lines, ref T sums)
        where T : struct, ILaneSums
    {
        ref byte has = ref MemoryMarshal.GetArrayDataReference(lanesOf);
        ref int neighbors = ref MemoryMarshal.GetArrayDataReference(rows.Neighbors);
        int arc = rows.Offsets[vertex], end = rows.Offsets[vertex + 1];
        while (arc < end)
        {
            int stop = Math.Min(end, arc + Capacity - count), at = count;
            for (; arc < stop; arc++)
            {
                int u = Unsafe.Add(ref neighbors, arc);
                int both = Unsafe.Add(ref has, u) & asked;
                ends[at] = u;
                arcs[at] = arc;
                lanes[at] = (byte)both;
                at += both != 0 ? 1 : 0;
            }
            count = at;
            if (count == Capacity)
            {
                Flush(row, lines, ref sums);
            }
        }
        rowNames[rowCount] = row;
        rowStops[rowCount++] = count;
        if (rowCount == Capacity)
        {
            Flush(row, lines, ref sums);
        }
    }

    /// <summary>Adds up what was gathered; what follows the last whole row is the beginning of another.</summary>
    public void Flush<T>(int unfinished, CacheLines<double> lines, ref T sums)
        where T : struct, ILaneSums
    {
        int i = 0;
        for (int r = 0; r < rowCount; r++)
        {
            AddUp(rowNames[r], ref i, rowStops[r], lines, ref sums);
            sums.End(rowNames[r], low, high, met);
            (low, high, met) = (default, default, 0);
        }
        if (i < count)
        {
            AddUp(unfinished, ref i, count, lines, ref sums);
        }
        count = rowCount = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddUp<T>(int row, ref int i, int stop, CacheLines<double> lines, ref T sums)
        where T : struct, ILaneSums
    {
        ref double first = ref lines.First;
        sums.Begin(row);
        Vector256<double> a = low, b = high;
        int all = met;
        for (; i < stop; i++)
        {
            Prefetch.At(ref first, (nint)ends[Math.Min(i + EightLanes.Ahead, Capacity - 1)] * EightLanes.Count);
            nuint at = (nuint)ends[i] * EightLanes.Count;
            int mine = lanes[i];
            Vector256<double> termLow = Vector256.LoadUnsafe(ref first, at) & EightLanes.LowMask(mine);
            Vector256<double> termHigh = Vector256.LoadUnsafe(ref first, at + 4) & EightLanes.HighMask(mine);
            a += termLow;
            b += termHigh;
            all |= mine;
            sums.Term(arcs[i], termLow, termHigh);
        }
        (low, high, met) = (a, b, all);
    }
}
