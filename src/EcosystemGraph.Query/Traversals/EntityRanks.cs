using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Query.Traversals;

/// <summary>The place of each entity among all by id: comparing places is comparing ids. Made once for a snapshot, O(n).</summary>
internal sealed class EntityRanks
{
    private readonly int[] _ranks;

    private EntityRanks(EntityTable entities)
    {
        _ranks = new int[entities.Capacity];
        var all = entities.All;
        for (var i = 0; i < all.Length; i++) _ranks[all[i]] = i;
    }

    /// <summary>The place of an entity.</summary>
    public int this[int entity] => _ranks[entity];

    public static EntityRanks Of(GraphSnapshot snapshot) => snapshot.Derive<EntityRanks>((s, _) => new EntityRanks(s.Entities));
}
