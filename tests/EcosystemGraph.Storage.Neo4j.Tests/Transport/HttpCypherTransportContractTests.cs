using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Http;
using EcosystemGraph.TestKit.Neo4j;

namespace EcosystemGraph.Storage.Neo4j.Tests.Transport;

/// <summary>The transport over HTTP keeps the contract.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class HttpCypherTransportContractTests(Neo4jServer server) : CypherTransportContract(server)
{
    protected override Neo4jOptions Options() => Address.HttpOptions();

    protected override ICypherTransport Create(Neo4jOptions options) => HttpCypherTransport.Create(options);
}
