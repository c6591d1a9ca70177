using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query;

/// <summary>Finds a document by its id or by a name that no other document has, whether or not the view shows it.</summary>
public static class DocumentLookup
{
    /// <summary>The id of a document.</summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.NotFound"/>: there is no such document; <see cref="QueryErrorCode.Ambiguous"/>: several have that name.</exception>
    public static string Require(GraphView view, string idOrAlias)
    {
        ArgumentNullException.ThrowIfNull(view);
        var entities = view.Whole.Entities;
        var found = EntityLookup.Find(view.IsWhole ? view : GraphView.Of(view.Whole), idOrAlias, e => entities.Kind(e).IsDocument, "documents");
        return found is { } document ? entities.Id(document) : throw new QueryException(QueryErrorCode.NotFound, $"there is no document '{idOrAlias}'");
    }
}
