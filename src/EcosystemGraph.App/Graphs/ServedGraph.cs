using EcosystemGraph.App.Options;
using EcosystemGraph.App.Output;
using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.App.Graphs;

/// <summary>Opens the graph that is served: makes the database if it is not there, and loads what the bundle says anew.</summary>
/// <remarks>
/// A bundle that the store holds already, by its hash, is not parsed. A database of another bundle than the shipped one is served as it is, unless a bundle was asked for.
/// </remarks>
internal sealed class ServedGraph(GraphOptions options, Terminal terminal)
{
    /// <summary>The bundle's folder, for what of it is not in the store; null if the graph is of another bundle.</summary>
    public string? BundleFolder { get; private set; }

    /// <summary>Opens the graph if the database holds what the bundle says; null if something is to be loaded. Changes nothing.</summary>
    /// <exception cref="StoreException">The store cannot be opened or read.</exception>
    public async Task<OpenedGraph?> OpenIfUpToDateAsync(CancellationToken cancellationToken)
    {
        var store = await GraphStores.FindAsync(options, cancellationToken).ConfigureAwait(false);
        if (store is null) return null;
        var isUpToDate = false;
        try
        {
            var content = await store.ReadAsync(null, cancellationToken).ConfigureAwait(false);
            isUpToDate = IsUpToDate(content.Manifest);
            return isUpToDate ? await OpenedGraph.OpenAsync(store, content, cancellationToken).ConfigureAwait(false) : null;
        }
        finally
        {
            if (!isUpToDate) await store.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Loads the bundle, shows the progress of that, and opens the graph.</summary>
    /// <exception cref="FailedException">The bundle cannot be loaded; nothing was written.</exception>
    /// <exception cref="StoreException">The store cannot be opened, read or written, or holds another bundle than the one asked for.</exception>
    public async Task<OpenedGraph> LoadAsync(CancellationToken cancellationToken)
    {
        await BundleIntoStore.LoadAsync(options.BundleFolder, options, terminal, cancellationToken).ConfigureAwait(false);
        BundleFolder = options.BundleFolder;
        return await OpenedGraph.OpenAsync(await GraphStores.OpenAsync(options, cancellationToken).ConfigureAwait(false), null, cancellationToken).ConfigureAwait(false);
    }

    private bool IsUpToDate(BundleManifest? held)
    {
        if (held is null) return false;
        var bundle = Bundle.Identify(options.BundleFolder);
        if (bundle?.Name != held.Name) return options.Bundle is null;
        BundleFolder = options.BundleFolder;
        return bundle.Hash == held.Hash;
    }
}
