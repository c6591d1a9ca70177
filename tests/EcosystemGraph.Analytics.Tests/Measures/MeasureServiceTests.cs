using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Kernels;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Tests.Measures;

public sealed class MeasureServiceTests
{
    public static TheoryData<string> Names => [.. MeasureCatalog.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_measure_gives_the_same_bytes_at_any_number_of_threads(string name)
    {
        foreach (var directed in new[] { false, true })
        {
            // More vertices than one block of work has; for what searches from each of them, more than one batch of sources.
            var twoSides = MeasureCatalog.Find(name)!.Needs.HasFlag(MeasureNeeds.TwoSides);
            var graph = Lists.Random(4200, 9000, directed, weighted: true, twoSides);
            if (new MeasureService().Estimate(graph, name, Examples.Of(name, graph.VertexId)).Steps > 1e7) graph = Lists.Random(700, 1800, directed, weighted: true, twoSides);
            var digests = new[] { 1, 2, 4 }.Select(threads =>
                new MeasureService(new AnalyticsOptions { Threads = threads }).Run(graph, name, Examples.Of(name, graph.VertexId)).Record.Digest).ToList();
            Assert.Single(digests.Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_list_of_edges_gives_what_a_projection_with_the_same_ids_gives(string name)
    {
        if (MeasureCatalog.Find(name)!.Scope == MeasureScope.Edge) return;
        string[] ids = ["ada", "bella", "cora", "dora", "elsa", "north", "south"];
        (int From, int To)[] edges = MeasureCatalog.Find(name)!.Needs.HasFlag(MeasureNeeds.TwoSides)
            ? [(0, 1), (1, 2), (0, 5), (4, 6), (3, 6)]
            : [(0, 1), (1, 2), (0, 2), (2, 3), (0, 5), (1, 5), (4, 6), (3, 6)];
        var sea = new Sea().Ships(ids[..5]).Lines(ids[5..]);
        foreach (var (from, to) in edges) sea.Tie($"{ids[from]} {(to < 5 ? "-SISTER_OF-" : "-SAILS_FOR->")} {ids[to]}");
        var list = new MeasuredEdgeList("edges", CsrGraph.FromEdges(7, [.. edges.Select(e => e.From)], [.. edges.Select(e => e.To)], directed: false, keepEdgeIds: true), ids);
        var service = new MeasureService();
        var parameters = Examples.Of(name, i => ids[i]);
        Assert.Equal(service.Run(new ProjectionSource(sea.View(), Sea.Everything), name, parameters).Record.Digest, service.Run(list, name, parameters).Record.Digest);
    }

    [Fact]
    public void A_run_that_does_not_fit_is_refused_with_the_estimate()
    {
        var graph = Lists.Random(1000, 5000, directed: false, weighted: false);
        var service = new MeasureService(new AnalyticsOptions { RunBytes = 250_000 });
        Assert.NotNull(service.Run(graph, "degree").Record.Digest);
        var estimate = service.Estimate(graph, "betweenness");
        Assert.False(estimate.Fits);
        Assert.True(estimate.Steps > service.Estimate(graph, "degree").Steps);
        var problem = Assert.Throws<QueryException>(() => service.Run(graph, "betweenness"));
        Assert.Equal(QueryErrorCode.LimitExceeded, problem.Code);
        Assert.Contains($"{estimate.Bytes} bytes", problem.Message, StringComparison.Ordinal);
        Assert.Contains("250000", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_last_asker_goes_away_stops_and_makes_room_for_the_next()
    {
        // Alone, this betweenness would take minutes, and there is room for one run only.
        var graph = Lists.Random(60_000, 600_000, directed: false, weighted: false);
        var service = new MeasureService(new AnalyticsOptions { ConcurrentRuns = 1 });
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var one = service.RunAsync(graph, "betweenness", null, new Signal(begun), first.Token);
        var two = service.RunAsync(graph, "betweenness", null, null, second.Token);
        await begun.Task;
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.False(two.IsCompleted);
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);
        Assert.Equal("degree", (await service.RunAsync(graph, "degree")).Record.Measure);
    }

    [Fact]
    public void Everyone_who_waits_is_told_how_far_a_run_is()
    {
        var graph = Lists.Random(2000, 5000, directed: false, weighted: false);
        var heard = new List<KernelProgress>();
        var run = new MeasureService().Run(graph, "betweenness", null, new Ear(heard));
        Assert.NotEmpty(heard);
        Assert.All(heard, p => Assert.Equal("betweenness", p.Phase));
        Assert.Contains(heard, p => p.Done == p.Total);
        Assert.Equal("betweenness", run.Record.Measure);
    }

    [Fact]
    public void Seeds_are_recorded_and_change_what_is_drawn()
    {
        var graph = Lists.Random(500, 2000, directed: false, weighted: false);
        var service = new MeasureService();
        var runs = new[] { 1, 2, 1 }.Select(seed => service.Run(graph, "sampled-betweenness", new Dictionary<string, object?> { ["seed"] = seed, ["sampleSize"] = 20 })).ToList();
        Assert.Equal([1, 2, 1], runs.Select(r => r.Record.Seed));
        Assert.NotEqual(runs[0].Record.Digest, runs[1].Record.Digest);
        Assert.Same(runs[0], runs[2]);
        Assert.Contains("20 of 500", Assert.Single(runs[0].Record.Warnings), StringComparison.Ordinal);
    }

    private sealed class Signal(TaskCompletionSource heard) : IProgress<KernelProgress>
    {
        public void Report(KernelProgress value) => heard.TrySetResult();
    }

    private sealed class Ear(List<KernelProgress> heard) : IProgress<KernelProgress>
    {
        public void Report(KernelProgress value)
        {
            lock (heard) heard.Add(value);
        }
    }
}
