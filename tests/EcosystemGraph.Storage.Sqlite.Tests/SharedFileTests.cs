using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using static EcosystemGraph.TestKit.Facts.SameFacts;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.Storage.Sqlite.Tests;

/// <summary>Other programs at the same file, and people who look into it.</summary>
public sealed class SharedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task While_another_program_writes_reading_goes_on_and_writing_says_so()
    {
        var path = _folder.NewFile();
        await using var store = await SqliteGraphStore.OpenAsync(path, new SqliteStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(1) });
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu")));
        using (var other = RawDatabase.Open(path))
        {
            other.Execute("BEGIN IMMEDIATE; UPDATE fact SET ordinal = 7");
            var refused = await Assert.ThrowsAsync<StoreException>(() => store.ApplyAsync(Load("2", Company("tencent", "Tencent"))));
            Assert.Equal(StoreErrorCode.Unavailable, refused.Code);
            Assert.Contains($"'{path}' is being written by another program", refused.Message, StringComparison.Ordinal);
            AssertSameFacts([Company("baidu", "Baidu")], (await store.ReadAsync()).Facts);
            other.Execute("ROLLBACK");
        }

        Assert.Equal(2, (await store.ApplyAsync(Load("2", Company("tencent", "Tencent")))).Revision);
    }

    [Fact]
    public async Task A_writer_waits_for_another_that_is_soon_done()
    {
        var path = _folder.NewFile();
        await using var store = await SqliteGraphStore.OpenAsync(path);
        using var other = RawDatabase.Open(path);
        other.Execute("BEGIN IMMEDIATE");
        var applying = store.ApplyAsync(Load("1", Company("baidu", "Baidu")));
        await Task.WhenAny(applying, Task.Delay(200));
        Assert.False(applying.IsCompleted);
        other.Execute("ROLLBACK");
        Assert.Equal(1, (await applying).Revision);
    }

    [Fact]
    public async Task Two_stores_on_one_file_take_turns_and_see_each_other()
    {
        var path = _folder.NewFile();
        await using var one = await SqliteGraphStore.OpenAsync(path);
        await using var other = await SqliteGraphStore.OpenAsync(path);
        for (var i = 0; i < 20; i += 2)
        {
            Assert.Equal(i + 1, (await one.ApplyAsync(Load($"{i}", Company("shared", $"{i}")))).Revision);
            Assert.Equal(i + 2, (await other.ApplyAsync(Mutate($"{i + 1}", Company("shared", $"{i + 1}")))).Revision);
        }

        AssertSameFacts((await one.ReadAsync()).Facts, (await other.ReadAsync()).Facts);
        Assert.True((await one.ApplyAsync(Mutate("19"))).AlreadyApplied);
    }

    [Fact]
    public async Task Changes_are_read_as_they_stood_when_the_reading_began()
    {
        await using var store = await SqliteGraphStore.OpenAsync(_folder.NewFile());
        await store.ApplyAsync(Load("1", Company("a", "A")));
        await store.ApplyAsync(Load("2", Company("b", "B")));
        var ids = new List<string>();
        await foreach (var delta in store.ReadChangesAsync(0))
        {
            ids.Add(delta.ChangeSetId);
            await store.ApplyAsync(Load($"later-{delta.Revision}", Company("c", $"{delta.Revision}")));
        }

        Assert.Equal(["1", "2"], ids);
        Assert.Equal(4, await store.GetRevisionAsync());
    }

    [Fact]
    public async Task People_find_what_holds_now_in_views()
    {
        var path = _folder.NewFile();
        await using var store = await SqliteGraphStore.OpenAsync(path);
        var properties = PropertyBag.Create([KeyValuePair.Create("founded", (object)Model.Values.PartialDate.Parse("2000-01"))]);
        await store.ApplyAsync(Load(
            "1",
            Company("baidu", "Baidu") with { Properties = properties },
            Company("tencent", "Tencent"),
            Member("baidu", "aiia") with { Certainty = Certainty.Reported },
            new ObservationStatement { Subject = "aiia", Indicator = "members", Value = 439m, Unit = "count", Citations = [new Citation("doc", "Table 3")] }));
        await store.ApplyAsync(Mutate("2", Company("tencent", "Tencent, corrected")) with { Removals = [Member("baidu", "aiia").Key] });

        Assert.Equal(
            ["baidu|Company|Baidu|2000-01|stated|doc#Table 1|bundle", "tencent|Company|Tencent, corrected||stated|doc#Table 1|mutation"],
            RawDatabase.Query(path, "SELECT id, kind, name, properties ->> '$.founded.date', certainty, citations, origin FROM entity_statement ORDER BY id"));
        Assert.Empty(RawDatabase.Query(path, "SELECT * FROM relation_statement"));
        Assert.Equal(
            ["aiia.members...count|aiia|members|Exact|439|count"],
            RawDatabase.Query(path, "SELECT id, subject_id, indicator, qualifier, value, unit FROM observation_statement"));
        await store.ApplyAsync(Mutate("3", Member("baidu", "aiia") with { Certainty = Certainty.Likely }));
        Assert.Equal(
            ["member-of:baidu:aiia|MEMBER_OF|baidu|aiia||likely|mutation"],
            RawDatabase.Query(path, "SELECT id, kind, from_id, to_id, key, certainty, origin FROM relation_statement"));
    }

    [Fact]
    public async Task The_log_of_change_sets_says_when_and_why()
    {
        var path = _folder.NewFile();
        await using var store = await SqliteGraphStore.OpenAsync(path, new SqliteStoreOptions { TimeProvider = new StoppedClock() });
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu")) with { Message = "the first load" });
        await store.ApplyAsync(Mutate("2", Company("baidu", "Baidu")));
        await store.ApplyAsync(Mutate("3", Company("baidu", "Baidu")));
        Assert.Equal(
            [
                "1|1|1|0|2026-02-03T04:05:06.0000000Z|the first load",
                "2|2|1|1|2026-02-03T04:05:06.0000000Z|",
                "3|2|0|1|2026-02-03T04:05:06.0000000Z|",
            ],
            RawDatabase.Query(path, "SELECT id, revision, makes_revision, origin, applied_at, message FROM change_set ORDER BY sequence"));
    }

    [Fact]
    public async Task A_closed_store_says_that_it_is_closed()
    {
        var store = await SqliteGraphStore.OpenAsync(_folder.NewFile());
        await store.DisposeAsync();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ApplyAsync(Load("1")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ReadAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.GetRevisionAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.ReadChangesAsync(0).ToListAsync());
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);
    }
}
