using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>What identifies a relation once ends are indices: rows that share it are statements about one relation.</summary>
internal readonly record struct RelationIdentity(int From, short Kind, int To, string Key, int Row) : IComparable<RelationIdentity>
{
    public static RelationIdentity Of(Fact row, EntityTable entities, IReadOnlyDictionary<string, int> indexOf, int at)
    {
        string kindName, from, to, key;
        if (row is RelationStatement statement)
            (kindName, from, to, key) = (statement.Kind, statement.From, statement.To, statement.RelationKey);
        else if (!RelationId.TryParse(row.Key.Subject, out kindName, out from, out to, out key))
            throw SnapshotBuilder.Broken($"'{row.Key.Subject}' is not the id of a relation");
        var kind = entities.Ontology.Relation(kindName) ?? throw SnapshotBuilder.Broken($"the relation kind '{kindName}' is not in the ontology");
        if (!indexOf.TryGetValue(from, out var source)) throw SnapshotBuilder.Broken($"'{row.Key.Subject}' starts from '{from}', which is not there");
        if (!indexOf.TryGetValue(to, out var target)) throw SnapshotBuilder.Broken($"'{row.Key.Subject}' leads to '{to}', which is not there");
        // A symmetric relation is one relation, whichever way it is written.
        if (kind.Undirected && source != target && string.CompareOrdinal(entities.Id(source), entities.Id(target)) > 0) (source, target) = (target, source);
        return new RelationIdentity(source, kind.Index, target, key, at);
    }

    public bool SameAs(RelationIdentity other) => From == other.From && Kind == other.Kind && To == other.To && Key == other.Key;

    public int CompareTo(RelationIdentity other)
    {
        if (From != other.From) return From.CompareTo(other.From);
        if (Kind != other.Kind) return Kind.CompareTo(other.Kind);
        if (To != other.To) return To.CompareTo(other.To);
        var byKey = string.CompareOrdinal(Key, other.Key);
        return byKey != 0 ? byKey : Row.CompareTo(other.Row);
    }
}
