using System.Diagnostics;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Benchmarks.Harness;
using EcosystemGraph.Kernels;
using EcosystemGraph.Model.Facts;
using QuikGraph.Algorithms.Ranking;

namespace EcosystemGraph.Benchmarks.Benchmarks;

/// <summary>Twenty rounds of PageRank: our kernel, a textbook loop over the same arrays, and QuikGraph on the same graph.</summary>
internal static class PageRankBenchmark
{
    private const int Rounds = 20;

    public static Task RunAsync(BenchmarkOptions options)
    {
        var facts = RandomEcosystem.Facts(options);
        var edges = facts.OfType<RelationStatement>().Select(r => (int.Parse(r.From), int.Parse(r.To))).ToArray();
        var graph = CsrGraph.FromEdges(facts.Count(f => f is EntityStatement { Kind: "Node" }), [.. edges.Select(e => e.Item1)], [.. edges.Select(e => e.Item2)], directed: true);
        graph.InDegree(0);
        var kernel = Median(() => PageRank.Compute(graph, new PageRankOptions { FixedRounds = Rounds }));
        Measure.Report("PageRank, 20 rounds", $"{kernel:F1} ms");
        var textbook = Median(() => Textbook(graph));
        Measure.Report("  against a textbook loop on one thread", $"{textbook:F1} ms, ratio {kernel / textbook:F3}");
        // QuikGraph takes minutes for a million edges: a part of the graph shows the ratio.
        var part = edges.Take(Math.Min(edges.Length, 50_000)).ToArray();
        var small = CsrGraph.FromEdges(graph.VertexCount, [.. part.Select(e => e.Item1)], [.. part.Select(e => e.Item2)], directed: true);
        small.InDegree(0);
        var ours = Median(() => PageRank.Compute(small, new PageRankOptions { FixedRounds = Rounds }));
        var view = new QuikGraphView(small);
        var start = Stopwatch.GetTimestamp();
        new PageRankAlgorithm<int, ProjectionEdge>(view) { MaxIterations = Rounds, Tolerance = double.Epsilon }.Compute();
        var quikGraph = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Measure.Report($"  {part.Length:N0} of the edges against QuikGraph", $"{ours:F1} ms against {quikGraph:F1} ms, ratio {ours / quikGraph:F4}");
        return Task.CompletedTask;
    }

    private static double[] Textbook(CsrGraph graph)
    {
        var n = graph.VertexCount;
        var (scores, next) = (new double[n], new double[n]);
        Array.Fill(scores, 1.0 / n);
        for (var round = 0; round < Rounds; round++)
        {
            var dangling = 0.0;
            Array.Clear(next);
            for (var v = 0; v < n; v++)
            {
                var out1 = graph.OutNeighbors(v);
                if (out1.Length == 0) dangling += scores[v];
                foreach (var w in out1) next[w] += scores[v] / out1.Length;
            }

            for (var v = 0; v < n; v++) next[v] = (.15 / n) + (.85 * (next[v] + (dangling / n)));
            (scores, next) = (next, scores);
        }

        return scores;
    }

    private static double Median(Action run)
    {
        run();
        var times = new double[5];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[2];
    }
}
