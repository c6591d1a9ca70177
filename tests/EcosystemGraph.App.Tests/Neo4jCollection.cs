using EcosystemGraph.TestKit.Neo4j;

[assembly: TestFramework("EcosystemGraph.TestKit.Neo4j.Neo4jTestFramework", "EcosystemGraph.TestKit")]

namespace EcosystemGraph.App.Tests;

/// <summary>What needs the assembly's Neo4j: one server, one database, one test at a time.</summary>
[CollectionDefinition(Neo4jServer.Collection)]
public sealed class Neo4jCollection : ICollectionFixture<Neo4jServer>;
