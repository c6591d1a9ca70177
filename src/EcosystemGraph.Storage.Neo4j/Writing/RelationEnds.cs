using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>What finds a relation in the database: its kind, its ends and its key.</summary>
internal readonly record struct RelationEnds(string Kind, string From, string To, string Key)
{
    /// <summary>Takes a relation's id apart.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static RelationEnds Parse(string id) =>
        RelationId.TryParse(id, out var kind, out var from, out var to, out var key)
            ? new RelationEnds(kind, from, to, key)
            : throw new FormatException($"'{id}' is not the id of a relation");

    /// <summary>As the statements take it.</summary>
    public Dictionary<string, object?> ToRow() => new(StringComparer.Ordinal) { ["from"] = From, ["to"] = To, ["key"] = Key };
}
