using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.App.Graphs;

/// <summary>The ways to a Neo4j that this build has: HTTP always, Bolt where it was built with <c>-p:Bolt=true</c>.</summary>
internal static class Neo4jTransports
{
    /// <summary>All of them.</summary>
    public static CypherTransports All { get; } =
#if BOLT
        new(Storage.Neo4j.Bolt.BoltCypherTransport.Create);
#else
        new();
#endif
}
