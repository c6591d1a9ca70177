using EcosystemGraph.App.Options;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Sqlite;

namespace EcosystemGraph.App.Graphs;

/// <summary>Opens the store that the options name.</summary>
internal static class GraphStores
{
    /// <summary>Opens a store; makes the database if it is not there.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    /// <exception cref="UsageException">The options ask for what this build has not.</exception>
    public static async Task<IGraphStore> OpenAsync(GraphOptions options, CancellationToken cancellationToken) => options.IsInNeo4j
        ? await Neo4jGraphStore.OpenAsync(Connect(options.Neo4j), cancellationToken: cancellationToken).ConfigureAwait(false)
        : await SqliteGraphStore.OpenAsync(options.Database, cancellationToken: cancellationToken).ConfigureAwait(false);

    /// <summary>Opens a store that is there; null if there is none. Makes nothing.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    /// <exception cref="UsageException">The options ask for what this build has not.</exception>
    public static async Task<IGraphStore?> FindAsync(GraphOptions options, CancellationToken cancellationToken)
    {
        if (options.IsInNeo4j) return await Neo4jGraphStore.FindAsync(Connect(options.Neo4j), cancellationToken: cancellationToken).ConfigureAwait(false);
        return Path.Exists(options.Database) ? await OpenAsync(options, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Opens a store that is there.</summary>
    /// <exception cref="FailedException">There is none.</exception>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    /// <exception cref="UsageException">The options ask for what this build has not.</exception>
    public static async Task<IGraphStore> OpenExistingAsync(GraphOptions options, CancellationToken cancellationToken) =>
        await FindAsync(options, cancellationToken).ConfigureAwait(false)
            ?? throw new FailedException(options.IsInNeo4j
                ? $"the database '{options.Neo4j.Database}' at {options.Neo4j.Uri} is empty; 'serve' or 'load <bundle>' fills it, Neo4j:Uri and Neo4j:Database name another"
                : $"there is no database '{options.Database}'; 'serve' or 'load <bundle>' makes one, --database names another");

    /// <summary>The engine of measures that the store has; null for none.</summary>
    public static GdsEngine? Engine(GraphOptions options) => options.IsInNeo4j ? new GdsEngine(() => Connect(options.Neo4j)) : null;

    private static Storage.Neo4j.Transport.Resilience.ICypherRunner Connect(Neo4jOptions options)
    {
        try
        {
            return Neo4jConnection.Open(options, Neo4jTransports.All);
        }
        catch (ArgumentException e)
        {
            // Its message, without the name of the parameter.
            throw new UsageException(e.Message.Split(" (Parameter")[0], e);
        }
    }
}
