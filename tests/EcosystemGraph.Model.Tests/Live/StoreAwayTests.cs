using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit.Stores;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.Model.Tests.Live;

/// <summary>While the store is away reads go on and say so, writes fail, and what others have written is taken over by itself.</summary>
public sealed class StoreAwayTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private static readonly BundleManifest Manifest = new("tiny", "A tiny bundle", "For tests.", "type Company { founded: Date } type Alliance { founded: Date }", "00ff");
    private readonly InMemoryGraphStore _inner = new();
    private FaultyGraphStore _store = null!;
    private LiveGraph _graph = null!;

    public async Task InitializeAsync()
    {
        await _inner.ApplyAsync(Load("1", Company("baidu", "Baidu")) with { Manifest = Manifest });
        _store = new FaultyGraphStore(_inner);
        _graph = await LiveGraph.OpenAsync(_store);
    }

    public async Task DisposeAsync() => await _inner.DisposeAsync();

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task A_graph_says_since_when_its_store_is_away_and_when_it_is_back()
    {
        Assert.False(_graph.Health.IsStale);
        _store.IsAway = true;
        await Assert.ThrowsAsync<StoreException>(() => _graph.RefreshAsync());
        var since = _graph.Health.Since;
        Assert.NotNull(since);
        await Assert.ThrowsAsync<StoreException>(() => _graph.RefreshAsync());
        Assert.Equal(since, _graph.Health.Since);
        Assert.True(_graph.Current.Entities.TryFind("baidu", out _));
        _store.IsAway = false;
        await _graph.RefreshAsync();
        Assert.Null(_graph.Health.Since);
    }

    [Fact]
    public async Task What_others_write_is_taken_over()
    {
        await _graph.RefreshAsync();
        var before = _graph.Current;
        await _inner.ApplyAsync(Load("2", Company("tencent", "Tencent")));
        await _graph.RefreshAsync();
        Assert.False(before.Entities.TryFind("tencent", out _));
        Assert.True(_graph.Current.Entities.TryFind("tencent", out _));
        Assert.Equal(2, _graph.Current.Revision);
    }

    [Fact]
    public async Task A_store_that_was_replaced_by_an_older_one_is_said()
    {
        var other = new InMemoryGraphStore();
        using var graph = new LiveGraph(new FaultyGraphStore(other), _graph.Current);
        var e = await Assert.ThrowsAsync<StoreException>(() => graph.RefreshAsync());
        Assert.Equal(StoreErrorCode.UnknownRevision, e.Code);
        Assert.True(graph.Health.IsStale);
    }

    [Fact]
    public async Task Whoever_waits_behind_a_write_that_fails_fails_with_it()
    {
        var signal = new TaskCompletionSource();
        _store.FailsAfter = signal.Task;
        _store.IsAway = true;
        var writes = Enumerable.Range(0, 20).Select(i => _graph.ApplyAsync(Remove($"w{i}"))).ToArray();
        var asked = _store.Asked;
        signal.SetResult();
        foreach (var write in writes) Assert.Equal(StoreErrorCode.Unavailable, (await Assert.ThrowsAsync<StoreException>(() => write)).Code);
        Assert.Equal(asked, _store.Asked);

        // The next one tries again.
        _store.IsAway = false;
        await _graph.RefreshAsync();
        Assert.Equal(2, (await _graph.ApplyAsync(Remove("after"))).Revision);
    }

    [Fact]
    public async Task A_watched_graph_catches_up_by_itself_and_tells_each_turn_once()
    {
        var turns = new List<string?>();
        await using (new StoreWatch(_graph, TimeSpan.FromMilliseconds(1), turn => turns.Add(turn?.Message)))
        {
            _store.IsAway = true;
            await UntilAsync(() => _graph.Health.IsStale);
            var asked = _store.Asked;
            await UntilAsync(() => _store.Asked > asked + 5);
            await _inner.ApplyAsync(Load("2", Company("tencent", "Tencent")));
            Assert.Equal(1, _graph.Current.Revision);
            _store.IsAway = false;
            await UntilAsync(() => _graph.Current.Revision == 2 && !_graph.Health.IsStale);
            await UntilAsync(() => turns.Count == 2);
        }

        Assert.Equal(["the store is away", null], turns);
        Assert.True(_graph.Current.Entities.TryFind("tencent", out _));
    }

    private static ChangeSet Remove(string id) => new() { Id = id, Origin = Origin.Mutation, Removals = [Company("baidu", "Baidu").Key] };

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var source = new CancellationTokenSource(Long);
        while (!condition()) await Task.Delay(1, source.Token);
    }
}
