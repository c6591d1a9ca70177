using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit.Facts;
using EcosystemGraph.TestKit.Neo4j;
using static EcosystemGraph.TestKit.Facts.SameFacts;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.Storage.Neo4j.Tests;

/// <summary>Change sets that are written in parts.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class LargeChangeSetTests(Neo4jServer server)
{
    private static readonly Neo4jStoreOptions InParts = new() { LargestTransaction = 100, BatchSize = 50 };

    [Fact]
    public async Task What_another_program_left_unfinished_is_not_seen_and_the_next_writer_undoes_it()
    {
        Fact[] held = [Company("baidu", "Baidu"), Member("baidu", "aiia")];
        await using var store = await TestStore.CreateAsync(server, InParts);
        await store.ApplyAsync(Load("1", held));

        // As it is after a writer was killed in the middle of its parts, some time ago.
        await TestStore.RunAsync(server, """
            MATCH (s:EcosystemGraph) SET s._writer = 'killed', s._writerAt = timestamp() - 3600000
            CREATE (:EcosystemGraph {id: 'lane 0', _lane: 0, _writer: 'killed', _writerAt: timestamp() - 3000000, _part: 2})
            CREATE (a:Entity:Company {id: 'new', name: 'New', cite: 'doc#1', _kind: 'Company', _ordinal: 0, _revision: 2})
            CREATE (c:Claim {fact: 'Entity', subject: 'newer', cite: 'doc#1', _ordinal: 0, _revision: 2, _content: '{"kind":"Company"}'})
            WITH a MATCH (b:Entity {id: 'baidu'}) CREATE (a)-[:MEMBER_OF {cite: 'doc#1', _ordinal: 0, _revision: 2}]->(b)
            """);
        AssertSameFacts(held, (await store.ReadAsync()).Facts);
        Assert.Single(await store.ReadChangesAsync(0).ToListAsync());

        await store.ApplyAsync(Load("2", Company("tencent", "Tencent")));
        AssertSameFacts([.. held, Company("tencent", "Tencent")], (await store.ReadAsync()).Facts);
        Assert.Empty(await TestStore.RunAsync(server, "MATCH (n) WHERE n.id = 'new' OR n.subject = 'newer' OR n._lane = 0 RETURN n.id"));
        AssertSameFacts([Company("tencent", "Tencent")], (await store.ReadChangesAsync(1).ToListAsync())[0].Opened);
    }

    [Fact]
    public async Task Whoever_comes_while_another_program_writes_is_told_to_come_again()
    {
        await using var store = await TestStore.CreateAsync(server, InParts);
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu")));
        await TestStore.RunAsync(server, "MATCH (s:EcosystemGraph) SET s._writer = 'busy', s._writerAt = timestamp() - 3600000 CREATE (:EcosystemGraph {id: 'lane 1', _lane: 1, _writer: 'busy', _writerAt: timestamp(), _part: 2})");

        var refused = await Assert.ThrowsAsync<StoreException>(() => store.ApplyAsync(Load("2", Company("tencent", "Tencent"))));
        Assert.Equal(StoreErrorCode.Unavailable, refused.Code);
        Assert.Contains("another program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_graph_lies_in_Neo4j_as_people_expect_it()
    {
        var facts = SyntheticGraph.Facts(100, 400);
        await using var store = await TestStore.CreateAsync(server, InParts with { InlineFrom = 10 });
        await store.ApplyAsync(Load("1", [.. facts]));
        AssertSameFacts(facts, (await store.ReadAsync()).Facts);

        var counts = await TestStore.RunAsync(server, "MATCH (a:Node)-[r:LINKS]->(b:Node) RETURN count(r), count(DISTINCT a.name + b.name), count(r.cite)");
        Assert.Equal([400L, 400L, 400L], counts[0]);
        Assert.Empty(await TestStore.RunAsync(server, "MATCH (c:Claim) RETURN c LIMIT 1"));
    }
}
