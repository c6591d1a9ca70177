using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;
using EcosystemGraph.TestKit.Facts;
using EcosystemGraph.TestKit.Neo4j;
using EcosystemGraph.TestKit.Network;
using static EcosystemGraph.TestKit.Facts.SameFacts;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.Storage.Neo4j.Tests.Writing;

/// <summary>Large change sets whose parts are written side by side.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class LanesTests(Neo4jServer server)
{
    private const string PlainRelations = "write/plain-relations";
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(2);
    private static readonly Neo4jStoreOptions SideBySide = new() { LargestTransaction = 100, BatchSize = 50, InlineFrom = 10, Lanes = 4 };

    // Plain relations, and those that say more, and subjects of several statements: all ways to be written.
    private static readonly Fact[] Facts =
    [
        .. SyntheticGraph.Facts(150, 1_500),
        .. Enumerable.Range(0, 150).Select(i => Member($"n{i}", $"n{(i * 7 + 1) % 150}") with { Note = $"note {i}" }),
        .. Enumerable.Range(0, 150).Select(i => Member($"n{i}", $"end{i % 20}") with { Citations = [new Citation("other", $"page {i}")] }),
        .. Enumerable.Range(0, 60).Select(i => Company($"n{i}", $"Another name {i}") with { Kind = SyntheticGraph.EntityKind, Citations = [new Citation("other", "page 1")] }),
    ];

    [Fact]
    public async Task The_database_is_the_same_as_after_writing_one_part_after_the_other()
    {
        await using (var store = await TestStore.CreateAsync(server, SideBySide with { Lanes = 1 })) await store.ApplyAsync(Load("1", Facts));
        var expected = await ContentAsync();
        await using (var store = await TestStore.CreateAsync(server, SideBySide))
        {
            Assert.Equal(1, (await store.ApplyAsync(Load("1", Facts))).Revision);
            AssertSameFacts(Facts, (await store.ReadAsync()).Facts);
            Assert.True((await store.ApplyAsync(Load("1", Facts))).AlreadyApplied);
        }

        Assert.Equal(expected, await ContentAsync());
    }

    [Fact]
    public async Task The_database_is_the_same_whether_properties_come_in_maps_or_in_columns()
    {
        await using (var store = await TestStore.CreateAsync(server, SideBySide with { ColumnsFrom = int.MaxValue })) await store.ApplyAsync(Load("1", Facts));
        var expected = await ContentAsync();
        await using (var store = await TestStore.CreateAsync(server, SideBySide with { ColumnsFrom = 1 }))
        {
            await store.ApplyAsync(Load("1", Facts));
            AssertSameFacts(Facts, (await store.ReadAsync()).Facts);
        }

        Assert.Equal(expected, await ContentAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(25)]
    public async Task An_error_in_one_part_stops_and_undoes_all(int failing)
    {
        Fact[] held = [Company("baidu", "Baidu"), Member("baidu", "aiia")];
        await using (var first = await TestStore.CreateAsync(server, SideBySide)) await first.ApplyAsync(Load("1", held));
        var before = await ContentAsync();
        var count = 0;
        await using var store = await OpenAsync(statement => statement.Name == PlainRelations && Interlocked.Increment(ref count) == failing
            ? throw new CypherException(CypherErrorKind.Client, "Neo.ClientError.Statement.ArgumentError", "as the test has it")
            : Task.CompletedTask);

        var e = await Assert.ThrowsAsync<StoreException>(() => store.ApplyAsync(Load("2", Facts)).WaitAsync(Hanging));
        Assert.Contains("as the test has it", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, await ContentAsync());
        Assert.Equal(2, (await store.ApplyAsync(Load("2", Facts))).Revision);
        AssertSameFacts([.. held, .. Facts], (await store.ReadAsync()).Facts);
    }

    [Fact]
    public async Task A_lane_that_finds_its_place_taken_writes_nothing_more()
    {
        await (await TestStore.CreateAsync(server)).DisposeAsync();
        var count = 0;
        await using var other = await TestStore.OpenAsync(server, SideBySide with { AbandonedAfter = TimeSpan.MinValue });
        await using var store = await OpenAsync(async statement =>
        {
            // Another program takes this one for dead while its parts are under way; those of other lanes are waited for.
            if (statement.Name == "write/continue-parts" && Interlocked.Increment(ref count) == 12) await other.ApplyAsync(Load("other", Company("baidu", "Baidu")));
        });

        var e = await Assert.ThrowsAsync<StoreException>(() => store.ApplyAsync(Load("1", Facts)).WaitAsync(Hanging));
        Assert.Equal(StoreErrorCode.Unavailable, e.Code);
        Assert.Contains("another program", e.Message, StringComparison.Ordinal);
        AssertSameFacts([Company("baidu", "Baidu")], (await store.ReadAsync()).Facts);
        Assert.Equal([1L, 0L], (await TestStore.RunAsync(server, "MATCH (n:Entity) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)"))[0]);
    }

    [Theory]
    [InlineData("/commit HTTP", false)]
    [InlineData("/commit HTTP", true)]
    [InlineData("CREATE (a)-[", false)]
    public async Task A_connection_that_breaks_beside_others_loses_and_doubles_nothing(string request, bool isAnswered)
    {
        await (await TestStore.CreateAsync(server)).DisposeAsync();
        await using var proxy = TcpProxy.Before(server.Address.Http!);
        var options = server.Address.Options(proxy.Address);
        options.Resilience = new ResilienceOptions { RetryDelaySeconds = 0.05, BreakAfterFailures = 100 };
        var count = 0;
        await using var store = await Neo4jGraphStore.OpenAsync(
            new InterceptedRunner(Neo4jConnection.Open(options), statement =>
            {
                if (statement.Name != PlainRelations || Interlocked.Increment(ref count) != 6) return Task.CompletedTask;
                if (isAnswered) proxy.CutAnswer(0, reset: true, System.Text.Encoding.UTF8.GetBytes(request));
                else proxy.LoseRequest(System.Text.Encoding.UTF8.GetBytes(request));
                return Task.CompletedTask;
            }),
            SideBySide);
        Assert.Equal(1, (await store.ApplyAsync(Load("1", Facts)).WaitAsync(Hanging)).Revision);
        proxy.Pass();
        AssertSameFacts(Facts, (await store.ReadAsync()).Facts);
        Assert.Equal(1_500L, (await TestStore.RunAsync(server, $"MATCH (:Entity)-[r:{SyntheticGraph.RelationKind}]->(:Entity) RETURN count(r)"))[0][0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_relation_whose_end_is_not_there_is_an_error_and_leads_nowhere_else(int missing)
    {
        await (await TestStore.CreateAsync(server)).DisposeAsync();
        await TestStore.RunAsync(server, "UNWIND range(0, 2) AS i CREATE (:Entity {id: 'n' + i})");
        await TestStore.RunAsync(server, $"MATCH (e:Entity {{id: 'n{missing}'}}) DELETE e");
        await using var runner = Neo4jConnection.Open(server.Address.HttpOptions());
        var write = CypherLibrary.Get(PlainRelations, "RELATION_KIND", "LINKS").With(
            ("revision", 1), ("ends", new[] { "n0", "n1", "n2" }), ("rows", new object?[] { new object?[] { 0, 1, "a#b", 0 }, new object?[] { 1, 2, "a#b", 0 } }));
        await Assert.ThrowsAsync<CypherException>(() => runner.RunOnceAsync((transport, token) => transport.RunAsync(write, AccessMode.Write, null, token)));
        Assert.Empty(await TestStore.RunAsync(server, "MATCH ()-[r]->() RETURN r"));
    }

    private Task<Neo4jGraphStore> OpenAsync(Func<CypherStatement, Task> before) =>
        Neo4jGraphStore.OpenAsync(new InterceptedRunner(Neo4jConnection.Open(server.Address.HttpOptions()), before), SideBySide);

    /// <summary>Everything in the database but what differs by nature: the time of a change set.</summary>
    private async Task<string[]> ContentAsync()
    {
        var nodes = await TestStore.RunAsync(server, "MATCH (n) RETURN labels(n), properties(n)");
        var relations = await TestStore.RunAsync(server, "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r)");
        return [.. nodes.Concat(relations).Select(row => string.Join(' ', row.Select(Text))).Order(StringComparer.Ordinal)];
    }

    private static string Text(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => string.Join(',', map.Where(p => p.Key != "appliedAt").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={Text(p.Value)}")),
        IReadOnlyList<object?> list => string.Join('|', list.Select(Text)),
        _ => $"{value}",
    };
}
