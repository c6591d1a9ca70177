using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Changes;

/// <summary>What locators, indicators, merges and sides of conflicts must meet.</summary>
internal sealed class DefinitionRules(Ontology ontology, ChangedFacts after, FactProblems problems)
{
    public void Check(LocatorFact locator)
    {
        if (after.KindOf(locator.Document) != ontology.Document.Name)
            problems.Add(ProblemCode.UnknownDocument, locator, "document", $"'{locator.Document}' is not a document");
        if (locator.Locator.Length == 0)
            problems.Add(ProblemCode.MissingValue, locator, "locator", "a locator without a text");
    }

    public void Check(IndicatorFact indicator)
    {
        CheckSlug(indicator, indicator.Id);
        CheckName(indicator, indicator.Id, indicator.Name);
    }

    public void Check(MergeFact merge)
    {
        var kind = Entity(merge, "id", merge.Id);
        var into = Entity(merge, "into", merge.Into);
        if (kind is not null && into is not null && kind != into)
            problems.Add(ProblemCode.ForbiddenEnds, merge, "into", $"'{merge.Id}' is a {kind} and '{merge.Into}' a {into}; expected two ids of one kind");
        else if (IsCycle(merge))
            problems.Add(ProblemCode.InvalidValue, merge, "into", $"'{merge.Id}' is merged into itself by way of '{merge.Into}'");
    }

    public void Check(ConflictSideFact side)
    {
        CheckSlug(side, side.Conflict);
        if (after.KindOf(side.Subject) is null)
            problems.Add(ProblemCode.DanglingEnd, side, "subject", $"subject: '{side.Subject}' is not an entity");
        if (side.Property.Length == 0)
            problems.Add(ProblemCode.MissingValue, side, "property", "a side of a conflict that does not say what it is about");
        if (side.Reference is { } reference && !Refers(reference))
            problems.Add(ProblemCode.DanglingEnd, side, "reference", $"'{reference}' refers to nothing; expected an entity, entity.property, a relation, an observation or derivation:id");
    }

    private void CheckSlug(Fact fact, string id)
    {
        if (!Names.IsSlug(id)) problems.Add(ProblemCode.InvalidId, fact, "id", $"'{id}' is not an id; expected a slug of a-z, 0-9 and inner hyphens");
    }

    private void CheckName(Fact fact, string id, string name)
    {
        if (name.Length == 0) problems.Add(ProblemCode.MissingValue, fact, "name", $"'{id}' has no name");
    }

    private EntityKind? Entity(Fact fact, string member, string id)
    {
        if (after.KindOf(id) is { } kind) return ontology.Kind(kind);
        problems.Add(ProblemCode.DanglingEnd, fact, member, $"{member}: '{id}' is not an entity");
        return null;
    }

    private bool IsCycle(MergeFact merge)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var id = merge.Into; id is not null && seen.Add(id); id = after.MergedInto(id))
        {
            if (id == merge.Id) return true;
        }

        return false;
    }

    private bool Refers(string reference)
    {
        const string Prefix = "derivation:";
        if (reference.StartsWith(Prefix, StringComparison.Ordinal)) return after.Has(FactType.Derivation, reference[Prefix.Length..]);
        if (after.KindOf(reference) is not null) return true;
        if (after.Has(FactType.Observation, reference) || after.Has(FactType.Relation, reference)) return true;
        var at = reference.LastIndexOf('.');
        if (at < 0) return false;
        var (subject, member) = (reference[..at], reference[(at + 1)..]);
        if (after.KindOf(subject) is { } kind)
            return member is "name" or "nameZh" or "aliases" or "description" || ontology.Kind(kind) is { } type && (type.Property(member) is not null || type.Field(member) is not null);
        return RelationId.TryParse(subject, out var relation, out _, out _, out _) && after.Has(FactType.Relation, subject) && ontology.Relation(relation)?.Property(member) is not null;
    }
}
