using System.Text.Json;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.App.Graphs;
using EcosystemGraph.App.Options;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.App.Analysis;

/// <summary>Opens a projection of the database.</summary>
internal static class DatabaseSource
{
    /// <summary>Reads the database and says what of it is seen.</summary>
    /// <param name="options">The database.</param>
    /// <param name="revision">The revision; null for the current one.</param>
    /// <param name="project">Chooses the projection.</param>
    /// <param name="asOf">The date at which it is seen; null for all times.</param>
    /// <param name="documents">The documents through which it is seen; empty for all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<AnalysisSource> OpenAsync(GraphOptions options, long? revision, Func<GraphSnapshot, ProjectionSpec> project, string? asOf, IReadOnlyCollection<string> documents,
        CancellationToken cancellationToken)
    {
        PartialDate? date = null;
        if (asOf is not null && !PartialDate.TryParse(asOf, out date, out var problem)) throw new UsageException($"--as-of: '{asOf}' is no date: {problem}");
        var store = await GraphStores.OpenExistingAsync(options, cancellationToken).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var content = await store.ReadAsync(revision, cancellationToken).ConfigureAwait(false);
            var snapshot = GraphSnapshot.Build(content);
            var view = GraphView.Of(snapshot, date, documents);
            var spec = project(snapshot);
            var record = new DatabaseRecord
            {
                Store = options.Store,
                File = options.IsInNeo4j ? null : options.Database,
                Bundle = snapshot.Manifest.Name,
                BundleSha256 = snapshot.Manifest.Hash,
                Revision = snapshot.Revision,
                AsOf = date?.Text,
                Documents = [.. view.Sources],
                Projection = ProjectionRecord.Of(spec),
            };
            return new AnalysisSource(new ProjectionSource(view, spec), null, record, NameOf, null);

            string? NameOf(string id) => view.Snapshot.Entities.TryFind(id, out var entity) ? view.Snapshot.Entities.Name(entity) : null;
        }
    }

    /// <summary>A projection by its id, or inline as JSON with the members of the API's input.</summary>
    /// <exception cref="UsageException">It is no JSON that says a projection.</exception>
    public static ProjectionSpec Choose(GraphSnapshot snapshot, string? idOrJson)
    {
        if (idOrJson?.StartsWith('{') != true) return ProjectionSpec.Named(snapshot, idOrJson);
        try
        {
            return JsonSerializer.Deserialize(idOrJson, RecordJson.Default.ProjectionRecord)!.ToSpec();
        }
        catch (JsonException error)
        {
            throw new UsageException($"--projection: {error.Message.Split(" Path:")[0]}", error);
        }
    }
}
