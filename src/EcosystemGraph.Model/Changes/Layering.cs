using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Changes;

/// <summary>
/// Turns a change set into the rows that end and begin, given the rows that hold now. Every store uses it, so all agree.
/// </summary>
public static class Layering
{
    /// <summary>Computes what a change set changes. O(size of the change set) look-ups.</summary>
    /// <param name="changes">The change set.</param>
    /// <param name="current">The row that holds now in a layer, or null.</param>
    public static (List<RowKey> Closed, List<Fact> Opened) Plan(ChangeSet changes, Func<RowKey, Fact?> current)
    {
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
            var fact = upsert.Origin == changes.Origin ? upsert : upsert with { Origin = changes.Origin };
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
}
