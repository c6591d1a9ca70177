using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Trust;

/// <summary>Finds relations that some documents assert and others deny, and fields of one end at a time through which documents see several.</summary>
internal static class RelationConflicts
{
    public static IEnumerable<ConflictView> Find(GraphView view) => SeveralEnds(view).Concat(AssertedAndDenied(view));

    private static IEnumerable<ConflictView> AssertedAndDenied(GraphView view)
    {
        var relations = view.Snapshot.Relations;
        for (var relation = 0; relation < relations.Capacity; relation++)
        {
            var statements = relations.Statements(relation);
            if (statements.Count < 2 || statements[^1].Certainty != Certainty.Denied || statements[0].Certainty == Certainty.Denied || !view.SeesRelation(relation)) continue;
            var (from, to) = (relations.From(relation), relations.To(relation));
            var field = RelationClaims.FieldFrom(view, relation, from);
            yield return new ConflictView
            {
                Id = relations.Id(relation),
                Kind = ConflictKind.Relation,
                Type = ConflictType.Contradiction,
                Subject = from,
                OtherSubjects = [to],
                Relation = relation,
                Property = field,
                Claims = [.. RelationClaims.OfItself(view, relation, field, to)],
            };
        }
    }

    private static IEnumerable<ConflictView> SeveralEnds(GraphView view)
    {
        var singles = view.Snapshot.Ontology.Kinds.Select(k => k.Fields.Where(f => f.Single).ToArray()).ToArray();
        foreach (var entity in view.Entities())
        {
            foreach (var field in singles[view.Snapshot.Entities.KindIndex(entity)])
            {
                var ends = view.Related(entity, field).GetEnumerator();
                if (!ends.MoveNext() || !ends.MoveNext()) continue;
                var several = view.Related(entity, field).ToList();
                if (!Disagree(view, several, field)) continue;
                yield return new ConflictView
                {
                    Id = $"{view.Snapshot.Entities.Id(entity)}.{field.Name}",
                    Kind = ConflictKind.Relation,
                    Type = ConflictType.Contradiction,
                    Subject = entity,
                    Property = field.Name,
                    Claims = [.. several.SelectMany(n => RelationClaims.OfItself(view, n.Relation, field.Name, n.Entity)).OrderByDescending(c => c.Confidence)],
                };
            }
        }
    }

    private static bool Disagree(GraphView view, List<Neighbor> ends, RelationField field)
    {
        for (var i = 1; i < ends.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (ends[i].Entity != ends[j].Entity && AtOneTime(view, ends[i].Relation, ends[j].Relation) && !IsCoarser(view, field, ends[i].Entity, ends[j].Entity)) return true;
            }
        }

        return false;
    }

    private static bool AtOneTime(GraphView view, int a, int b)
    {
        var relations = view.Snapshot.Relations;
        return Math.Max(relations.HoldsFrom(a), relations.HoldsFrom(b)) <= Math.Min(relations.HoldsTo(a), relations.HoldsTo(b));
    }

    /// <summary>True if two places are the same one, stated more or less exactly: one lies in the other.</summary>
    private static bool IsCoarser(GraphView view, RelationField field, int a, int b)
    {
        if (!field.Relation.Contains) return false;
        var containment = Containment.Of(view);
        return containment.Ancestors(a).Contains(b) || containment.Ancestors(b).Contains(a);
    }
}
