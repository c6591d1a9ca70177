using System.Buffers;

namespace EcosystemGraph.Kernels;

/// <summary>
/// A frontier of vertices and, behind it, the next one, which many workers fill at once. Its order depends on them, so only sets may be kept in it. A vertex
/// enters once between two clearings, so both lie in one array, which is lent and given back.
/// </summary>
internal sealed class VertexQueue(int capacity) : IDisposable
{
    private readonly int[] items = ArrayPool<int>.Shared.Rent(capacity);
    private int start;
    private int end;
    private int count;

    /// <summary>What was added before the last advance.</summary>
    public ReadOnlySpan<int> Frontier => items.AsSpan(start, end - start);

    public void Clear() => start = end = count = 0;

    public void Add(int vertex) => items[count++] = vertex;

    /// <summary>Makes what was added since the last advance the frontier.</summary>
    public void Advance() => (start, end) = (end, count);

    public void Dispose() => ArrayPool<int>.Shared.Return(items);

    /// <summary>A worker's own buffer, which takes the lock of the memory bus once in many vertices.</summary>
    public ref struct Buffer(VertexQueue queue, Span<int> space)
    {
        private readonly Span<int> space = space;
        private int used;

        public void Add(int vertex)
        {
            if (used == space.Length)
            {
                Flush();
            }
            space[used++] = vertex;
        }

        public void Flush()
        {
            int end = Interlocked.Add(ref queue.count, used);
            space[..used].CopyTo(queue.items.AsSpan(end - used));
            used = 0;
        }
    }
}
