using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Sqlite.Schema;
using EcosystemGraph.TestKit.Facts;
using static EcosystemGraph.TestKit.Facts.SameFacts;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.Storage.Sqlite.Tests;

/// <summary>What may be opened, and that what is refused is left as it was.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_file_is_made()
    {
        var path = _folder.NewFile();
        await using (var store = await SqliteGraphStore.OpenAsync(path))
        {
            Assert.Equal(new StoreDescription("sqlite", path), store.Description);
        }

        Assert.Equal([$"{SqliteFile.ApplicationId}"], RawDatabase.Query(path, "PRAGMA application_id"));
        Assert.Equal([$"{Migrations.All.Latest}"], RawDatabase.Query(path, "PRAGMA user_version"));
        Assert.Equal(["wal"], RawDatabase.Query(path, "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task An_empty_file_is_taken_for_a_new_one()
    {
        var path = _folder.NewFile();
        await File.WriteAllBytesAsync(path, []);
        await using var store = await SqliteGraphStore.OpenAsync(path);
        Assert.Equal(0, await store.GetRevisionAsync());
    }

    [Fact]
    public async Task What_was_applied_is_there_when_the_file_is_opened_again()
    {
        var path = _folder.NewFile();
        var changes = Load("1", Company("baidu", "百度"), Member("baidu", "aiia"));
        await using (var store = await SqliteGraphStore.OpenAsync(path)) await store.ApplyAsync(changes);
        await using var reopened = await SqliteGraphStore.OpenAsync(path);
        Assert.True((await reopened.ApplyAsync(changes)).AlreadyApplied);
        AssertSameFacts(changes.Upserts, (await reopened.ReadAsync()).Facts);
    }

    [Fact]
    public async Task A_file_in_a_folder_that_is_not_there_is_refused()
    {
        var path = Path.Combine(_folder.Path, "nowhere", "graph.db");
        await AssertRefused(path, StoreErrorCode.Unavailable, "does not exist; create it");
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Fact]
    public async Task A_file_in_a_file_is_refused()
    {
        var file = _folder.NewFile();
        await File.WriteAllTextAsync(file, "not a folder");
        await AssertRefused(Path.Combine(file, "graph.db"), StoreErrorCode.Unavailable, "does not exist; create it");
    }

    [Fact]
    public async Task A_folder_is_refused() => await AssertRefused(_folder.Path, StoreErrorCode.Unavailable, "is a folder");

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_refused()
    {
        // Not even an administrator may make a file in /proc; elsewhere there is no such folder, and a reserved name does.
        var path = OperatingSystem.IsLinux() ? "/proc/ecosystem-graph.db" : Path.Combine(_folder.Path, OperatingSystem.IsWindows() ? "a?.db" : new string('a', 300));
        await AssertRefused(path, StoreErrorCode.Unavailable, "check that its folder exists and may be written");
    }

    [Theory]
    [InlineData("id,name\nbaidu,Baidu\n")]
    [InlineData("SQLite format 3\0")]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone(string content)
    {
        var path = _folder.NewFile();
        await File.WriteAllTextAsync(path, content + new string('x', content.Length < 20 ? 0 : 5_000));
        await AssertRefusedAndUntouched(path, StoreErrorCode.Corrupt, "is not a SQLite database");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0x47504B47)]
    public async Task Another_applications_database_is_refused_and_left_alone(int applicationId)
    {
        var path = _folder.NewFile();
        RawDatabase.Execute(path, $"PRAGMA application_id = {applicationId}; CREATE TABLE fact (precious TEXT); INSERT INTO fact VALUES ('theirs')");
        await AssertRefusedAndUntouched(path, StoreErrorCode.Foreign, "another application's database");
    }

    [Fact]
    public async Task A_newer_versions_file_is_refused_and_left_alone()
    {
        var path = _folder.NewFile();
        await using (await SqliteGraphStore.OpenAsync(path))
        {
        }

        RawDatabase.Execute(path, $"PRAGMA user_version = {Migrations.All.Latest + 1}");
        await AssertRefusedAndUntouched(path, StoreErrorCode.NewerVersion, $"schema version {Migrations.All.Latest + 1}");
    }

    [Fact]
    public async Task An_older_versions_file_is_brought_up_to_date_with_all_that_it_holds()
    {
        var path = _folder.NewFile();
        var facts = SyntheticGraph.Facts(20, 60);
        await using (var old = await SqliteGraphStore.OpenAsync(path, new SqliteStoreOptions { Migrations = Migrations.All.UpTo(1) }))
        {
            await old.ApplyAsync(Load("1", [.. facts]));
        }

        Assert.Equal(["1"], RawDatabase.Query(path, "PRAGMA user_version"));
        Assert.Empty(RawDatabase.Query(path, "SELECT name FROM sqlite_schema WHERE type = 'view'"));

        await using (var store = await SqliteGraphStore.OpenAsync(path))
        {
            AssertSameFacts(facts, (await store.ReadAsync()).Facts);
            Assert.True((await store.ApplyAsync(Load("1"))).AlreadyApplied);
        }

        Assert.Equal([$"{Migrations.All.Latest}"], RawDatabase.Query(path, "PRAGMA user_version"));
        Assert.Equal(["60"], RawDatabase.Query(path, "SELECT count(*) FROM relation_statement"));
        var refused = await Assert.ThrowsAsync<StoreException>(
            () => SqliteGraphStore.OpenAsync(path, new SqliteStoreOptions { Migrations = Migrations.All.UpTo(1) }));
        Assert.Equal(StoreErrorCode.NewerVersion, refused.Code);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_older_file_as_it_was()
    {
        var path = _folder.NewFile();
        await using (await SqliteGraphStore.OpenAsync(path, new SqliteStoreOptions { Migrations = Migrations.All.UpTo(1) }))
        {
        }

        // The last view is taken, so the second step fails after it has made some of them.
        RawDatabase.Execute(path, "CREATE TABLE observation_statement (taken INTEGER)");
        await AssertRefused(path, StoreErrorCode.Corrupt, "observation_statement");
        Assert.Equal(["1"], RawDatabase.Query(path, "PRAGMA user_version"));
        Assert.Empty(RawDatabase.Query(path, "SELECT name FROM sqlite_schema WHERE type = 'view'"));
    }

    [Fact]
    public async Task A_file_that_several_make_at_once_is_made_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var path = _folder.NewFile();
            var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SqliteGraphStore.OpenAsync(path))));
            var results = await Task.WhenAll(stores.Select((store, i) => store.ApplyAsync(Load($"{i}", Company($"c{i}", "C")))));
            Assert.Equal([1, 2, 3, 4], results.Select(result => result.Revision).Order());
            foreach (var store in stores) await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_refused()
    {
        var path = await FilledFile();
        using (var file = File.OpenWrite(path)) file.SetLength(file.Length / 2);
        await AssertRefusedAndUntouched(path, StoreErrorCode.Corrupt, "is damaged");
    }

    [Fact]
    public async Task Damaged_pages_are_noticed_and_never_read_as_facts()
    {
        var path = await FilledFile();
        using (var file = File.OpenWrite(path))
        {
            file.Position = 4096;
            var garbage = new byte[file.Length - file.Position];
            Array.Fill(garbage, (byte)0xA5);
            file.Write(garbage);
        }

        var damaged = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var store = await SqliteGraphStore.OpenAsync(path);
            await store.ReadAsync();
        });
        Assert.Equal(StoreErrorCode.Corrupt, damaged.Code);
        Assert.Contains(path, damaged.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content = '{\"kind\":'", "cannot be read")]
    [InlineData("content = '[]'", "cannot be read")]
    [InlineData("content = '{\"kind\":\"K\",\"unheard\":1}'", "unheard")]
    [InlineData("content = '{\"kind\":\"K\",\"properties\":{\"a\":{\"complex\":1}}}'", "complex")]
    [InlineData("content = '{\"kind\":\"K\",\"certainty\":\"perhaps\"}'", "perhaps")]
    [InlineData("content = '{\"name\":\"N\"}'", "missing")]
    [InlineData("content = '{\"kind\":true}'", "True")]
    [InlineData("type = 77", "77")]
    public async Task A_row_that_cannot_have_been_written_is_noticed(string damage, string named)
    {
        var path = _folder.NewFile();
        await using (var store = await SqliteGraphStore.OpenAsync(path)) await store.ApplyAsync(Load("1", Company("baidu", "Baidu")));
        RawDatabase.Execute(path, $"UPDATE fact SET {damage}");

        await using var reopened = await SqliteGraphStore.OpenAsync(path);
        var damaged = await Assert.ThrowsAsync<StoreException>(() => reopened.ReadAsync());
        Assert.Equal(StoreErrorCode.Corrupt, damaged.Code);
        Assert.Contains(path, damaged.Message, StringComparison.Ordinal);
        Assert.Contains(named, damaged.Message, StringComparison.Ordinal);
    }

    private async Task<string> FilledFile()
    {
        var path = _folder.NewFile();
        await using var store = await SqliteGraphStore.OpenAsync(path);
        await store.ApplyAsync(Load("1", [.. SyntheticGraph.Facts(200, 1_000)]));
        return path;
    }

    private static async Task AssertRefused(string path, StoreErrorCode code, string message)
    {
        var refused = await Assert.ThrowsAsync<StoreException>(() => SqliteGraphStore.OpenAsync(path));
        Assert.Equal(code, refused.Code);
        Assert.Contains($"'{path}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private async Task AssertRefusedAndUntouched(string path, StoreErrorCode code, string message)
    {
        var before = await File.ReadAllBytesAsync(path);
        await AssertRefused(path, code, message);
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }
}
