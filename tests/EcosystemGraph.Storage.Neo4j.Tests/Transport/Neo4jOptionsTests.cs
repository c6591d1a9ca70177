using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;

namespace EcosystemGraph.Storage.Neo4j.Tests.Transport;

/// <summary>Options that do not do are refused before anything is sent, each by its key and value.</summary>
public sealed class Neo4jOptionsTests
{
    [Fact]
    public void What_holds_by_default_does()
    {
        Assert.Empty(new Neo4jOptions().Problems());
        Assert.Empty(new ResilienceOptions().Problems());
    }

    [Theory]
    [InlineData("localhost", "Neo4j:Uri 'localhost' is not an address; expected one such as http://localhost:7474 or bolt://localhost:7687")]
    [InlineData("ftp://localhost", "Neo4j:Uri 'ftp://localhost' has the scheme 'ftp'; expected http, https, neo4j, neo4j+s, bolt or bolt+s")]
    [InlineData("http://me:secret@localhost:7474", "Neo4j:Uri has a user in it; name it in Neo4j:Username and Neo4j:Password, which are not logged")]
    public void An_address_that_does_not_do_is_named(string uri, string problem) => Assert.Equal(problem, Assert.Single(new Neo4jOptions { Uri = uri }.Problems()));

    [Fact]
    public void Every_number_that_does_not_do_is_named()
    {
        var problems = new Neo4jOptions { Database = " ", BearerToken = "t", Password = "p", Resilience = { TimeoutSeconds = double.NaN, MaxRetries = -1, MaxConcurrency = 0 } }.Problems();
        Assert.Equal(
            [
                "Neo4j:Database is empty; expected a name such as neo4j",
                "Neo4j:BearerToken and Neo4j:Password are both given; expected one of them",
                "Neo4j:Resilience:TimeoutSeconds NaN does not do; expected 0.1 to 3600",
                "Neo4j:Resilience:MaxRetries -1 does not do; expected 0 to 100",
                "Neo4j:Resilience:MaxConcurrency 0 does not do; expected 1 to 1000",
            ],
            problems);
        Assert.Equal(
            "Neo4j:Resilience:AttemptTimeoutSeconds 10 is more than TimeoutSeconds 5; expected no more", Assert.Single(new ResilienceOptions { TimeoutSeconds = 5 }.Problems()));
    }

    [Theory]
    [InlineData("bolt://example.org:7687")]
    [InlineData("neo4j+s://example.org")]
    public void A_build_without_Bolt_says_so(string uri) => Assert.Equal(
        $"Neo4j:Uri '{uri}' asks for Bolt, and this build is without it; use HTTP, such as http://example.org:7474, or build with -p:Bolt=true (Parameter 'options')",
        Assert.Throws<ArgumentException>(() => new CypherTransports().Create(new Neo4jOptions { Uri = uri })).Message);
}
