using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>Finds the relations that a term of a check counts.</summary>
internal static class RelationSelection
{
    /// <summary>The relations of the kind that the view sees and whose ends meet all conditions. O(relations of the kind × what is above their ends).</summary>
    public static IEnumerable<int> Select(GraphView view, RelationTerm term)
    {
        if (view.Snapshot.Ontology.Relation(term.Relation) is not { } kind) yield break;
        var relations = view.Snapshot.Relations;
        var starts = view.Snapshot.Ontology.Kinds.Where(k => kind.Pairs.Any(p => p.From == k.Index || (kind.Undirected && p.To == k.Index))).SelectMany(k => view.Entities(k));
        foreach (var start in starts)
        {
            foreach (var relation in relations.Out(start, kind).ToArray())
            {
                if (view.SeesRelation(relation) && term.Conditions.All(c => Meets(view, c, c.End == RelationEnd.From ? start : relations.To(relation)))) yield return relation;
            }
        }
    }

    /// <summary>The entity that a relation is counted for: the start, unless the term fixes that one.</summary>
    public static int Counted(GraphView view, RelationTerm term, int relation) => term.Conditions.Any(c => c is EndIsEntity { End: RelationEnd.From })
        ? view.Snapshot.Relations.To(relation)
        : view.Snapshot.Relations.From(relation);

    private static bool Meets(GraphView view, EndCondition condition, int entity) => condition switch
    {
        EndIsKind { Kind: var name } => view.Snapshot.Ontology.Type(name) is { } type && type.Kinds.Contains(view.Snapshot.Entities.Kind(entity)),
        EndIsEntity { Id: var id } => id.Matches(view.Snapshot.Entities.Id(entity)),
        EndRelatesTo relates => RelatesTo(view, relates, entity),
        _ => throw new InvalidOperationException($"There is no rule for {condition.GetType().Name}."),
    };

    private static bool RelatesTo(GraphView view, EndRelatesTo condition, int entity)
    {
        if (view.Snapshot.Ontology.Relation(condition.Relation) is not { } kind) return false;
        var relations = view.Snapshot.Relations;
        var reached = new HashSet<int>();
        foreach (var relation in relations.Out(entity, kind))
        {
            if (view.SeesRelation(relation)) reached.Add(relations.To(relation));
        }

        if (kind.Contains)
        {
            var open = new Queue<int>(reached);
            while (open.TryDequeue(out var at))
            {
                foreach (var containment in view.Snapshot.Ontology.Containment)
                {
                    foreach (var relation in relations.Out(at, containment))
                    {
                        if (view.SeesRelation(relation) && reached.Add(relations.To(relation))) open.Enqueue(relations.To(relation));
                    }
                }
            }
        }

        return reached.Any(e => condition.Id.Matches(view.Snapshot.Entities.Id(e)));
    }
}
