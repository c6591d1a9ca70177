using System.Collections.Immutable;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>Fills the columns of <see cref="EntityTable"/> from scratch; <c>labels</c> tells what to call entities that no statement names.</summary>
internal sealed class EntityColumnsBuilder(int count, Func<string, string?>? labels)
{
    private readonly string[] _ids = new string[count];
    private readonly short[] _kinds = new short[count];
    private readonly string[] _names = new string[count];
    private readonly EntityStatement[][] _statements = new EntityStatement[count][];
    private readonly float[] _confidence = new float[count];
    private readonly int[] _existsFrom = new int[count];
    private readonly int[] _existsTo = new int[count];
    private readonly Dictionary<string, BlockedArray<object?>.Editor> _properties = new(StringComparer.Ordinal);

    public void Set(int entity, string id, FoldedEntity folded)
    {
        _ids[entity] = id;
        _kinds[entity] = folded.Kind?.Index ?? EntityTable.Absent;
        _names[entity] = folded.Name ?? labels?.Invoke(id) ?? id;
        _statements[entity] = folded.Statements;
        _confidence[entity] = folded.Confidence;
        _existsFrom[entity] = folded.ExistsFrom;
        _existsTo[entity] = folded.ExistsTo;
        foreach (var (name, value) in folded.Properties)
        {
            if (!_properties.TryGetValue(name, out var column)) _properties[name] = column = BlockedArray<object?>.Default(count).Edit();
            column[entity] = value;
        }
    }

    public EntityColumns ToColumns() => new(
        BlockedArray<string>.From(_ids), BlockedArray<short>.From(_kinds), BlockedArray<string>.From(_names), BlockedArray<EntityStatement[]>.From(_statements),
        BlockedArray<float>.From(_confidence), BlockedArray<int>.From(_existsFrom), BlockedArray<int>.From(_existsTo),
        _properties.ToImmutableDictionary(p => p.Key, p => p.Value.ToImmutable()));
}

/// <summary>Fills the columns of <see cref="RelationTable"/> from scratch.</summary>
internal sealed class RelationColumnsBuilder(int count)
{
    private readonly short[] _kinds = new short[count];
    private readonly int[] _from = new int[count];
    private readonly int[] _to = new int[count];
    private readonly float[] _confidence = new float[count];
    private readonly int[] _holdsFrom = new int[count];
    private readonly int[] _holdsTo = new int[count];
    private readonly RelationStatement[][] _statements = new RelationStatement[count][];

    public void Set(int relation, RelationIdentity identity, RelationStatement[] statements)
    {
        _kinds[relation] = statements.Length == 0 ? EntityTable.Absent : identity.Kind;
        _from[relation] = identity.From;
        _to[relation] = identity.To;
        _confidence[relation] = statements.Length == 0 ? 0 : statements[0].Confidence;
        (_holdsFrom[relation], _holdsTo[relation]) = Holds(statements);
        _statements[relation] = statements;
    }

    public RelationColumns ToColumns() => new(
        BlockedArray<short>.From(_kinds), BlockedArray<int>.From(_from), BlockedArray<int>.From(_to), BlockedArray<float>.From(_confidence),
        BlockedArray<int>.From(_holdsFrom), BlockedArray<int>.From(_holdsTo), BlockedArray<RelationStatement[]>.From(_statements));

    /// <summary>The days between which a relation is known to hold: a partial start counts from its latest day, a partial end to its earliest.</summary>
    public static (int From, int To) Holds(RelationStatement[] statements)
    {
        PartialDate? from = null, to = null;
        foreach (var statement in statements)
        {
            if (statement.Certainty == Certainty.Denied) break;
            from ??= statement.ValidFrom;
            to ??= statement.ValidTo;
        }

        return (from?.End ?? PartialDate.OpenStart, to?.Start ?? PartialDate.OpenEnd);
    }
}

/// <summary>Sorts the entities of a table by id and kind.</summary>
internal static class EntityOrder
{
    public static EntityTable Table(Ontology ontology, EntityColumns columns, ImmutableDictionary<int, Fact[]> layered, IReadOnlyDictionary<string, string> merged)
    {
        var present = new List<int>(columns.Ids.Count);
        for (var e = 0; e < columns.Ids.Count; e++)
        {
            if (columns.Kinds[e] != EntityTable.Absent) present.Add(e);
        }

        present.Sort((a, b) => string.CompareOrdinal(columns.Ids[a], columns.Ids[b]));
        var byKind = new List<int>[ontology.Kinds.Count];
        for (var k = 0; k < byKind.Length; k++) byKind[k] = [];
        foreach (var e in present) byKind[columns.Kinds[e]].Add(e);
        return new EntityTable(ontology, columns, [.. present], [.. byKind.Select(k => k.ToArray())], layered, merged);
    }
}

/// <summary>Lists the relations of each entity, by kind, then the other end's id, then key.</summary>
internal static class AdjacencyBuilder
{
    /// <summary>Relations must be numbered by (from, kind, to, key), and entities by id, as a build from scratch does.</summary>
    public static (Adjacency Adjacency, int Count) Build(int entities, RelationColumns columns, BlockedArray<int> ends)
    {
        var offsets = new int[entities + 1];
        var relations = columns.Kinds.Count;
        var count = 0;
        for (var r = 0; r < relations; r++)
        {
            if (columns.Confidence[r] <= 0) continue;
            offsets[ends[r] + 1]++;
            count++;
        }

        for (var e = 0; e < entities; e++) offsets[e + 1] += offsets[e];
        var next = offsets.AsSpan(0, entities).ToArray();
        var items = new int[count];
        for (var r = 0; r < relations; r++)
        {
            if (columns.Confidence[r] > 0) items[next[ends[r]]++] = r;
        }

        if (ReferenceEquals(ends, columns.To))
        {
            // Filled in the order of their starts: the order by kind is still to be made, starts and keys stay in order within a kind.
            var order = Comparer<int>.Create((a, b) => columns.Kinds[a] != columns.Kinds[b] ? columns.Kinds[a].CompareTo(columns.Kinds[b]) : a.CompareTo(b));
            for (var e = 0; e < entities; e++)
            {
                if (offsets[e + 1] - offsets[e] > 1) Array.Sort(items, offsets[e], offsets[e + 1] - offsets[e], order);
            }
        }

        return (Adjacency.From(offsets, items), count);
    }
}

/// <summary>Makes an observation of its rows.</summary>
internal static class ObservationFolding
{
    public static Observation Fold(string id, Fact[] rows, Func<string, int> indexOf)
    {
        // Where only retractions are left, they stay, so that what they hide stays hidden if it comes back.
        if (rows.OfType<ObservationStatement>().FirstOrDefault() is not { } statement) return new Observation(id, -1, -1, rows);
        var subject = indexOf(statement.Subject);
        if (subject < 0) throw SnapshotBuilder.Broken($"the observation '{id}' is about '{statement.Subject}', which is not there");
        var by = statement.By is null ? -1 : indexOf(statement.By);
        if (statement.By is not null && by < 0) throw SnapshotBuilder.Broken($"the observation '{id}' is by '{statement.By}', which is not there");
        return new Observation(id, subject, by, rows);
    }
}
