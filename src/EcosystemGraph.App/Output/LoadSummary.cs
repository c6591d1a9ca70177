using EcosystemGraph.Ingest.Loading;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.App.Output;

/// <summary>Says in one line what a load did.</summary>
internal static class LoadSummary
{
    /// <summary>The line.</summary>
    public static string Describe(LoadResult result, StoreDescription store) =>
        result.Change is null
            ? $"'{store.Location}' holds this already, at revision {result.Revision}"
            : $"'{store.Location}' is at revision {result.Revision}: {result.Upserts} facts are new or changed, {result.Removals} are gone";
}
