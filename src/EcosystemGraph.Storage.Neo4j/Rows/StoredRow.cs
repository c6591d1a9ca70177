using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Storage.Neo4j.Rows;

/// <summary>A version of a fact as the database has it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="From">The revision from which it holds.</param>
/// <param name="IsInline">True if it is kept on the node or relationship that it is about, false if it is a claim of its own.</param>
internal readonly record struct StoredRow(Fact Fact, long From, bool IsInline)
{
    /// <summary>The revision that ended it; 0 if it holds.</summary>
    public long Until { get; init; }
}

/// <summary>What facts are about: an entity, a relation, an observation …</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id.</param>
internal readonly record struct SubjectKey(FactType Type, string Id)
{
    public static SubjectKey Of(in FactKey key) => new(key.Type, key.Subject);

    /// <summary>As of the fact's key, without putting its citations together.</summary>
    public static SubjectKey Of(Fact fact) => fact switch
    {
        RelationStatement relation => new SubjectKey(FactType.Relation, relation.Id),
        EntityStatement entity => new SubjectKey(FactType.Entity, entity.Id),
        _ => Of(fact.Key),
    };
}
