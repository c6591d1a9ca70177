using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Filters;

/// <summary>Some documents, and whether statements cite one of them.</summary>
internal sealed class CitedDocuments
{
    private readonly HashSet<string> _documents;

    /// <exception cref="QueryException"><see cref="QueryErrorCode.NotFound"/>: there is no such document; <see cref="QueryErrorCode.Ambiguous"/>: several have that name.</exception>
    public CitedDocuments(GraphView view, IReadOnlyList<Reference<string>> documents) => _documents = documents.Select(d => d.In(view)).ToHashSet(StringComparer.Ordinal);

    /// <summary>True if a statement that does not deny cites one of the documents.</summary>
    public bool AreIn(IReadOnlyList<Statement> statements)
    {
        for (var s = 0; s < statements.Count && statements[s].Certainty > Certainty.Denied; s++)
        {
            var citations = statements[s].Citations;
            for (var c = 0; c < citations.Count; c++)
            {
                if (_documents.Contains(citations[c].Document)) return true;
            }
        }

        return false;
    }
}
