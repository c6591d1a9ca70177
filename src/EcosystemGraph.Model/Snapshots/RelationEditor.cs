using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>Makes the next relation table.</summary>
internal static class RelationEditor
{
    public static RelationTable Apply(RelationTable table, EntityTable entities, RowEdits edits, HashSet<int> changed)
    {
        if (edits.Relations.Count == 0)
            return entities == table.Entities ? table : With(table, entities, table.Columns, table.Outgoing, table.Incoming, table.Count, table.DeniedRelations, table.Layered);

        var columns = table.Columns;
        var (kinds, from, to, confidence) = (columns.Kinds.Edit(), columns.From.Edit(), columns.To.Edit(), columns.Confidence.Edit());
        var (holdsFrom, holdsTo, statements) = (columns.HoldsFrom.Edit(), columns.HoldsTo.Edit(), columns.Statements.Edit());
        var layered = table.Layered;
        var denied = table.DeniedRelations.ToHashSet();
        var count = table.Count;
        var outgoing = new Dictionary<int, List<int>>();
        var incoming = new Dictionary<int, List<int>>();
        foreach (var (identity, rowEdits) in Group(table, entities, edits))
        {
            var relation = Find(table, identity, kinds.Count);
            var isNew = relation == kinds.Count;
            var rows = isNew ? [] : table.Rows(relation);
            foreach (var edit in rowEdits) rows = edit.Apply(rows);
            var effective = Folding.Effective<RelationStatement>(rows);
            kinds.Grow(relation + 1);
            from.Grow(relation + 1);
            to.Grow(relation + 1);
            confidence.Grow(relation + 1);
            holdsFrom.Grow(relation + 1);
            holdsTo.Grow(relation + 1);
            statements.Grow(relation + 1);
            var before = confidence[relation] > 0;
            kinds[relation] = rows.Length == 0 ? EntityTable.Absent : identity.Kind;
            from[relation] = identity.From;
            to[relation] = identity.To;
            confidence[relation] = effective.Length == 0 ? 0 : effective[0].Confidence;
            (holdsFrom[relation], holdsTo[relation]) = RelationColumnsBuilder.Holds(effective);
            statements[relation] = effective;
            layered = effective.Length == rows.Length ? layered.Remove(relation) : layered.SetItem(relation, rows);
            if (effective.Length > 0 && effective[0].Certainty == Certainty.Denied) denied.Add(relation);
            else denied.Remove(relation);
            var after = confidence[relation] > 0;
            count += (after ? 1 : 0) - (before ? 1 : 0);
            changed.Add(identity.From);
            changed.Add(identity.To);
            if (before == after) continue;
            Change(outgoing, table.Outgoing, identity.From, relation, after, (a, b) => Order(a, b, to));
            Change(incoming, table.Incoming, identity.To, relation, after, (a, b) => Order(a, b, from));
        }

        var next = new RelationColumns(kinds.ToImmutable(), from.ToImmutable(), to.ToImmutable(), confidence.ToImmutable(), holdsFrom.ToImmutable(), holdsTo.ToImmutable(), statements.ToImmutable());
        return With(table, entities, next,
            table.Outgoing.With(outgoing.ToDictionary(l => l.Key, l => l.Value.ToArray())), table.Incoming.With(incoming.ToDictionary(l => l.Key, l => l.Value.ToArray())),
            count, [.. denied.Order()], layered);

        int Order(int a, int b, BlockedArray<int>.Editor otherEnd)
        {
            if (kinds[a] != kinds[b]) return kinds[a].CompareTo(kinds[b]);
            var byId = string.CompareOrdinal(entities.Id(otherEnd[a]), entities.Id(otherEnd[b]));
            return byId != 0 ? byId : string.CompareOrdinal(statements[a][0].RelationKey, statements[b][0].RelationKey);
        }
    }

    private static RelationTable With(RelationTable table, EntityTable entities, RelationColumns columns, Adjacency outgoing, Adjacency incoming, int count, int[] denied,
        System.Collections.Immutable.ImmutableDictionary<int, Fact[]> layered) =>
        new(table.Ontology, entities, columns, outgoing, incoming, count, denied, layered);

    private static Dictionary<RelationIdentity, List<RowEdit>> Group(RelationTable table, EntityTable entities, RowEdits edits)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = new Dictionary<RelationIdentity, List<RowEdit>>();
        foreach (var (id, edit) in edits.Relations)
        {
            if (!RelationId.TryParse(id, out _, out var source, out var target, out _)) throw SnapshotBuilder.Broken($"'{id}' is not the id of a relation");
            foreach (var end in new[] { source, target })
            {
                // An end that goes in the same revision is known by the index that it had.
                if (entities.TryFind(end, out var entity) || table.Entities.TryFind(end, out entity)) index[end] = entity;
            }

            var row = edit.Opened.Count > 0 ? edit.Opened[0] : new Changes.Retraction(edit.Closed.First().Key);
            var identity = RelationIdentity.Of(row, entities, index, 0);
            if (!groups.TryGetValue(identity, out var list)) groups[identity] = list = [];
            list.Add(edit);
        }

        return groups;
    }

    private static int Find(RelationTable table, RelationIdentity identity, int next)
    {
        if (identity.From >= table.Entities.Capacity || identity.To >= table.Entities.Capacity) return next;
        if (table.TryFind(table.Ontology.Relations[identity.Kind], identity.From, identity.To, identity.Key, out var relation)) return relation;
        foreach (var candidate in table.DeniedRelations.Concat(table.Layered.Keys))
        {
            if (table.Columns.From[candidate] == identity.From && table.Columns.To[candidate] == identity.To && table.Rows(candidate)[0].Key.Subject is var id
                && RelationId.TryParse(id, out var kind, out _, out _, out var key) && kind == table.Ontology.Relations[identity.Kind].Name && key == identity.Key)
                return candidate;
        }

        return next;
    }

    /// <summary>Puts a relation into its place in the list of an entity, or takes it out; the list stays in order.</summary>
    private static void Change(Dictionary<int, List<int>> changes, Adjacency adjacency, int entity, int relation, bool add, Comparison<int> order)
    {
        if (!changes.TryGetValue(entity, out var list)) changes[entity] = list = [.. adjacency[entity]];
        if (!add)
        {
            list.Remove(relation);
            return;
        }

        var at = list.BinarySearch(relation, Comparer<int>.Create(order));
        list.Insert(at < 0 ? ~at : at, relation);
    }
}
