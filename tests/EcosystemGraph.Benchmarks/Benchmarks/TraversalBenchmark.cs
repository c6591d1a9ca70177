using EcosystemGraph.Benchmarks.Harness;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Benchmarks.Benchmarks;

/// <summary>Three hops around an entity, and the three shortest paths between two, on a large graph: times and bytes allocated for each request.</summary>
internal static class TraversalBenchmark
{
    public static Task RunAsync(BenchmarkOptions options)
    {
        var snapshot = GraphSnapshot.Build(new GraphContent(1, RandomEcosystem.Manifest, RandomEcosystem.Facts(options)));
        var view = GraphView.Of(snapshot);
        var nodes = snapshot.Entities.OfKind(snapshot.Ontology.Kind("Node")!);
        // Measurements need no secure randomness, but the same requests each time.
#pragma warning disable CA5394
        var random = new Random(7);
        var ends = Enumerable.Range(0, 1100).Select(_ => (From: nodes[random.Next(nodes.Length)], To: nodes[random.Next(nodes.Length)])).ToArray();
#pragma warning restore CA5394
        Print("neighborhood, 3 hops, limit 500", Measure.Many(100, 1000, i => Neighborhood.Run(view, new NeighborhoodRequest { Start = [ends[i].From], Depth = 3 }, CancellationToken.None)));
        Print("paths, k = 3", Measure.Many(100, 1000, i => Paths.Run(view, new PathRequest { From = ends[i].From, To = ends[i].To, Count = 3 }, CancellationToken.None)));
        return Task.CompletedTask;
    }

    private static void Print(string what, (double[] Milliseconds, double BytesPerRun) measured) =>
        Measure.Report(what, $"median {Measure.Quantile(measured.Milliseconds, .5):F2} ms, p99 {Measure.Quantile(measured.Milliseconds, .99):F2} ms, {measured.BytesPerRun / 1024:F1} KiB allocated");
}
