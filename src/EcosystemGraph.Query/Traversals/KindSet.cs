using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Query.Traversals;

/// <summary>Which kinds are meant, by their index.</summary>
internal static class KindSet
{
    /// <summary>The kinds of entity that types stand for.</summary>
    public static bool[] Of(Ontology ontology, IEnumerable<EntityType> types)
    {
        var set = new bool[ontology.Kinds.Count];
        foreach (var type in types)
        {
            foreach (var kind in type.Kinds) set[kind.Index] = true;
        }

        return set;
    }

    /// <summary>Some kinds of relation.</summary>
    public static bool[] Of(Ontology ontology, IEnumerable<RelationKind> kinds)
    {
        var set = new bool[ontology.Relations.Count];
        foreach (var kind in kinds) set[kind.Index] = true;
        return set;
    }
}
