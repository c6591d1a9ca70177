using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;
using EcosystemGraph.TestKit.Neo4j;
using EcosystemGraph.TestKit.Network;
using static EcosystemGraph.TestKit.Facts.SameFacts;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.Storage.Neo4j.Tests.Faults;

/// <summary>The store when the network fails between it and the real server: what it answered is kept once, what it reads is whole, and a graph goes on and catches up.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class StoreFaultTests(Neo4jServer server) : IAsyncLifetime
{
    // What a test waits for, before it calls something hanging; far beyond what it takes.
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(2);
    private const string Ontology =
        """
        type Company {
          memberOf: [Company!]! @relationship(type: "MEMBER_OF", direction: OUT)
          members: [Company!]! @relationship(type: "MEMBER_OF", direction: IN)
        }
        """;

    private static readonly BundleManifest Manifest = new("tiny", "A tiny bundle", "For tests.", Ontology, "00ff");
    private TcpProxy _proxy = null!;
    private Neo4jGraphStore _direct = null!;

    public async Task InitializeAsync()
    {
        _proxy = TcpProxy.Before(server.Address.Http!);
        _direct = await TestStore.CreateAsync(server);
    }

    public async Task DisposeAsync()
    {
        await _direct.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Fact]
    public async Task A_change_set_is_applied_once_wherever_an_answer_is_cut()
    {
        await using var store = await OpenAsync();
        var before = _proxy.AnsweredBytes;
        await store.ApplyAsync(Change(0));
        var length = _proxy.AnsweredBytes - before;
        const int changes = 30;
        for (var i = 1; i <= changes; i++)
        {
            _proxy.CutAnswer(length * (i - 1) / (changes - 1), reset: i % 2 == 0);
            Assert.Equal(i + 1, (await store.ApplyAsync(Change(i)).WaitAsync(Hanging)).Revision);
        }

        await AssertAppliedAsync(changes + 1);
    }

    [Fact]
    public async Task A_change_set_is_applied_once_whether_its_commit_or_the_answer_is_lost()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 6; i++)
        {
            if (i % 2 == 0) _proxy.LoseRequest("/commit HTTP"u8);
            else _proxy.CutAnswer(0, reset: true, "/commit HTTP"u8);
            Assert.Equal(i + 1, (await store.ApplyAsync(Change(i)).WaitAsync(Hanging)).Revision);
        }

        await AssertAppliedAsync(6);
    }

    [Fact]
    public async Task What_is_read_is_whole_wherever_an_answer_is_cut()
    {
        var all = Enumerable.Range(0, 20).Select(Change).ToArray();
        foreach (var change in all) await _direct.ApplyAsync(change);
        await using var store = await OpenAsync();
        var before = _proxy.AnsweredBytes;
        await store.ReadAsync();
        var length = _proxy.AnsweredBytes - before;
        for (var i = 0; i < 20; i++)
        {
            _proxy.CutAnswer(length * i / 19, reset: i % 2 == 0);
            var content = await store.ReadAsync().WaitAsync(Hanging);
            Assert.Equal(all.Length, content.Revision);
            AssertSameFacts([.. all.SelectMany(change => change.Upserts)], content.Facts);
            _proxy.CutAnswer(length * i / 19, reset: i % 2 == 1);
            Assert.Equal(all.Select(change => change.Id), (await store.ReadChangesAsync(0).ToListAsync().AsTask().WaitAsync(Hanging)).Select(delta => delta.ChangeSetId));
            _proxy.Pass();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_Neo4j_is_away_reads_go_on_writes_fail_and_on_its_return_the_graph_catches_up_by_itself(bool isSilent)
    {
        await _direct.ApplyAsync(Change(0) with { Manifest = Manifest });
        await using var store = await OpenAsync(timeout: 2);
        using var graph = await LiveGraph.OpenAsync(store);
        await using var watch = new StoreWatch(graph, TimeSpan.FromMilliseconds(200), _ => { });
        if (isSilent) _proxy.BlackHole();
        else _proxy.Refuse();

        var remove = new ChangeSet { Id = "away", Origin = Origin.Mutation, Removals = [Change(0).Upserts[5].Key] };
        var e = await Assert.ThrowsAsync<StoreException>(() => graph.ApplyAsync(remove).WaitAsync(Hanging));
        Assert.Equal(StoreErrorCode.Unavailable, e.Code);
        Assert.True(graph.Health.IsStale);
        Assert.NotNull(graph.Health.Since);
        Assert.True(graph.Current.Entities.TryFind("company-0-0", out _));

        await _direct.ApplyAsync(Change(1));
        _proxy.Pass();
        using var source = new CancellationTokenSource(Hanging);
        while (graph.Current.Revision < 2 || graph.Health.IsStale) await Task.Delay(20, source.Token);
        Assert.True(graph.Current.Entities.TryFind("company-1-0", out _));
        Assert.True(graph.Current.Entities.TryFind("company-0-0", out _));
        Assert.Equal(3, (await graph.ApplyAsync(remove)).Revision);
    }

    /// <summary>A change set of some facts of its own.</summary>
    internal static ChangeSet Change(int number) => Load(
        $"change-{number}",
        [.. Enumerable.Range(0, 10).Select(i => Company($"company-{number}-{i}", $"Company {i} of change {number}")), Member($"company-{number}-0", $"company-{number}-1")]);

    /// <summary>The store through a network that may fail.</summary>
    private Task<Neo4jGraphStore> OpenAsync(double timeout = 20)
    {
        var options = server.Address.Options(_proxy.Address);
        options.Resilience = new ResilienceOptions
        {
            TimeoutSeconds = timeout,
            AttemptTimeoutSeconds = timeout,
            ConnectTimeoutSeconds = 2,
            RetryDelaySeconds = 0.05,
            MaxRetries = 4,
            BreakAfterFailures = 8,
            BreakSeconds = 0.5,
        };
        return Neo4jGraphStore.OpenAsync(Neo4jConnection.Open(options));
    }

    private async Task AssertAppliedAsync(int count)
    {
        var content = await _direct.ReadAsync();
        Assert.Equal(count, content.Revision);
        AssertSameFacts([.. Enumerable.Range(0, count).SelectMany(i => Change(i).Upserts)], content.Facts);
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"change-{i}"), (await _direct.ReadChangesAsync(0).ToListAsync()).Select(delta => delta.ChangeSetId));
    }
}
