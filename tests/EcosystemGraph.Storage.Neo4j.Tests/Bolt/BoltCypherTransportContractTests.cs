using EcosystemGraph.Storage.Neo4j.Bolt;
using EcosystemGraph.Storage.Neo4j.Tests.Transport;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.TestKit.Neo4j;

namespace EcosystemGraph.Storage.Neo4j.Tests.Bolt;

/// <summary>The transport over Bolt keeps the contract.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class BoltCypherTransportContractTests(Neo4jServer server) : CypherTransportContract(server)
{
    protected override Neo4jOptions Options() => Address.Options(Address.Bolt!);

    protected override ICypherTransport Create(Neo4jOptions options) => BoltCypherTransport.Create(options);
}
