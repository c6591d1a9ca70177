using EcosystemGraph.App.Options;

namespace EcosystemGraph.App.Graphs;

/// <summary>A store as the command line names it: <c>sqlite:my.db</c>, <c>neo4j:http://localhost:7474</c>.</summary>
internal static class StoreAddress
{
    /// <summary>The options of the store.</summary>
    /// <param name="address">The kind, a colon, and where it is; of Neo4j that may be left out where the settings say it.</param>
    /// <param name="settings">The settings, for the rest.</param>
    /// <exception cref="UsageException">It is none.</exception>
    public static GraphOptions Parse(string address, IConfiguration settings)
    {
        var at = address.IndexOf(':', StringComparison.Ordinal);
        var (kind, place) = at < 0 ? (address, "") : (address[..at], address[(at + 1)..]);
        switch (kind)
        {
            case Defaults.Store when place.Length > 0:
                return new GraphOptions { Store = kind, Database = place };
            case Defaults.Neo4jStore:
                var neo4j = place.Length > 0 ? new ConfigurationBuilder().AddConfiguration(settings).AddInMemoryCollection([KeyValuePair.Create("Neo4j:Uri", (string?)place)]).Build() : settings;
                return new GraphOptions { Store = kind, Neo4j = OptionsReader.ReadNeo4j(neo4j) };
            default:
                throw new UsageException($"'{address}' is not a store; expected {Defaults.Store}:FILE or {Defaults.Neo4jStore}:URI");
        }
    }
}
