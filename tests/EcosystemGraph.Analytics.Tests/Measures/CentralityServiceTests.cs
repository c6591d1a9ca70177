using CsCheck;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Tests.Measures;

public sealed class CentralityServiceTests
{
    private static readonly ProjectionSpec Directed = Sea.Spec(["SHIP", "LINE"], directed: true);

    private static readonly Gen<GraphView> AnySea =
        Gen.Select(Gen.Select(Gen.Int[0, 11], Gen.Int[0, 3], Gen.Int[0, 2]).Array[0, 40], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 8]).Select((sailings, feeds) =>
        {
            var sea = new Sea().Ships([.. Enumerable.Range(0, 12).Select(i => $"ship-{i}")]).Lines([.. Enumerable.Range(0, 4).Select(i => $"line-{i}")]);
            foreach (var (s, l, key) in sailings.Distinct()) sea.Tie($"ship-{s} -SAILS_FOR-> line-{l}", key: $"{key}");
            foreach (var (a, b) in feeds.Distinct()) sea.Tie($"line-{a} -FEEDS-> line-{b}");
            return sea.View();
        });

    [Fact]
    public void Degrees_are_counted_over_relations() => AnySea.Sample(view =>
    {
        var relations = view.Snapshot.Relations;
        var service = new CentralityService();
        foreach (var (measure, count) in new (string, Func<int, int>)[]
        {
            ("degree", e => relations.Out(e).Length + relations.In(e).Length), ("in-degree", e => relations.In(e).Length), ("out-degree", e => relations.Out(e).Length),
        })
        {
            var run = service.Run(view, Directed, measure, null, CancellationToken.None);
            Assert.Equal(view.Snapshot.Entities.Count, run.Scores.Count);
            Assert.All(run.Scores, s => Assert.Equal(count(s.Entity), s.Score));
            Assert.All(run.Scores, s => Assert.Equal(1 + run.Scores.Count(o => count(o.Entity) > count(s.Entity)), s.Rank));
        }
    }, iter: 50);

    [Fact]
    public void PageRank_is_where_walks_end() => AnySea.Sample(view =>
    {
        var run = new CentralityService().Run(view, Directed, "pagerank", null, CancellationToken.None);
        var relations = view.Snapshot.Relations;
        var n = run.Scores.Count;
        var scores = run.Scores.ToDictionary(s => s.Entity, s => s.Score);
        Assert.Equal(1, scores.Values.Sum(), 1e-8);
        var dangling = scores.Where(s => relations.Out(s.Key).Length == 0).Sum(s => s.Value);
        foreach (var (entity, score) in scores)
        {
            var arriving = 0.0;
            foreach (var relation in relations.In(entity)) arriving += scores[relations.From(relation)] / relations.Out(relations.From(relation)).Length;
            Assert.Equal((.15 / n) + (.85 * (arriving + (dangling / n))), score, 1e-8);
        }
    }, iter: 50);

    [Fact]
    public void Ranks_are_1224_and_a_rank_can_be_among_the_kind()
    {
        var view = new Sea().Ships("ada", "bella", "cora").Lines("north")
            .Ties("ada -SAILS_FOR-> north", "bella -SAILS_FOR-> north", "cora -SAILS_FOR-> north", "ada -SISTER_OF- bella").View();
        var service = new CentralityService();
        var run = service.Run(view, Sea.Spec(), "degree", null, CancellationToken.None);
        Assert.Equal([("north", 1, 100.0), ("ada", 2, 75), ("bella", 2, 75), ("cora", 4, 25)], run.Scores.Select(s => (view.Id(s.Entity), s.Rank, s.Percentile)));
        Assert.Equal([("ada", 1), ("bella", 1), ("cora", 3)],
            run.Among(view.Snapshot, [view.Snapshot.Ontology.Kind("Ship")!]).Select(s => (view.Id(s.Entity), s.Rank)));
        Assert.Equal(3, Rank("cora", RankScope.Kind));
        Assert.Equal(4, Rank("cora", RankScope.Projection));
        Assert.Equal(1, Rank("north", RankScope.Kind));
        Assert.Equal(2.0, service.Score(view, view.Find("bella"), Sea.Spec(), "DEGREE", null, CancellationToken.None));
        Assert.Null(service.Score(view, view.Find("ada"), Sea.Spec(["LINE"]), "degree", null, CancellationToken.None));
        Assert.Null(service.Rank(view, view.Find("ada"), Sea.Spec(["LINE"]), "degree", null, RankScope.Kind, CancellationToken.None));

        int? Rank(string id, RankScope among) => service.Rank(view, view.Find(id), Sea.Spec(), "degree", null, among, CancellationToken.None);
    }

    [Fact]
    public async Task However_many_ask_it_is_computed_once()
    {
        var computed = 0;
        using var open = new ManualResetEventSlim();
        var view = Fleet();
        var service = new CentralityService
        {
            Computing = _ =>
            {
                Interlocked.Increment(ref computed);
                open.Wait();
            },
        };
        var askers = Enumerable.Range(0, 40).Select(i => i % 2 == 0
            ? Task.Run(() => service.RunAsync(view, Sea.Spec(), "degree", i % 4 == 0 ? null : new Dictionary<string, object?> { ["normalized"] = false }, CancellationToken.None))
            : Task.Factory.StartNew(() => service.Run(GraphView.Of(view.Snapshot), Sea.Spec(), "DEGREE", null, CancellationToken.None), TaskCreationOptions.LongRunning)).ToArray();
        open.Set();
        var runs = await Task.WhenAll(askers);
        Assert.All(runs, run => Assert.Same(runs[0], run));
        Assert.Same(runs[0], service.Run(view, Sea.Spec(), "degree", null, CancellationToken.None));
        Assert.Equal(1, computed);
    }

    [Fact]
    public void What_differs_is_computed_apart()
    {
        var computed = 0;
        var service = new CentralityService { Computing = _ => computed++ };
        var view = Fleet();
        foreach (var seen in new[] { view, view.With(PartialDate.Parse("2000"), null), Fleet() })
        {
            foreach (var spec in new[] { Sea.Spec(), Sea.Spec(directed: true) })
            {
                foreach (var normalized in new[] { true, false })
                    service.Run(seen, spec, "degree", new Dictionary<string, object?> { ["normalized"] = normalized }, CancellationToken.None);
            }
        }

        Assert.Equal(12, computed);
    }

    [Fact]
    public async Task Only_the_last_askers_cancellation_stops_a_run()
    {
        var computed = 0;
        using var started = new SemaphoreSlim(0);
        using var open = new ManualResetEventSlim();
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var view = Fleet();
        var service = new CentralityService(new AnalyticsOptions { ConcurrentRuns = 1 })
        {
            Computing = _ =>
            {
                computed++;
                started.Release();
                open.Wait();
            },
        };

        var one = service.RunAsync(view, Sea.Spec(), "degree", null, first.Token);
        var two = service.RunAsync(view, Sea.Spec(), "degree", null, second.Token);
        await started.WaitAsync();
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.False(two.IsCompleted);
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);

        var three = service.RunAsync(view, Sea.Spec(), "degree", null, CancellationToken.None);
        open.Set();
        Assert.NotEmpty((await three).Scores);
        Assert.Equal(2, computed);
    }

    [Fact]
    public async Task An_asker_that_stays_gets_the_result_though_the_first_went_away()
    {
        using var open = new ManualResetEventSlim();
        using var impatient = new CancellationTokenSource();
        var computed = 0;
        var view = Fleet();
        var service = new CentralityService
        {
            Computing = _ =>
            {
                computed++;
                open.Wait();
            },
        };
        var one = service.RunAsync(view, Sea.Spec(), "degree", null, impatient.Token);
        var two = service.RunAsync(view, Sea.Spec(), "degree", null, CancellationToken.None);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        open.Set();
        Assert.NotEmpty((await two).Scores);
        Assert.Equal(1, computed);
    }

    [Fact]
    public void A_failure_reaches_every_asker_and_is_not_kept()
    {
        var failing = true;
        var view = Fleet();
        var service = new CentralityService { Computing = _ => { if (failing) throw new InvalidOperationException("no power"); } };
        Assert.Throws<InvalidOperationException>(() => service.Run(view, Sea.Spec(), "degree", null, CancellationToken.None));
        failing = false;
        Assert.NotEmpty(service.Run(view, Sea.Spec(), "degree", null, CancellationToken.None).Scores);
    }

    [Fact]
    public void A_kernel_that_finds_no_answer_says_so_with_its_code()
    {
        var problem = Assert.Throws<Query.QueryException>(() => new CentralityService().Run(Fleet(), Sea.Spec(), "pagerank",
            new Dictionary<string, object?> { ["maxRounds"] = 1 }, CancellationToken.None));
        Assert.Equal(Kernels.KernelErrorCodes.NotConverged, problem.Code);
    }

    [Fact]
    public void Kept_results_go_when_there_are_too_many()
    {
        var computed = 0;
        var view = Fleet();
        var service = new CentralityService(new AnalyticsOptions { CacheBytes = 1 }) { Computing = _ => computed++ };
        foreach (var measure in new[] { "degree", "degree", "pagerank", "degree" }) service.Run(view, Sea.Spec(), measure, null, CancellationToken.None);
        Assert.Equal(3, computed);
    }

    [Fact]
    public void The_digest_is_the_same_at_any_number_of_threads_and_whatever_order_facts_came_in()
    {
        var sea = new Sea().Ships([.. Enumerable.Range(0, 9000).Select(i => $"s{i}")]).Lines("north", "south");
        for (var i = 1; i < 9000; i++) sea.Tie($"s{i} -SISTER_OF- s{i * 7919 % i}").Tie($"s{i} -SAILS_FOR-> {(i % 3 == 0 ? "north" : "south")}");
        var views = new[] { GraphView.Of(sea.Build()), GraphView.Of(sea.Build(reversed: true)) };
        foreach (var measure in new[] { "degree", "pagerank", "core-number", "clustering" })
        {
            var digests = from view in views
                          from threads in new[] { 1, 2, 4 }
                          select new CentralityService(new AnalyticsOptions { Threads = threads }).Run(view, Sea.Spec(), measure, null, CancellationToken.None).Record.Digest;
            Assert.Single(digests.Distinct());
        }
    }

    [Fact]
    public void The_record_says_how_it_was_made()
    {
        var view = Fleet();
        var spec = Sea.Spec(weight: "tonnage");
        var record = new CentralityService().Run(view, spec, "PAGERANK", new Dictionary<string, object?> { ["damping"] = 0.5m }, CancellationToken.None).Record;
        Assert.Equal((1, spec, "pagerank", null), (record.Revision, record.Projection, record.Measure, record.Seed));
        Assert.Equal(0.5, record.Parameters["damping"]);
        Assert.Equal(1000L, record.Parameters["maxRounds"]);
        Assert.Null(record.Parameters["personalization"]);
        Assert.StartsWith("pagerank 2;", record.Version, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", record.Digest);
        Assert.True(record.Elapsed > 0);
        Assert.Empty(record.Warnings);
        Assert.Single(new CentralityService().Run(view, spec, "in-degree", null, CancellationToken.None).Record.Warnings);
    }

    private static GraphView Fleet() => new Sea().Ships("ada", "bella").Lines("north").Tie("ada -SAILS_FOR-> north", properties: ("tonnage", 2m)).Tie("bella -SAILS_FOR-> north").View();
}
