using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Model.Changes;

/// <summary>What statements about relations must meet: ends that exist and that the ontology lets it join, and an order of dates.</summary>
internal sealed class RelationRules(Ontology ontology, ChangedFacts after, FactProblems problems)
{
    public void Check(RelationStatement statement)
    {
        if (ontology.Relation(statement.Kind) is not { } relation)
        {
            problems.Add(ProblemCode.UnknownKind, statement, "kind", $"'{statement.Kind}' is not a kind of relation; expected one of {string.Join(", ", ontology.Relations)}");
            return;
        }

        var from = End(statement, "from", statement.From);
        var to = End(statement, "to", statement.To);
        if (from is not null && to is not null) CheckEnds(statement, relation, from, to);
        PropertyRules.Check(statement, statement.Properties, relation.Name, relation.Property, problems);
        CheckKey(statement, relation);
        if (statement.ValidFrom is { } start && statement.ValidTo is { } end && start.Start > end.End)
            problems.Add(ProblemCode.InvalidDate, statement, "validTo", $"validTo '{end}' is before validFrom '{start}'");
    }

    private EntityKind? End(RelationStatement statement, string member, string id)
    {
        if (after.KindOf(id) is { } kind) return ontology.Kind(kind);
        problems.Add(ProblemCode.DanglingEnd, statement, member, $"{member}: '{id}' is not an entity");
        return null;
    }

    private void CheckEnds(RelationStatement statement, RelationKind relation, EntityKind from, EntityKind to)
    {
        if (!relation.Allows(from, to))
        {
            problems.Add(ProblemCode.ForbiddenEnds, statement, "to",
                $"{relation} may not lead from {from} '{statement.From}' to {to} '{statement.To}'; {Allowed(relation, from)}");
        }
        else if (relation.Undirected && statement.From != statement.To && after.Has(FactType.Relation, RelationId.Format(statement.Kind, statement.To, statement.From, statement.RelationKey))
                 && string.CompareOrdinal(statement.From, statement.To) > 0)
        {
            problems.Add(ProblemCode.Duplicate, statement, "to",
                $"{relation} is symmetric and is given from '{statement.To}' to '{statement.From}' too; expected one order of the two ends");
        }
    }

    private string Allowed(RelationKind relation, EntityKind from)
    {
        var targets = ontology.Kinds.Where(k => relation.Allows(from, k)).ToList();
        return targets.Count > 0
            ? $"from {from} it may lead to {string.Join(", ", targets)}"
            : $"it may start from {string.Join(", ", ontology.Kinds.Where(k => ontology.Kinds.Any(other => relation.Allows(k, other))))}";
    }

    private void CheckKey(RelationStatement statement, RelationKind relation)
    {
        if (relation.KeyProperty is not { } name || statement.Properties[name] is not { } value) return;
        var expected = PropertyText.Format(value);
        if (statement.RelationKey != expected)
            problems.Add(ProblemCode.InvalidValue, statement, "key", $"key: '{statement.RelationKey}' differs from {name} '{expected}', which is the key of {relation}");
    }
}
