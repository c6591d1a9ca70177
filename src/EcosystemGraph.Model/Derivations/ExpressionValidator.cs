using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Model.Derivations;

/// <summary>Says what an expression names that is not there.</summary>
public static class ExpressionValidator
{
    /// <summary>Validates an expression that was given alone, not as a row. O(names × look-up).</summary>
    /// <param name="ontology">The ontology.</param>
    /// <param name="facts">The facts that hold.</param>
    /// <param name="expression">The expression.</param>
    /// <returns>What is wrong, a sentence each; empty if nothing is.</returns>
    public static IReadOnlyList<string> Validate(Ontology ontology, IEntityLookup facts, DerivationExpression expression)
    {
        ArgumentNullException.ThrowIfNull(ontology);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(expression);
        var problems = new List<string>();
        new ExpressionRules(ontology, new ChangedFacts(new ChangeSet { Id = "expression", Origin = Facts.Origin.Bundle, Upserts = [] }, facts), problems.Add).Check(expression);
        return problems;
    }
}
