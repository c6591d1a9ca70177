using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Tests.Support;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.TestKit;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Tests.Schema;

/// <summary>An ontology must not take a name of the API's fixed part. What two ontologies of different subjects both have is that part.</summary>
public sealed class ReservedNamesTests
{
    private static readonly ISchema One = SchemaOf(TestBundles.Semiconductors);
    private static readonly ISchema Other = SchemaOf(TestBundles.Shipped);

    [Fact]
    public void Every_type_of_the_fixed_part_is_reserved() =>
        // Both have the relation OPERATES; what is derived from it is not fixed.
        AssertReserved(Names(One).Intersect(Names(Other)).Where(n => !n.StartsWith("Operates", StringComparison.Ordinal)), ReservedNames.Types);

    [Fact]
    public void Every_root_field_of_the_fixed_part_is_reserved() =>
        AssertReserved(Fields(One, "Query").Intersect(Fields(Other, "Query")).Concat(Fields(One, "Mutation")), ReservedNames.RootFields);

    [Fact]
    public void Every_field_of_entities_relations_and_edges_is_reserved()
    {
        AssertReserved(Fields(One, "Entity"), ReservedNames.EntityFields);
        AssertReserved(Fields(One, "Relation").Concat(Fields(One, "AlliedWithProducerEdge")), ReservedNames.RelationFields);
    }

    [Fact]
    public void Every_word_of_filters_sorts_and_aggregates_is_reserved()
    {
        var words = new[] { "Filter", "Sort", "GroupKey", "RelatedGroupKey", "Aggregate" }
            .SelectMany(suffix => Fields(One, "Producer" + suffix).Intersect(Fields(Other, "Place" + suffix)))
            .Except(ReservedNames.EntityFields);
        AssertReserved(words, ReservedNames.FilterWords);
    }

    private static void AssertReserved(IEnumerable<string> used, IEnumerable<string> reserved) => Assert.Empty(used.Except(reserved).Order(StringComparer.Ordinal));

    private static ISchema SchemaOf(string bundle)
    {
        var api = TestApi.Open(bundle);
        return SchemaGenerator.Generate(api.Graph.Current.Ontology, new GraphServices(api.Graph)).Schema;
    }

    private static IEnumerable<string> Names(ISchema schema) => schema.AllTypes.Select(t => t.Name).Where(n => !n.StartsWith("__", StringComparison.Ordinal));

    private static IEnumerable<string> Fields(ISchema schema, string type) => ((IComplexGraphType)schema.AllTypes[type]!).Fields.Select(f => f.Name);
}
