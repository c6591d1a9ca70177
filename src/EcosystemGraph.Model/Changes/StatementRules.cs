using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Model.Changes;

/// <summary>What every statement must meet: at least one citation, of places that exist.</summary>
internal sealed class StatementRules(Ontology ontology, ChangedFacts after, FactProblems problems)
{
    /// <summary>The locator by which a document's own statement cites the document.</summary>
    internal const string OwnLocator = "document";

    private readonly HashSet<Citation> _known = [];

    public void Check(Statement statement)
    {
        if (statement.Citations.Count == 0)
            problems.Add(ProblemCode.MissingCitation, statement, "citations", "a statement without a citation; expected document#locator");
        foreach (var citation in statement.Citations)
        {
            if (_known.Contains(citation) || IsOwn(statement, citation)) continue;
            if (after.KindOf(citation.Document) != ontology.Document.Name)
                problems.Add(ProblemCode.UnknownDocument, statement, "citations", $"'{citation.Document}' in the citation '{citation}' is not a document");
            else if (!after.Has(FactType.Locator, citation.ToString()))
                problems.Add(ProblemCode.UnknownLocator, statement, "citations", $"'{citation.Locator}' is not in the list of locators of '{citation.Document}'");
            else
                _known.Add(citation);
        }
    }

    private bool IsOwn(Statement statement, Citation citation) =>
        statement is EntityStatement entity && entity.Kind == ontology.Document.Name && citation.Document == entity.Id && citation.Locator == OwnLocator;
}
