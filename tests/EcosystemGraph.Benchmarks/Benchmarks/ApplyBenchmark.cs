using System.Diagnostics;
using EcosystemGraph.Benchmarks.Harness;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Storage.Sqlite;

namespace EcosystemGraph.Benchmarks.Benchmarks;

/// <summary>Ten facts applied to a large graph: the time until they are durable and seen, and the part of the next snapshot in it.</summary>
internal static class ApplyBenchmark
{
    public static async Task RunAsync(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("ecosystem-graph-benchmark");
        try
        {
            await using var store = await SqliteGraphStore.OpenAsync(Path.Combine(folder.FullName, "graph.db"));
            await store.ApplyAsync(new ChangeSet { Id = "load", Origin = Origin.Bundle, Upserts = RandomEcosystem.Facts(options), Manifest = RandomEcosystem.Manifest });
            var snapshot = GraphSnapshot.Build(await store.ReadAsync());
            var (total, next) = (new List<double>(), new List<double>());
            for (var i = 0; i < 110; i++)
            {
                var start = Stopwatch.GetTimestamp();
                var result = await store.ApplyAsync(TenFacts(i));
                var durable = Stopwatch.GetTimestamp();
                snapshot = snapshot.Apply(result.Delta!);
                if (i < 10) continue;
                total.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                next.Add(Stopwatch.GetElapsedTime(durable).TotalMilliseconds);
            }

            Print("ten facts durable and in the next snapshot", total);
            Print("of which making the next snapshot", next);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ChangeSet TenFacts(int i)
    {
        IReadOnlyList<Citation> page = [new Citation("generator", "page 1")];
        var facts = new List<Fact>();
        for (var j = 0; j < 5; j++)
        {
            var id = $"new-{i}-{j}";
            facts.Add(new EntityStatement { Id = id, Kind = "Node", Name = id, Citations = page });
            facts.Add(new RelationStatement { Kind = "LINKED_TO", From = id, To = $"{(i * 5) + j}", Citations = page });
        }

        return new ChangeSet { Id = $"ten-{i}", Origin = Origin.Mutation, Upserts = facts };
    }

    private static void Print(string what, List<double> times)
    {
        var sorted = times.Order().ToArray();
        Measure.Report(what, $"median {Measure.Quantile(sorted, .5):F1} ms, p99 {Measure.Quantile(sorted, .99):F1} ms");
    }
}
