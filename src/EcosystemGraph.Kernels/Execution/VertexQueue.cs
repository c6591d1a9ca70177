namespace EcosystemGraph.Kernels;

/// <summary>A list of vertices that many workers fill at once. Its order depends on them, so only sets may be kept in it.</summary>
internal sealed class VertexQueue(int capacity)
{
    private readonly int[] items = new int[capacity];
    private int count;

    public int Count => count;

    public ReadOnlySpan<int> Items => items.AsSpan(0, count);

    public void Clear() => count = 0;

    public void Add(int vertex) => items[count++] = vertex;

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
