using EcosystemGraph.GraphQL.Tests.Support;

namespace EcosystemGraph.GraphQL.Tests.Reading;

/// <summary>Figures that follow from others can be asked for, with what they were computed from.</summary>
public sealed class DerivationTests
{
    private static readonly TestApi Api = TestApi.Semiconductors;

    [Fact]
    public async Task The_bundles_derivations_are_listed_with_what_they_say()
    {
        var data = await Api.DataAsync("""
            { derivations(subject: "aurora") { id expression value low high unit holds difference note stated { id value nature } derived { id }
                observations { id } entities { id } relations { id } citations { document { id } locator } parts { value unit observation { by { id } } } } }
            """);
        Assert.Equal(["share-of-fab-1", "wafers-total"], data.Texts("derivations", "id"));
        var total = data.At("derivations.1");
        Assert.Equal(("SUM aurora.wafers.{fab-1|fab-2}.2022.count", "600000", "0"), (total.Text("expression"), total.At("value").ToString(), total.At("difference").ToString()));
        Assert.Equal("aurora.wafers..2022.count", total.Text("stated.id"));
        Assert.Equal(["100000", "500000"], total.Texts("parts", "value"));
        Assert.Equal(["fab-survey"], total.Texts("citations", "document.id").Distinct());
        Assert.Equal("NOT_FOUND", (await Api.ErrorAsync("{ derivations(id: \"nothing\") { value } }")).Code);
        Assert.Equal(["fabs-of-aurora"], (await Api.DataAsync("{ derivations(id: \"fabs-of-aurora\") { id } }")).Texts("derivations", "id"));
        Assert.Empty((await Api.DataAsync("{ derivations(holds: false) { id } }")).Texts("derivations", "id"));
    }

    [Fact]
    public async Task A_figure_that_no_document_states_is_an_observation_of_nature_derived()
    {
        var data = await Api.DataAsync("""
            { observations(where: { nature: { eq: DERIVED } }) { totalCount nodes { id value unit nature citations { document { id } } derivation { id } derivations { id expression } } }
              observationsAggregate(where: { nature: { eq: DERIVED } }) { count value { average } }
              compare(indicator: "wafers-share", subjects: ["aurora"], by: ["fab-1"]) { rows { observations { value } } }
              chipMaker(id: "aurora") { observations(indicator: "wafers-share") { id } } }
            """);
        Assert.Equal(["aurora.wafers-share.fab-1.2022.%"], data.Texts("observations.nodes", "id"));
        Assert.Equal("16.666667", data.At("observations.nodes.0.value").ToString());
        Assert.Equal("share-of-fab-1", data.Text("observations.nodes.0.derivations.0.id"));
        Assert.Equal("fab-survey", data.Text("observations.nodes.0.citations.0.document.id"));
        Assert.Equal("1", data.At("observationsAggregate.0.count").ToString());
        Assert.Equal("16.666667", data.At("compare.rows.0.observations.0.value").ToString());
        Assert.Single(data.Texts("chipMaker.observations", "id"));
    }

    [Fact]
    public async Task An_expression_is_computed_as_it_is_asked_for()
    {
        var data = await Api.DataAsync("""
            { fabs: derive(expression: "COUNT OPERATES where from = aurora") { id value unit entities { id name } relations { id citations { locator } } citations { document { id } } }
              chipReport: derive(expression: "COUNT OPERATES", sources: ["chip-report"]) { value }
              share: derive(expression: "SHARE aurora.wafers.fab-2.2022.count / aurora.wafers..2022.count") { value unit holds stated { id } observations { id } }
              unknown: derive(expression: "SUM drift.revenue..2022.USD") { value undetermined } }
            """);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, data.At("fabs.id").ValueKind);
        Assert.Equal(["fab-1", "fab-2"], data.Texts("fabs.entities", "id"));
        Assert.Equal(2, data.At("fabs.relations").GetArrayLength());
        Assert.Equal(("83.333333", "%"), (data.At("share.value").ToString(), data.Text("share.unit")));
        Assert.Equal("'drift.revenue..2022.USD' names no figure", data.Text("unknown.undetermined"));
    }

    [Theory]
    [InlineData("COUNT Works", "BAD_ARGUMENT", "'Works' is not a kind or interface of the ontology")]
    [InlineData("HOW many fabs", "BAD_ARGUMENT", "'HOW' is not a rule")]
    public async Task A_wrong_expression_is_refused(string expression, string code, string message)
    {
        var error = await Api.ErrorAsync($"{{ derive(expression: \"{expression}\") {{ value }} }}");
        Assert.Equal(code, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_derivation_of_the_shipped_bundle_gives_a_figure_and_every_one_that_differs_is_a_conflict()
    {
        var api = TestApi.Open(TestKit.TestBundles.Shipped);
        var data = await api.DataAsync("{ derivations { id undetermined holds citations { locator } } conflicts { claims { derivation { id } } } }");
        var derivations = data.At("derivations").EnumerateArray().ToList();
        Assert.All(derivations, d => Assert.Equal(System.Text.Json.JsonValueKind.Null, d.At("undetermined").ValueKind));
        Assert.All(derivations, d => Assert.NotEqual(0, d.At("citations").GetArrayLength()));
        var inConflict = data.At("conflicts").EnumerateArray().SelectMany(c => c.At("claims").EnumerateArray()).Select(c => c.At("derivation"))
            .Where(d => d.ValueKind == System.Text.Json.JsonValueKind.Object).Select(d => d.Text("id")).ToHashSet();
        Assert.Superset(derivations.Where(d => !d.At("holds").GetBoolean()).Select(d => d.Text("id")).ToHashSet(), inConflict);
    }
}
