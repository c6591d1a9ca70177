using EcosystemGraph.Storage.Neo4j.Bolt;
using EcosystemGraph.Storage.Neo4j.Tests.Faults;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.TestKit.Neo4j;

namespace EcosystemGraph.Storage.Neo4j.Tests.Bolt;

/// <summary>The transport over Bolt is truthful when the network fails.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class BoltCypherFaultTests(Neo4jServer server) : CypherFaultContract(server)
{
    // A chunk of two bytes: a structure without fields, COMMIT.
    protected override byte[] CommitMark => [0x00, 0x02, 0xB0, 0x12, 0x00, 0x00];

    protected override Uri Target(Neo4jAddress address) => address.Bolt!;

    protected override ICypherTransport Create(Neo4jOptions options) => BoltCypherTransport.Create(options);
}
