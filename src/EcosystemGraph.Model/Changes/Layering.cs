using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.Model.Changes;

/// <summary>
/// Turns a change set into the rows that end and begin, given the rows that hold now. Every store uses it, so all agree.
/// </summary>
public static class Layering
{
    private const int ParallelFrom = 50_000;

    /// <summary>Computes what a change set changes. O(size of the change set) look-ups.</summary>
    /// <param name="changes">The change set.</param>
    /// <param name="current">Finds the row that holds now in a layer, or null; null itself where nothing holds yet.</param>
    /// <exception cref="InvalidInputException">The change set names one key twice; which of the two should hold cannot be known.</exception>
    public static (List<RowKey> Closed, List<Fact> Opened) Plan(ChangeSet changes, Func<RowKey, Fact?>? current)
    {
        RefuseRepeatedKeys(changes);
        if (current is null) return ([], [.. changes.Upserts.Select(upsert => InLayer(upsert, changes.Origin))]);
        var closed = new List<RowKey>();
        var opened = new List<Fact>();
        foreach (var key in changes.Removals)
        {
            var row = new RowKey(key, changes.Origin);
            var held = current(row);
            var hides = changes.Origin == Origin.Mutation && current(new RowKey(key, Origin.Bundle)) is not null;
            if (held is Retraction && hides) continue;
            if (held is not null) closed.Add(row);
            if (hides) opened.Add(new Retraction(key) { Origin = Origin.Mutation });
        }

        foreach (var upsert in changes.Upserts)
        {
            var fact = InLayer(upsert, changes.Origin);
            var row = new RowKey(fact.Key, changes.Origin);
            var held = current(row);
            if (held is not null)
            {
                if (held.Equals(fact)) continue;
                closed.Add(row);
            }

            opened.Add(fact);
        }

        return (closed, opened);
    }

    /// <summary>The manifest that a change set brings if it differs from the one that holds now, else null.</summary>
    /// <param name="changes">The change set.</param>
    /// <param name="current">The manifest that holds now, or null.</param>
    /// <param name="store">The store, for the message.</param>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.Foreign"/> if the store holds another bundle.</exception>
    public static BundleManifest? PlanManifest(ChangeSet changes, BundleManifest? current, StoreDescription store)
    {
        if (changes.Manifest is null || changes.Manifest == current) return null;
        if (current is not null && current.Name != changes.Manifest.Name)
        {
            throw new StoreException(
                StoreErrorCode.Foreign,
                $"'{store.Location}' holds the bundle '{current.Name}', not '{changes.Manifest.Name}'; a store holds one bundle: give each its own");
        }

        return changes.Manifest;
    }

    private static Fact InLayer(Fact fact, Origin origin) => fact.Origin == origin ? fact : fact with { Origin = origin };

    // Hashes first: of a million keys hardly two share one, and only those are compared. A set of all keys would cost more memory than the facts.
    private static void RefuseRepeatedKeys(ChangeSet changes)
    {
        var hashes = new long[changes.Removals.Count + changes.Upserts.Count];
        var count = 0;
        foreach (var key in changes.Removals) hashes[count++] = LongHash(key);
        var upserts = changes.Upserts;
        if (upserts.Count < ParallelFrom)
        {
            foreach (var fact in upserts) hashes[count++] = LongHash(fact.Key);
        }
        else
        {
            // Keys are texts put together anew: of a million, that is a second's work.
            Parallel.For(0, upserts.Count, i => hashes[count + i] = LongHash(upserts[i].Key));
        }

        Array.Sort(hashes);
        var shared = new HashSet<long>();
        for (var i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] == hashes[i - 1]) shared.Add(hashes[i]);
        }

        if (shared.Count == 0) return;
        var seen = new HashSet<FactKey>();
        foreach (var key in changes.Removals.Concat(changes.Upserts.Select(static fact => fact.Key)))
        {
            if (!shared.Contains(LongHash(key)) || seen.Add(key)) continue;
            throw new InvalidInputException(
                [new Problem(ProblemCode.Duplicate, $"'{key.Subject}' ({key.Type}, {key.Citations}) is in change set '{changes.Id}' twice; expected once")]);
        }
    }

    private static long LongHash(FactKey key) => ((long)key.Subject.GetHashCode(StringComparison.Ordinal) << 32) | (uint)HashCode.Combine(key.Type, key.Citations);
}
