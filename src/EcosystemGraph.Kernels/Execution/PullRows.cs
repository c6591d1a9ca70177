using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Rows laid out for kernels that pull a value along every arc, round after round. Rows are worked on by falling length, so that the processor foresees
/// where each ends, and values stand by falling use, so that those read most share the caches. The terms of a row keep their order, so a sum has the same
/// bits as over the graph itself.
/// </summary>
/// <remarks>Memory 4 bytes an arc, 8 more with weights, and 12 a vertex; O(n + m), about the time of one round.</remarks>
internal sealed class PullRows
{
    /// <summary>A task is closed at so many arcs: long rows make small tasks, so that the first of them do not hold all the work.</summary>
    private const int ArcsOfTask = 1 << 14;

    /// <summary>A round over fewer arcs is over before a second thread would be awake.</summary>
    private const int WorthSharing = 1 << 16;

    private readonly int[] offsets;
    private readonly int[] places;
    private readonly double[]? weights;
    private readonly int[] tasks;

    /// <param name="context">Threads and cancellation.</param>
    /// <param name="rows">The rows to pull along.</param>
    /// <param name="uses">
    /// How often the value of each vertex is read; those of 0 stand last, in the order of the vertices. Null to let values stand in the order of the work.
    /// </param>
    public PullRows(KernelContext context, Adjacency rows, int[]? uses)
    {
        int n = rows.VertexCount;
        int[] lengths = new int[n];
        for (int v = 0; v < n; v++)
        {
            lengths[v] = rows.Degree(v);
        }
        VertexAt = ByFalling(lengths);
        int[] byUse = uses is null || uses.AsSpan().SequenceEqual(lengths) ? VertexAt : ByFalling(uses);
        int[] placeOf = new int[n];
        for (int place = 0; place < n; place++)
        {
            placeOf[byUse[place]] = place;
        }

        offsets = new int[n + 1];
        PlaceAt = new int[n];
        for (int i = 0; i < n; i++)
        {
            offsets[i + 1] = offsets[i] + lengths[VertexAt[i]];
            PlaceAt[i] = placeOf[VertexAt[i]];
        }
        tasks = Cut(offsets);
        places = GC.AllocateUninitializedArray<int>(offsets[n]);
        weights = rows.Weights is null ? null : GC.AllocateUninitializedArray<double>(offsets[n]);
        ForTasks(context, (_, from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                Span<int> row = places.AsSpan(offsets[i], offsets[i + 1] - offsets[i]);
                ReadOnlySpan<int> neighbors = rows.NeighborsOf(VertexAt[i]);
                for (int k = 0; k < row.Length; k++)
                {
                    row[k] = placeOf[neighbors[k]];
                }
                if (weights is not null)
                {
                    rows.WeightsOf(VertexAt[i]).CopyTo(weights.AsSpan(offsets[i]));
                }
            }
        });
    }

    /// <summary>The vertices in the order of the work.</summary>
    public int[] VertexAt { get; }

    /// <summary>Where the value of each vertex stands, in the order of the work.</summary>
    public int[] PlaceAt { get; }

    public int TaskCount => tasks.Length - 1;

    /// <summary>Runs the body once for every task: its number, its first row in the order of the work, and the row after its last.</summary>
    public void ForTasks(KernelContext context, BlockBody body) =>
        Blocks.ForEach(offsets[^1] < WorthSharing ? context with { Threads = 1 } : context, TaskCount, (_, task) => body(task, tasks[task], tasks[task + 1]));

    /// <summary>For each row of a task, the sum of the values at its arcs, times their weights, over four lanes.</summary>
    public void Pull(int from, int to, double[] values, double[] sums)
    {
        if (weights is not null)
        {
            for (int i = from; i < to; i++)
            {
                int start = offsets[i], length = offsets[i + 1] - start;
                sums[i] = Lanes.Gather(places.AsSpan(start, length), weights.AsSpan(start, length), values);
            }
            return;
        }
        ref double v = ref MemoryMarshal.GetArrayDataReference(values);
        ref int k = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(places), offsets[from]);
        for (int i = from; i < to; i++)
        {
            int length = offsets[i + 1] - offsets[i];
            sums[i] = Lanes.Gather(ref k, length, ref v);
            k = ref Unsafe.Add(ref k, length);
        }
    }

    /// <summary>Pulls along all rows. Only for values that stand in the order of the work.</summary>
    public void Multiply(KernelContext context, double[] values, double[] sums) => ForTasks(context, (_, from, to) => Pull(from, to, values, sums));

    /// <summary>What is in the order of the work, in the order of the vertices.</summary>
    public double[] ByVertex(double[] worked)
    {
        double[] byVertex = new double[worked.Length];
        for (int i = 0; i < worked.Length; i++)
        {
            byVertex[VertexAt[i]] = worked[i];
        }
        return byVertex;
    }

    /// <summary>A stable counting sort.</summary>
    private static int[] ByFalling(ReadOnlySpan<int> keys)
    {
        int most = 0;
        foreach (int key in keys)
        {
            most = Math.Max(most, key);
        }
        int[] cursor = new int[most + 2];
        foreach (int key in keys)
        {
            cursor[most - key + 1]++;
        }
        for (int i = 1; i < cursor.Length; i++)
        {
            cursor[i] += cursor[i - 1];
        }
        int[] order = new int[keys.Length];
        for (int v = 0; v < keys.Length; v++)
        {
            order[cursor[most - keys[v]]++] = v;
        }
        return order;
    }

    private static int[] Cut(int[] offsets)
    {
        var starts = new List<int> { 0 };
        for (int i = 1; i < offsets.Length; i++)
        {
            int start = starts[^1];
            if (offsets[i] - offsets[start] >= ArcsOfTask || i - start == Blocks.Size || i == offsets.Length - 1)
            {
                starts.Add(i);
            }
        }
        return [.. starts];
    }
}
