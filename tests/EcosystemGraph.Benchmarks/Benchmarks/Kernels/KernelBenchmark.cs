using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Benchmarks.Harness;
using EcosystemGraph.Kernels;
using QuikGraph.Algorithms.ConnectedComponents;
using QuikGraph.Algorithms.Ranking;
using QuikGraph.Algorithms.Search;

namespace EcosystemGraph.Benchmarks.Benchmarks.Kernels;

/// <summary>The kernels against textbook implementations and against QuikGraph, on four kinds of graphs; times in turn, ratios of medians.</summary>
internal static class KernelBenchmark
{
    private const int Rounds = 20;
    private const int SampledSources = 16;

    /// <summary>QuikGraph takes minutes on the graphs that the others are compared on.</summary>
    private const int QuikGraphScale = 10;

    /// <summary>A search from every vertex takes the textbook long.</summary>
    private const int AllSourcesScale = 11;

    public static Task RunAsync(BenchmarkOptions options)
    {
        Console.WriteLine($"| kernel | graph | ours, ms | textbook, ms | ratio |{Environment.NewLine}|---|---|---|---|---|");
        foreach (var edges in (EdgeArrays[])[RandomGraphs.RMat(options.Scale), RandomGraphs.Uniform(options.Scale), RandomGraphs.Grid(options.Scale), RandomGraphs.Planted(options.Scale)])
            AgainstTextbook(edges);
        AllSources(RandomGraphs.Uniform(Math.Min(options.Scale, AllSourcesScale)));
        Console.WriteLine($"{Environment.NewLine}| kernel | graph | ours, ms | QuikGraph, ms | ratio |{Environment.NewLine}|---|---|---|---|---|");
        AgainstQuikGraph(RandomGraphs.RMat(Math.Min(options.Scale, QuikGraphScale)));
        return Task.CompletedTask;
    }

    private static void AgainstTextbook(EdgeArrays edges)
    {
        var (graph, far) = (edges.Graph(), edges.WithLengths());
        var source = Enumerable.Range(0, graph.VertexCount).MaxBy(graph.OutDegree);
        var sources = Enumerable.Range(0, graph.VertexCount).Where(v => graph.OutDegree(v) > 0).Take(SampledSources).ToArray();
        var all = Enumerable.Range(0, graph.VertexCount).ToArray();
        Row($"PageRank, {Rounds} rounds", () => PageRank.Compute(graph, new PageRankOptions { FixedRounds = Rounds }), () => Textbook.PageRank(graph, Rounds));
        Row("breadth-first search", () => BreadthFirstSearch.Compute(graph, source), () => Textbook.BreadthFirst(graph, source));
        Row("components", () => WeakComponents.Compute(graph), () => Textbook.Components(graph));
        Row("shortest distances", () => DeltaStepping.Compute(far, source), () => Textbook.Dijkstra(far, source));
        Row($"betweenness, {SampledSources} sources", () => Betweenness.Subset(graph, sources, all), () => Textbook.Betweenness(graph, sources));
        Row("triangles", () => Triangles.Compute(graph), () => Textbook.Triangles(graph));
        Row("label propagation", () => LabelPropagation.Compute(graph), () => Textbook.LabelPropagation(graph));

        void Row(string kernel, Action ours, Action textbook) => Print(kernel, edges, ours, textbook);
    }

    private static void AllSources(EdgeArrays edges)
    {
        var graph = edges.Graph();
        Print("betweenness", edges, () => Betweenness.Compute(graph), () => Textbook.Betweenness(graph, Enumerable.Range(0, graph.VertexCount)));
        Print("closeness", edges, () => Closeness.Compute(graph), () => Textbook.Closeness(graph));
    }

    private static void AgainstQuikGraph(EdgeArrays edges)
    {
        var graph = CsrGraph.FromEdges(edges.Vertices, edges.Sources, edges.Targets, directed: true);
        var view = new QuikGraphView(graph);
        var source = Enumerable.Range(0, graph.VertexCount).MaxBy(graph.OutDegree);
        Print(
            $"PageRank, {Rounds} rounds",
            edges,
            () => PageRank.Compute(graph, new PageRankOptions { FixedRounds = Rounds }),
            () => new PageRankAlgorithm<int, ProjectionEdge>(view) { MaxIterations = Rounds, Tolerance = double.Epsilon }.Compute());
        Print("breadth-first search", edges, () => BreadthFirstSearch.Compute(graph, source), () => new BreadthFirstSearchAlgorithm<int, ProjectionEdge>(view).Compute(source));
        Print("components", edges, () => WeakComponents.Compute(graph), () => new WeaklyConnectedComponentsAlgorithm<int, ProjectionEdge>(view).Compute());
    }

    private static void Print(string kernel, EdgeArrays edges, Action ours, Action theirs)
    {
        var (a, b) = Duel.Run(ours, theirs);
        Console.WriteLine($"| {kernel} | {edges.Name} | {a:F2} | {b:F2} | {a / b:F3} |");
    }
}
