using EcosystemGraph.GraphQL.Tests.Support;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.GraphQL.Tests.Schema;

public sealed class SchemaTests
{
    [Fact]
    public void The_schema_of_the_supply_chain_is_the_approved_one() =>
        Approval.Verify(TestApi.Semiconductors.Service.PrintSchema(), "semiconductors.graphql");

    [Fact]
    public void The_shipped_bundle_has_a_schema()
    {
        var schema = TestApi.Open(TestBundles.Shipped).Service.PrintSchema();
        Assert.Contains("interface Entity", schema, StringComparison.Ordinal);
    }
}
