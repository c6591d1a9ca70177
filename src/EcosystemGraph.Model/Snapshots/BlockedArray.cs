namespace EcosystemGraph.Model.Snapshots;

/// <summary>
/// An immutable array in blocks of 1,024, so that the next version shares every block that did not change.
/// Reading is two array accesses; an edit of k items copies at most k blocks.
/// </summary>
internal sealed class BlockedArray<T>
{
    private const int Shift = 10;
    private const int Size = 1 << Shift;
    private const int Mask = Size - 1;

    private readonly T[][] _blocks;

    private BlockedArray(T[][] blocks, int count)
    {
        _blocks = blocks;
        Count = count;
    }

    public static BlockedArray<T> Empty { get; } = new([], 0);

    public int Count { get; }

    public T this[int index] => _blocks[index >> Shift][index & Mask];

    /// <summary>Takes the items of an array, block by block.</summary>
    public static BlockedArray<T> From(ReadOnlySpan<T> items)
    {
        var blocks = new T[(items.Length + Mask) >> Shift][];
        for (var b = 0; b < blocks.Length; b++)
        {
            blocks[b] = new T[Size];
            items.Slice(b << Shift, Math.Min(Size, items.Length - (b << Shift))).CopyTo(blocks[b]);
        }

        return new BlockedArray<T>(blocks, items.Length);
    }

    /// <summary>A column of default values.</summary>
    public static BlockedArray<T> Default(int count)
    {
        var shared = new T[Size];
        var blocks = new T[(count + Mask) >> Shift][];
        Array.Fill(blocks, shared);
        return new BlockedArray<T>(blocks, count);
    }

    public Editor Edit() => new(this);

    /// <summary>Makes the next version; the version that it started from stays as it is.</summary>
    public sealed class Editor(BlockedArray<T> source)
    {
        private readonly List<T[]> _blocks = [.. source._blocks];
        private readonly HashSet<int> _own = [];

        public int Count { get; private set; } = source.Count;

        public T this[int index]
        {
            get => _blocks[index >> Shift][index & Mask];
            set => Own(index >> Shift)[index & Mask] = value;
        }

        /// <summary>Appends items of the default value up to a count.</summary>
        public void Grow(int count)
        {
            while (_blocks.Count << Shift < count)
            {
                _own.Add(_blocks.Count);
                _blocks.Add(new T[Size]);
            }

            Count = Math.Max(Count, count);
        }

        public BlockedArray<T> ToImmutable() => new([.. _blocks], Count);

        private T[] Own(int block)
        {
            if (_own.Add(block)) _blocks[block] = (T[])_blocks[block].Clone();
            return _blocks[block];
        }
    }
}
