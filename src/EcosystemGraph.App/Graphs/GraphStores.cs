using EcosystemGraph.App.Options;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Sqlite;

namespace EcosystemGraph.App.Graphs;

/// <summary>Opens the store that the options name.</summary>
internal static class GraphStores
{
    /// <summary>True if there is something by the database's name, whatever it is.</summary>
    public static bool Exists(GraphOptions options) => Path.Exists(options.Database);

    /// <summary>Opens a store; makes the database if it is not there.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static async Task<IGraphStore> OpenAsync(GraphOptions options, CancellationToken cancellationToken) =>
        await SqliteGraphStore.OpenAsync(options.Database, cancellationToken: cancellationToken).ConfigureAwait(false);

    /// <summary>Opens a store that is there.</summary>
    /// <exception cref="FailedException">There is none.</exception>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static Task<IGraphStore> OpenExistingAsync(GraphOptions options, CancellationToken cancellationToken) =>
        Exists(options)
            ? OpenAsync(options, cancellationToken)
            : throw new FailedException($"there is no database '{options.Database}'; 'serve' or 'load <bundle>' makes one, --database names another");
}
