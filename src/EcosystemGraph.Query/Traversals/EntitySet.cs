using System.Numerics;

namespace EcosystemGraph.Query.Traversals;

/// <summary>A set of entities, one bit each. Immutable once it is handed out.</summary>
public sealed class EntitySet
{
    private readonly ulong[] _words;

    internal EntitySet(int capacity) => _words = new ulong[(capacity + 63) / 64];

    /// <summary>How many entities are in the set. O(capacity / 64).</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words) count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>True if the entity is in the set. O(1).</summary>
    public bool Contains(int entity) => (_words[entity >> 6] & (1UL << (entity & 63))) != 0;

    /// <summary>Adds an entity; false if it is there already.</summary>
    internal bool Add(int entity)
    {
        ref var word = ref _words[entity >> 6];
        var bit = 1UL << (entity & 63);
        if ((word & bit) != 0) return false;
        word |= bit;
        return true;
    }
}
