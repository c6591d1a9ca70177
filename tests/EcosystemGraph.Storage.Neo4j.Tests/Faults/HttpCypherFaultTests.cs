using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Http;
using EcosystemGraph.TestKit.Neo4j;

namespace EcosystemGraph.Storage.Neo4j.Tests.Faults;

/// <summary>The transport over HTTP is truthful when the network fails.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class HttpCypherFaultTests(Neo4jServer server) : CypherFaultContract(server)
{
    protected override byte[] CommitMark => "/commit HTTP"u8.ToArray();

    protected override Uri Target(Neo4jAddress address) => address.Http!;

    protected override ICypherTransport Create(Neo4jOptions options) => HttpCypherTransport.Create(options);
}
