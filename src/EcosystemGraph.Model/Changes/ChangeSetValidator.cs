using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Model.Changes;

/// <summary>
/// Says what is wrong with a change set before it is applied: every rule that a fact must meet whatever it came from, a file or a mutation.
/// </summary>
/// <remarks>
/// All problems at once, in the order of the change set; removals last. A fact is judged by the state after the whole change set,
/// so the order of its facts does not matter. O(size of the change set) look-ups; the last removal of a subject also asks what depends on it.
/// </remarks>
public static class ChangeSetValidator
{
    /// <summary>Validates a change set.</summary>
    /// <param name="ontology">The ontology that holds after the change.</param>
    /// <param name="changes">The change set.</param>
    /// <param name="before">The facts that hold before it.</param>
    /// <returns>What is wrong; empty if nothing is.</returns>
    public static IReadOnlyList<FactProblem> Validate(Ontology ontology, ChangeSet changes, IEntityLookup before)
    {
        ArgumentNullException.ThrowIfNull(ontology);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(before);
        var problems = new FactProblems();
        var after = new ChangedFacts(changes, before);
        var statements = new StatementRules(ontology, after, problems);
        var entities = new EntityRules(ontology, after, problems);
        var relations = new RelationRules(ontology, after, problems);
        var observations = new ObservationRules(after, problems);
        var definitions = new DefinitionRules(ontology, after, problems);
        var projections = new ProjectionRules(ontology, problems);
        var derivations = new DerivationRules(ontology, after, problems);
        foreach (var fact in changes.Upserts)
        {
            if (!IsFirst(fact, after, problems)) continue;
            if (fact is Statement statement) statements.Check(statement);
            switch (fact)
            {
                case EntityStatement entity: entities.Check(entity); break;
                case RelationStatement relation: relations.Check(relation); break;
                case ObservationStatement observation: observations.Check(observation); break;
                case ConflictSideFact side: definitions.Check(side); break;
                case LocatorFact locator: definitions.Check(locator); break;
                case IndicatorFact indicator: definitions.Check(indicator); break;
                case MergeFact merge: definitions.Check(merge); break;
                case ProjectionFact projection: projections.Check(projection); break;
                case DerivationFact derivation: derivations.Check(derivation); break;
            }
        }

        new RemovalRules(after, entities, problems).Check(changes);
        return problems.Items;
    }

    private static bool IsFirst(Fact fact, ChangedFacts after, FactProblems problems)
    {
        var key = fact.Key;
        var first = after.First(key);
        if (ReferenceEquals(first, fact)) return true;
        var same = (fact with { Ordinal = first.Ordinal, Origin = first.Origin }).Equals(first);
        var what = key.Citations.Length == 0 ? $"'{key.Subject}'" : $"'{key.Subject}' by {key.Citations}";
        problems.Add(ProblemCode.Duplicate, fact, null, same ? $"the statement of {what} is given twice" : $"the statement of {what} is given twice with different content; expected one", other: first);
        return false;
    }
}
