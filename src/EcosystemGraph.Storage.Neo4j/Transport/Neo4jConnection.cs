using EcosystemGraph.Storage.Neo4j.Transport.Resilience;

namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>Opens what the store works with: a transport with its bounds of patience.</summary>
public static class Neo4jConnection
{
    /// <summary>Makes the runner for the options. Nothing is sent yet: a server that is away is found out by the first work.</summary>
    /// <param name="options">Where the database is, and how long to wait for it.</param>
    /// <param name="transports">Which transports there are; null for those that every build has.</param>
    /// <exception cref="ArgumentException">The options are wrong, or ask for Bolt in a build without it; the message names the key.</exception>
    public static ICypherRunner Open(Neo4jOptions options, CypherTransports? transports = null) =>
        new CypherRunner((transports ?? new CypherTransports()).Create(options), options.Resilience);
}
