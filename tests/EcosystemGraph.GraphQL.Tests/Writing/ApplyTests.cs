using EcosystemGraph.GraphQL.Tests.Support;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Live;

namespace EcosystemGraph.GraphQL.Tests.Writing;

public sealed class ApplyTests
{
    [Fact]
    public async Task A_change_is_visible_when_it_is_answered()
    {
        var api = TestApi.Open();
        var answer = await api.DataAsync(ChangeText.AddMaterial("argon"));
        Assert.Equal("""{"revision":2,"alreadyApplied":false,"began":2,"ended":0}""", answer.At("apply").ToString());
        var data = await api.DataAsync("{ about { revision } fab(id: \"fab-2\") { materials { edges { confidence node { id symbol citations { document { id } locator } } } } } }");
        Assert.Equal(["argon", "gallium", "neon"], data.Texts("fab.materials.edges", "node.id"));
        Assert.Equal("0.7", data.At("fab.materials.edges.0.confidence").ToString());
        Assert.Equal("Table 2", data.Text("fab.materials.edges.0.node.citations.0.locator"));
    }

    [Fact]
    public async Task A_retry_changes_nothing_and_answers_with_the_first_revision()
    {
        var api = TestApi.Open();
        await api.DataAsync(ChangeText.AddMaterial("argon"));
        await api.DataAsync(ChangeText.AddMaterial("xenon"));
        var retry = await api.DataAsync(ChangeText.AddMaterial("argon"));
        Assert.Equal("""{"revision":2,"alreadyApplied":true,"began":0,"ended":0}""", retry.At("apply").ToString());
        Assert.Equal(3, api.Graph.Current.Revision);
    }

    [Fact]
    public async Task A_retry_is_recognised_after_a_restart_even_where_its_facts_are_gone()
    {
        var api = TestApi.Open();
        const string removal = "mutation { apply(changes: { id: \"drop\", removals: [{ relation: \"uses:fab-1:neon\" }] }) { revision alreadyApplied ended } }";
        Assert.Equal("""{"revision":2,"alreadyApplied":false,"ended":0}""", (await api.DataAsync(removal)).At("apply").ToString());
        using var restarted = await LiveGraph.OpenAsync(api.Store);
        var response = await new GraphQLService(new GraphServices(restarted)).ExecuteAsync(new GraphQLRequest(removal));
        Assert.False(response.HasErrors, string.Join('\n', response.Messages));
        Assert.Equal(2, restarted.Current.Revision);
    }

    [Fact]
    public async Task What_a_document_says_is_replaced_and_others_are_kept()
    {
        var api = TestApi.Open();
        await api.DataAsync("""
            mutation { apply(changes: { id: "recount", entities: [{ id: "fab-2", kind: FAB, properties: [{ name: "capacity", value: "51000" }], citations: [{ document: "fab-survey", locator: "Figure 2" }] }] }) { began } }
            """);
        var data = await api.DataAsync("{ fab(id: \"fab-2\") { capacity claims(property: \"capacity\") { value preferred document { id } } } }");
        Assert.Equal("45000", data.At("fab.capacity").ToString());
        Assert.Equal(["45000", "51000"], data.Texts("fab.claims", "value"));
    }

    [Fact]
    public async Task Statements_are_removed_by_their_citations_or_all_together()
    {
        var api = TestApi.Open();
        await api.DataAsync("mutation { apply(changes: { id: \"one\", removals: [{ entity: \"fab-2\", citations: [{ document: \"fab-survey\", locator: \"Figure 2\" }] }, { observation: \"drift.revenue..2022.USD\" }] }) { revision } }");
        var data = await api.DataAsync("{ fab(id: \"fab-2\") { claims(property: \"capacity\") { value } } observations(where: { subject: { id: { eq: \"drift\" } } }) { totalCount } }");
        Assert.Equal(["45000"], data.Texts("fab.claims", "value"));
        Assert.Equal(0, data.At("observations.totalCount").GetInt32());
    }

    [Theory]
    [InlineData("entities: [{ id: \"Not A Slug\", kind: CHIP, name: \"x\", citations: [{ document: \"editor\", locator: \"names\" }] }]", "INVALID_ID", "Not A Slug")]
    [InlineData("entities: [{ id: \"x\", kind: CHIP, name: \"x\", citations: [] }]", "MISSING_CITATION", "x")]
    [InlineData("entities: [{ id: \"x\", kind: CHIP, name: \"x\", citations: [{ document: \"nowhere\", locator: \"1\" }] }]", "UNKNOWN_DOCUMENT", "nowhere")]
    [InlineData("entities: [{ id: \"x\", kind: CHIP, name: \"x\", citations: [{ document: \"editor\", locator: \"page 99\" }] }]", "UNKNOWN_LOCATOR", "page 99")]
    [InlineData("entities: [{ id: \"x\", kind: CHIP, name: \"x\", properties: [{ name: \"mass\", value: \"1\" }], citations: [{ document: \"editor\", locator: \"names\" }] }]", "UNKNOWN_PROPERTY", "mass")]
    [InlineData("entities: [{ id: \"x\", kind: CHIP, name: \"x\", properties: [{ name: \"price\", value: \"dear\" }], citations: [{ document: \"editor\", locator: \"names\" }] }]", "INVALID_VALUE", "dear")]
    [InlineData("entities: [{ id: \"x\", kind: FAB, name: \"x\", properties: [{ name: \"opened\", value: \"2019-13\" }], citations: [{ document: \"editor\", locator: \"names\" }] }]", "INVALID_DATE", "2019-13")]
    [InlineData("relations: [{ kind: USES, from: \"aurora\", to: \"neon\", citations: [{ document: \"editor\", locator: \"names\" }] }]", "FORBIDDEN_ENDS", "aurora")]
    [InlineData("relations: [{ kind: USES, from: \"fab-1\", to: \"helium\", citations: [{ document: \"editor\", locator: \"names\" }] }]", "DANGLING_END", "helium")]
    [InlineData("observations: [{ subject: \"aurora\", indicator: \"weight\", value: 1, citations: [{ document: \"editor\", locator: \"names\" }] }]", "UNKNOWN_INDICATOR", "weight")]
    [InlineData("removals: [{ entity: \"neon\" }]", "DANGLING_END", "neon")]
    [InlineData("removals: [{ entity: \"helium\" }]", "DANGLING_END", "helium")]
    [InlineData("removals: [{ entity: \"neon\", relation: \"uses:fab-1:neon\" }]", "MISSING_VALUE", "2 subjects")]
    [InlineData("message: \"nothing\"", "MISSING_VALUE", "empty")]
    public async Task An_invalid_change_is_refused_with_every_problem_and_nothing_of_it_is_taken(string facts, string problem, string named)
    {
        var api = TestApi.Open();
        var answer = await api.AskAsync($"mutation {{ apply(changes: {{ id: \"bad\", {facts} }}) {{ revision }} }}");
        Assert.Equal(ErrorCode.InvalidChange, answer.Text("errors.0.extensions.code"));
        var problems = answer.At("errors.0.extensions.problems").EnumerateArray().ToList();
        Assert.Contains(problems, p => p.Text("code") == problem && p.Text("message").Contains(named, StringComparison.Ordinal));
        Assert.Equal(1, api.Graph.Current.Revision);
        Assert.Equal(1, await api.Store.GetRevisionAsync());
    }

    [Fact]
    public async Task All_problems_are_listed_at_once()
    {
        var answer = await TestApi.Open().AskAsync("""
            mutation { apply(changes: { id: "bad", entities: [
                { id: "x", kind: CHIP, name: "x", citations: [] }, { id: "y", kind: MATERIAL, name: "y", citations: [{ document: "nowhere", locator: "1" }] }] }) { revision } }
            """);
        Assert.True(answer.At("errors.0.extensions.problems").GetArrayLength() >= 3, answer.ToString());
    }

    [Fact]
    public async Task A_service_that_is_read_only_says_so()
    {
        var error = await TestApi.Open(readOnly: true).ErrorAsync(ChangeText.AddMaterial("argon"));
        Assert.Equal(ErrorCode.ReadOnly, error.Code);
    }

    [Fact]
    public async Task A_change_set_is_bounded()
    {
        var error = await TestApi.Open(limits: new GraphQLLimits { MaxChanges = 1 }).ErrorAsync(ChangeText.AddMaterial("argon"));
        Assert.Equal(ErrorCode.LimitExceeded, error.Code);
        Assert.Contains("maxChanges = 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_one_request_come_one_after_another()
    {
        var api = TestApi.Open();
        var data = await api.DataAsync("""
            mutation {
              first: apply(changes: { id: "1", entities: [{ id: "argon", kind: MATERIAL, name: "Argon", properties: [{ name: "symbol", value: "Ar" }], citations: [{ document: "editor", locator: "names" }] }] }) { revision }
              second: apply(changes: { id: "2", relations: [{ kind: USES, from: "fab-1", to: "argon", citations: [{ document: "editor", locator: "names" }] }] }) { revision }
            }
            """);
        Assert.Equal("2", data.At("first.revision").ToString());
        Assert.Equal("3", data.At("second.revision").ToString());
    }

    [Fact]
    public async Task Many_changes_at_once_are_all_applied_and_readers_never_see_half_of_one()
    {
        var api = TestApi.Open();
        var done = false;
        var reader = Task.Run(async () =>
        {
            while (!Volatile.Read(ref done))
            {
                var data = await api.DataAsync("{ materials { totalCount } fab(id: \"fab-2\") { materials { totalCount } } }");
                // Each change adds a material and its use by fab-2, which began with two of two.
                Assert.Equal(data.At("materials.totalCount").GetInt32(), data.At("fab.materials.totalCount").GetInt32());
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => api.DataAsync(ChangeText.AddMaterial($"m-{i}")))));
        Volatile.Write(ref done, true);
        await reader;
        Assert.Equal(22, (await api.DataAsync("{ materials { totalCount } }")).At("materials.totalCount").GetInt32());
    }

    [Fact]
    public async Task What_others_write_to_the_store_is_taken_over()
    {
        var api = TestApi.Open();
        using var other = await LiveGraph.OpenAsync(api.Store);
        await new GraphQLService(new GraphServices(other)).ExecuteAsync(new GraphQLRequest(ChangeText.AddMaterial("argon")));
        Assert.Equal(1, api.Graph.Current.Revision);
        await api.DataAsync(ChangeText.AddMaterial("xenon"));
        Assert.Equal(["argon", "gallium", "neon", "xenon"], (await api.DataAsync("{ materials { nodes { id } } }")).Texts("materials.nodes", "id"));
    }

    [Fact]
    public async Task A_changed_ontology_makes_another_schema()
    {
        var api = TestApi.Open();
        Assert.Equal(ErrorCode.ValidationFailed, (await api.ErrorAsync("{ planets { totalCount } }")).Code);
        var manifest = api.Graph.Current.Manifest;
        await api.Graph.ApplyAsync(new ChangeSet { Id = "planets", Origin = Origin.Bundle, Manifest = manifest with { Ontology = manifest.Ontology + "\ntype Planet { moons: Int }", Hash = "next" } });
        Assert.Equal(0, (await api.DataAsync("{ planets(where: { moons: { gt: 1 } }) { totalCount } }")).At("planets.totalCount").GetInt32());
    }
}
