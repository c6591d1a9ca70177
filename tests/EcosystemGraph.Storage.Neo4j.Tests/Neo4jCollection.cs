using EcosystemGraph.TestKit.Neo4j;

[assembly: TestFramework("EcosystemGraph.TestKit.Neo4j.Neo4jTestFramework", "EcosystemGraph.TestKit")]

namespace EcosystemGraph.Storage.Neo4j.Tests;

/// <summary>What needs the assembly's Neo4j: one server, one database, one test at a time.</summary>
[CollectionDefinition(Neo4jServer.Collection)]
public sealed class Neo4jCollection : ICollectionFixture<Neo4jServer>;

/// <summary>What kills the server: one of its own.</summary>
[CollectionDefinition(KillableNeo4j.Collection)]
public sealed class KillableNeo4jCollection : ICollectionFixture<KillableNeo4j>;
