using System.Collections.Immutable;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>Makes the next entity table.</summary>
internal static class EntityEditor
{
    public static EntityTable Apply(EntityTable table, RowEdits edits, HashSet<int> changed)
    {
        if (edits.Entities.Count == 0) return table;
        var columns = table.Columns;
        var (ids, kinds, names, statements) = (columns.Ids.Edit(), columns.Kinds.Edit(), columns.Names.Edit(), columns.Statements.Edit());
        var (confidence, existsFrom, existsTo) = (columns.Confidence.Edit(), columns.ExistsFrom.Edit(), columns.ExistsTo.Edit());
        var properties = columns.Properties.ToDictionary(p => p.Key, p => p.Value.Edit(), StringComparer.Ordinal);
        var layered = table.Layered;
        var present = false;
        foreach (var group in edits.Entities.GroupBy(e => table.Merged.GetValueOrDefault(e.Key, e.Key)))
        {
            var entity = Index(table, ids, group.Key);
            var rows = entity < table.Capacity ? table.Rows(entity) : [];
            foreach (var (_, edit) in group) rows = edit.Apply(rows);
            var folded = FoldedEntity.Fold(group.Key, rows, table.Ontology);
            var before = entity < table.Capacity ? columns.Kinds[entity] : EntityTable.Absent;
            Grow(entity + 1, ids, kinds, names, statements, confidence, existsFrom, existsTo);
            ids[entity] = group.Key;
            kinds[entity] = folded.Kind?.Index ?? EntityTable.Absent;
            names[entity] = folded.Name ?? group.Key;
            statements[entity] = folded.Statements;
            confidence[entity] = folded.Confidence;
            existsFrom[entity] = folded.ExistsFrom;
            existsTo[entity] = folded.ExistsTo;
            layered = folded.Statements.Length == rows.Length ? layered.Remove(entity) : layered.SetItem(entity, rows);
            SetProperties(properties, entity, folded);
            present |= before != kinds[entity];
            changed.Add(entity);
        }

        foreach (var column in properties.Values) column.Grow(ids.Count);
        var next = new EntityColumns(ids.ToImmutable(), kinds.ToImmutable(), names.ToImmutable(), statements.ToImmutable(), confidence.ToImmutable(),
            existsFrom.ToImmutable(), existsTo.ToImmutable(), properties.ToImmutableDictionary(p => p.Key, p => p.Value.ToImmutable()));
        if (!present) return new EntityTable(table.Ontology, next, table.ById, table.ByKind, layered, table.Merged);
        return Reorder(table, next, layered, changed);
    }

    private static void Grow(int count, BlockedArray<string>.Editor ids, BlockedArray<short>.Editor kinds, BlockedArray<string>.Editor names,
        BlockedArray<EntityStatement[]>.Editor statements, BlockedArray<float>.Editor confidence, BlockedArray<int>.Editor existsFrom, BlockedArray<int>.Editor existsTo)
    {
        ids.Grow(count);
        kinds.Grow(count);
        names.Grow(count);
        statements.Grow(count);
        confidence.Grow(count);
        existsFrom.Grow(count);
        existsTo.Grow(count);
    }

    /// <summary>The index of an entity that is there, was there, or comes now.</summary>
    private static int Index(EntityTable table, BlockedArray<string>.Editor ids, string id)
    {
        if (table.TryFind(id, out var entity)) return entity;
        // An entity that went and comes back, or that is hidden, keeps its index; such are few.
        foreach (var hidden in table.Hidden)
        {
            if (table.Columns.Ids[hidden] == id) return hidden;
        }

        return ids.Count;
    }

    private static void SetProperties(Dictionary<string, BlockedArray<object?>.Editor> properties, int entity, FoldedEntity folded)
    {
        var values = folded.Properties.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (var (name, column) in properties)
        {
            column.Grow(entity + 1);
            var value = values.GetValueOrDefault(name);
            if (!PropertyBag.ValueEquals(column[entity], value)) column[entity] = value;
            values.Remove(name);
        }

        foreach (var (name, value) in values)
        {
            var column = BlockedArray<object?>.Default(entity + 1).Edit();
            column[entity] = value;
            properties[name] = column;
        }
    }

    private static EntityTable Reorder(EntityTable table, EntityColumns columns, ImmutableDictionary<int, Fact[]> layered, HashSet<int> changed)
    {
        var comparer = Comparer<int>.Create((a, b) => string.CompareOrdinal(columns.Ids[a], columns.Ids[b]));
        var byKind = table.ByKind.ToArray();
        var touched = changed.Where(e => e < columns.Kinds.Count).ToHashSet();
        for (short k = 0; k < byKind.Length; k++)
        {
            var kind = k;
            var before = byKind[k];
            var leaves = touched.Any(e => e < table.Capacity && table.Columns.Kinds[e] == kind && columns.Kinds[e] != kind);
            var comes = touched.Where(e => columns.Kinds[e] == kind && (e >= table.Capacity || table.Columns.Kinds[e] != kind)).ToList();
            if (leaves || comes.Count > 0) byKind[k] = Merge(before, e => columns.Kinds[e] != kind, comes, comparer);
        }

        var arrivals = touched.Where(e => columns.Kinds[e] != EntityTable.Absent && (e >= table.Capacity || table.Columns.Kinds[e] == EntityTable.Absent)).ToList();
        var byId = Merge(table.ById, e => columns.Kinds[e] == EntityTable.Absent, arrivals, comparer);
        return new EntityTable(table.Ontology, columns, byId, byKind, layered, table.Merged);
    }

    private static int[] Merge(int[] sorted, Predicate<int> leaves, List<int> arrivals, Comparer<int> comparer)
    {
        arrivals.Sort(comparer);
        var merged = new List<int>(sorted.Length + arrivals.Count);
        var next = 0;
        foreach (var entity in sorted)
        {
            while (next < arrivals.Count && comparer.Compare(arrivals[next], entity) < 0) merged.Add(arrivals[next++]);
            if (!leaves(entity)) merged.Add(entity);
        }

        merged.AddRange(arrivals.Skip(next));
        return [.. merged];
    }
}
