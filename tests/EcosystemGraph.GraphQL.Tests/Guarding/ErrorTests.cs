using EcosystemGraph.GraphQL.Tests.Support;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.GraphQL.Tests.Guarding;

/// <summary>Errors have a stable code and name what was wrong; they never show how the program works.</summary>
public sealed class ErrorTests
{
    private static readonly TestApi Api = TestApi.Semiconductors;

    [Theory]
    [InlineData("{ chipMakers { nodes { id }", ErrorCode.ParseFailed, "")]
    [InlineData("{ planets { nodes { id } } }", ErrorCode.ValidationFailed, "planets")]
    [InlineData("{ chipMakers(where: { mass: { eq: 1 } }) { totalCount } }", ErrorCode.BadArgument, "mass")]
    [InlineData("{ entities(kinds: [PLANET]) { totalCount } }", ErrorCode.BadArgument, "PLANET")]
    [InlineData("{ chipMakers(where: { founded: { gt: \"2019-13\" } }) { totalCount } }", ErrorCode.BadArgument, "2019-13")]
    [InlineData("{ chipMakers(asOf: \"yesterday\") { totalCount } }", ErrorCode.BadArgument, "yesterday")]
    [InlineData("{ chipMakers(order: [{ name: ASC, id: ASC }]) { totalCount } }", ErrorCode.BadArgument, "")]
    [InlineData("{ chipMakers(sources: [\"no-such-document\"]) { totalCount } }", ErrorCode.NotFound, "no-such-document")]
    [InlineData("{ chipMakers(where: { citedBy: [\"nothing\"] }) { totalCount } }", ErrorCode.NotFound, "nothing")]
    [InlineData("{ neighborhood(ids: [\"nowhere\"]) { truncated } }", ErrorCode.NotFound, "nowhere")]
    [InlineData("{ neighborhood(ids: [\"aurora\"], depth: 99) { truncated } }", ErrorCode.LimitExceeded, "99")]
    [InlineData("{ paths(from: \"aurora\", to: \"drift\", k: 1000) { length } }", ErrorCode.LimitExceeded, "1000")]
    [InlineData("{ compare(indicator: \"weight\") { rows { change } } }", ErrorCode.NotFound, "weight")]
    [InlineData("{ search(text: \"\") { totalCount } }", ErrorCode.BadArgument, "")]
    [InlineData("query a { about { name } } query b { about { name } }", ErrorCode.BadRequest, "a, b")]
    [InlineData("fragment f on Query { about { name } }", ErrorCode.BadRequest, "no operation")]
    [InlineData("{ producersAggregate(groupBy: [{ kind: false }]) { count } }", ErrorCode.BadArgument, "kind")]
    public async Task A_bad_request_has_a_code_and_names_the_value(string query, string code, string named)
    {
        var error = await Api.ErrorAsync(query);
        Assert.Equal(code, error.Code);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query($d: Date) { chipMakers(asOf: $d) { totalCount } }", "d", "2019-13")]
    [InlineData("query($w: ChipMakerFilter) { chipMakers(where: $w) { totalCount } }", "w", "text")]
    [InlineData("query($n: Int) { chipMakers(first: $n) { totalCount } }", "n", "many")]
    public async Task A_bad_variable_is_named(string query, string variable, string value)
    {
        var error = await Api.ErrorAsync(query, new Dictionary<string, object> { [variable] = value });
        Assert.Equal(ErrorCode.BadArgument, error.Code);
        Assert.Contains(variable, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_fails_leaves_the_others()
    {
        var answer = await Api.AskAsync("{ about { name } chipMaker(id: \"aurora\") { name score(measure: DEGREE, projection: \"none\") } }");
        Assert.Equal("semiconductors", answer.Text("data.about.name"));
        Assert.Equal("Aurora Semiconductor", answer.Text("data.chipMaker.name"));
        Assert.Equal("""["chipMaker","score"]""", answer.At("errors.0.path").ToString());
        Assert.Equal(1, answer.At("errors.0.locations.0.line").GetInt32());
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var page = await Api.DataAsync("{ chipMakers(first: 1, order: [{ name: ASC }]) { pageInfo { endCursor } } }");
        var error = await Api.ErrorAsync("query($after: String) { chipMakers(after: $after) { nodes { id } } }", new { after = page.Text("chipMakers.pageInfo.endCursor") });
        Assert.Equal(ErrorCode.BadArgument, error.Code);
    }

    [Fact]
    public async Task A_fault_is_logged_and_not_shown()
    {
        var api = TestApi.Open(around: store => new FaultyStore(store, () => new InvalidOperationException("the secret of the store")));
        var error = await api.ErrorAsync(ChangeText.AddMaterial("argon"));
        Assert.Equal(ErrorCode.Internal, error.Code);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Contains(api.Faults.Exceptions, e => e.ToString().Contains("the secret of the store", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_is_away_is_said_to_be_and_reading_goes_on()
    {
        var away = true;
        var api = TestApi.Open(around: store => new FaultyStore(store, () => away ? new StoreException(StoreErrorCode.Unavailable, "the store 'memory' is away; try again later") : null));
        var error = await api.ErrorAsync(ChangeText.AddMaterial("argon"));
        Assert.Equal((ErrorCode.StoreUnavailable, "the store 'memory' is away; try again later"), error);
        var stale = await api.DataAsync("{ about { store { stale since } } materials { totalCount } }");
        Assert.True(stale.At("about.store.stale").GetBoolean());
        Assert.Equal(2, stale.At("materials.totalCount").GetInt32());
        away = false;
        await api.DataAsync(ChangeText.AddMaterial("argon"));
        Assert.False((await api.DataAsync("{ about { store { stale } } }")).At("about.store.stale").GetBoolean());
    }

    [Fact]
    public async Task What_stays_out_of_the_graph_is_told_to_whoever_asks()
    {
        const string Query = "{ about { store { problems problemCount } } }";
        var api = TestApi.Open();
        Assert.Equal("""{"problems":[],"problemCount":0}""", (await api.DataAsync(Query)).At("about.store").ToString());
        api.Graph.Report([.. Enumerable.Range(0, 120).Select(i => $"problem {i}")]);
        var store = (await api.DataAsync(Query)).At("about.store");
        Assert.Equal(120, store.GetProperty("problemCount").GetInt32());
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"problem {i}"), store.GetProperty("problems").EnumerateArray().Select(p => p.GetString()));
        api.Graph.Report([]);
        Assert.Equal(0, (await api.DataAsync(Query)).At("about.store.problemCount").GetInt32());
    }

    [Fact]
    public async Task A_cancelled_request_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Api.Service.ExecuteAsync(new GraphQLRequest("{ about { name } }"), cancelled.Token));
    }

    [Fact]
    public async Task An_operation_is_chosen_by_its_name()
    {
        var answer = await Api.AskAsync("query a { about { name } } query b { about { revision } }", operation: "b");
        Assert.Equal("1", answer.At("data.about.revision").ToString());
        Assert.Equal(ErrorCode.BadRequest, (await Api.AskAsync("query a { about { name } }", operation: "c")).Text("errors.0.extensions.code"));
    }

    /// <summary>A store whose writes fail as told.</summary>
    private sealed class FaultyStore(IGraphStore inner, Func<Exception?> fault) : IGraphStore
    {
        public StoreDescription Description => inner.Description;

        public Task<long> GetRevisionAsync(CancellationToken cancellationToken = default) => inner.GetRevisionAsync(cancellationToken);

        public Task<ChangeResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken = default) =>
            fault() is { } exception ? Task.FromException<ChangeResult>(exception) : inner.ApplyAsync(changes, cancellationToken);

        public Task<GraphContent> ReadAsync(long? revision = null, CancellationToken cancellationToken = default) => inner.ReadAsync(revision, cancellationToken);

        public IAsyncEnumerable<RevisionDelta> ReadChangesAsync(long since, CancellationToken cancellationToken = default) => inner.ReadChangesAsync(since, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
