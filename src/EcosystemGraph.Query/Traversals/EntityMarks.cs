using System.Buffers;

namespace EcosystemGraph.Query.Traversals;

/// <summary>A set of entities for the time of a walk, from a pool: one bit each.</summary>
internal readonly struct EntityMarks : IDisposable
{
    private readonly ulong[] _words;

    private EntityMarks(ulong[] words) => _words = words;

    /// <summary>An empty set. Give it back by disposing of it, once.</summary>
    public static EntityMarks Rent(int capacity)
    {
        var length = (capacity + 63) / 64;
        var words = ArrayPool<ulong>.Shared.Rent(length);
        words.AsSpan(0, length).Clear();
        return new EntityMarks(words);
    }

    public bool Contains(int entity) => (_words[entity >> 6] & (1UL << (entity & 63))) != 0;

    /// <summary>Adds an entity; false if it is there already.</summary>
    public bool Add(int entity)
    {
        ref var word = ref _words[entity >> 6];
        var bit = 1UL << (entity & 63);
        if ((word & bit) != 0) return false;
        word |= bit;
        return true;
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(_words);
}
