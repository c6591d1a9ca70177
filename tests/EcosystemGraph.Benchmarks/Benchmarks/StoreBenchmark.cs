using System.Diagnostics;
using EcosystemGraph.Benchmarks.Harness;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Storage.Sqlite;

namespace EcosystemGraph.Benchmarks.Benchmarks;

/// <summary>Loading a large graph into SQLite, reading it back, and building the snapshot.</summary>
internal static class StoreBenchmark
{
    public static async Task RunAsync(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("ecosystem-graph-benchmark");
        try
        {
            var empty = Measure.LiveBytes();
            var facts = RandomEcosystem.Facts(options);
            var relations = facts.Count(f => f is RelationStatement);
            var path = Path.Combine(folder.FullName, "graph.db");
            await using (var store = await SqliteGraphStore.OpenAsync(path))
            {
                var start = Stopwatch.GetTimestamp();
                await store.ApplyAsync(new ChangeSet { Id = "load", Origin = Origin.Bundle, Upserts = facts, Manifest = RandomEcosystem.Manifest });
                Per("load into SQLite", start, relations);
                Measure.Report("size of the file", $"{new FileInfo(path).Length / (double)relations:F0} bytes per relation");
                facts = [];

                start = Stopwatch.GetTimestamp();
                var content = await store.ReadAsync();
                Per("read from SQLite", start, relations);

                start = Stopwatch.GetTimestamp();
                var snapshot = GraphSnapshot.Build(content);
                Per("build the snapshot", start, relations);
                content = null!;
                Measure.Report("snapshot in memory, facts and citations included", $"{(Measure.LiveBytes() - empty) / (double)relations:F0} bytes per relation");
                GC.KeepAlive(snapshot);
            }

            using var process = Process.GetCurrentProcess();
            Measure.Report("peak working set of all this", $"{process.PeakWorkingSet64 / (double)relations:F0} bytes per relation");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Per(string what, long start, int relations)
    {
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Measure.Report(what, $"{seconds:F2} s, {relations / seconds:N0} relations/s");
    }
}
