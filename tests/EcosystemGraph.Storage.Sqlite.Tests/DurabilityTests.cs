using System.Diagnostics;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit.Facts;
using static EcosystemGraph.TestKit.Facts.SameFacts;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.Storage.Sqlite.Tests;

/// <summary>What was acknowledged stays, and what was not is not half there.</summary>
public sealed class DurabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_program_loses_nothing_that_it_acknowledged()
    {
        var path = _folder.NewFile();
        for (var round = 1; round <= 3; round++)
        {
            var acknowledged = await KillWriter(path, afterAcknowledgements: 4 * round);
            await using var store = await SqliteGraphStore.OpenAsync(path);
            var newest = await store.GetRevisionAsync();
            Assert.True(newest >= acknowledged, $"{acknowledged} was acknowledged, {newest} is there");
            for (var revision = acknowledged; revision <= newest; revision++)
            {
                Assert.Equal(revision * KilledWriter.FactsPerChangeSet, (await store.ReadAsync(revision)).Facts.Count);
            }

            Assert.Equal(["ok"], RawDatabase.Query(path, "PRAGMA integrity_check"));
        }
    }

    [Fact]
    public async Task Whatever_part_of_the_log_reached_the_disk_the_file_opens_at_a_whole_revision()
    {
        var path = _folder.NewFile();
        var revisions = new List<IReadOnlyList<Fact>>();
        byte[] file, log;
        await using (var store = await SqliteGraphStore.OpenAsync(path))
        {
            revisions.Add([]);
            for (var i = 0; i < 6; i++)
            {
                await store.ApplyAsync(Load($"{i}", Company("changes", $"{i}"), Company($"c{i}", new string('x', 3_000 * i))));
                revisions.Add((await store.ReadAsync()).Facts);
            }

            file = await ReadShared(path);
            log = await ReadShared(path + "-wal");
        }

        var seen = new HashSet<long>();
        const int cuts = 40;
        for (var cut = 0; cut <= cuts; cut++)
        {
            var copy = _folder.NewFile();
            await File.WriteAllBytesAsync(copy, file);
            await File.WriteAllBytesAsync(copy + "-wal", log[..(int)((long)log.Length * cut / cuts)]);
            await using var store = await SqliteGraphStore.OpenAsync(copy);
            var content = await store.ReadAsync();
            AssertSameFacts(revisions[(int)content.Revision], content.Facts);
            seen.Add(content.Revision);
        }

        Assert.Equal(Enumerable.Range(0, 7).Select(revision => (long)revision), seen.Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_full_disk_is_said_and_leaves_what_was_there(int loaded)
    {
        var path = _folder.NewFile();
        await using var store = await SqliteGraphStore.OpenAsync(path, new SqliteStoreOptions { MaxPages = 60 });
        Fact[] held = loaded == 0 ? [] : [Company("baidu", "Baidu")];
        if (loaded > 0) await store.ApplyAsync(Load("1", held));

        var refused = await Assert.ThrowsAsync<StoreException>(() => store.ApplyAsync(Load("2", [.. SyntheticGraph.Facts(500, 5_000)])));
        Assert.Equal(StoreErrorCode.Unavailable, refused.Code);
        Assert.Contains("disk is full", refused.Message, StringComparison.Ordinal);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        AssertSameFacts(held, (await store.ReadAsync()).Facts);

        // There is still room for a little, and the same id may be tried again.
        var retried = await store.ApplyAsync(Load("2", Company("tencent", "Tencent")));
        Assert.False(retried.AlreadyApplied);
        Assert.Equal(loaded + 1, retried.Revision);

        // The first load takes the indexes away while it writes: they are back.
        Assert.Equal(["fact_closed", "fact_current", "fact_opened"], RawDatabase.Query(path, "SELECT name FROM sqlite_schema WHERE tbl_name = 'fact' AND type = 'index' ORDER BY 1"));
    }

    private static async Task<long> KillWriter(string path, int afterAcknowledgements)
    {
        using var writer = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(KilledWriter).Assembly.Location, path },
            RedirectStandardOutput = true,
        })!;
        var acknowledged = 0L;
        for (var i = 0; await writer.StandardOutput.ReadLineAsync() is { } line; i++)
        {
            acknowledged = long.Parse(line);

            // It is in the middle of the next one: it never pauses.
            if (i == afterAcknowledgements) writer.Kill();
        }

        await writer.WaitForExitAsync();
        Assert.NotEqual(0, writer.ExitCode);
        Assert.True(acknowledged > 0);
        return acknowledged;
    }

    private static async Task<byte[]> ReadShared(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }
}
