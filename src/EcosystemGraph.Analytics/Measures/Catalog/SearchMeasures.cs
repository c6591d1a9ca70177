using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Distances from one entity, paths and flows between two, and the tree of least weight.</summary>
internal static class SearchMeasures
{
    private const string FlowMeasure = "maximum-flow";
    private const string Capacities = "Weights are capacities, 1 without; parallels add, loops carry nothing, an undirected edge carries its capacity either way.";
    private const string Dinitz = "Dinitz, E. A. (1970). Algorithm for solution of a problem of maximum flow in networks with power estimation. Doklady 194.";
    private const string Kruskal = "Kruskal, J. B. (1956). On the shortest spanning subtree of a graph and the traveling salesman problem. Proceedings of the AMS 7, 48–50.";

    private static readonly MeasureMemory Search = new(64, Arc: 8, Copies: 2, ThreadVertex: 16);
    private static readonly MeasureMemory Network = new(80, Arc: 24, Copies: 3);

    private static readonly MeasureParameter Source = Vertex("source", "The entity to start from.");
    private static readonly MeasureParameter Start = Vertex("source", "Where the flow starts.");
    private static readonly MeasureParameter Sink = Vertex("sink", "Where it ends.");

    private static readonly MeasureParameter Target = Vertex("target", "Where paths end.");

    private static readonly MeasureParameter Count =
        new("count", MeasureParameterType.Integer, 3L, "How many paths at most.") { Minimum = 1, Maximum = 10_000 };

    private static readonly MeasureParameter MostHops =
        new("maxHops", MeasureParameterType.Integer, 4L, "The most edges of a path.") { Minimum = 0, Maximum = 1000 };

    private static readonly MeasureParameter Limit =
        new("limit", MeasureParameterType.Integer, 1000L, "How many paths at most; a warning says if there are more.") { Minimum = 1, Maximum = 10_000_000 };

    private static readonly MeasureParameter Followed =
        Direction("OUT", "OUT: edges are followed as they lead. IN: against. ALL: direction is ignored.");

    private static readonly MeasureParameter ByWeight = Distance with { Default = "WEIGHT" };

    public static MeasureDefinition[] All =>
    [
        MeasureDefinition.Entity(
            "bfs", "The number of edges on a shortest path from the source; not defined out of reach.",
            [Source, Followed], MeasureNeeds.None, MeasureCost.Linear, Search,
            "Beamer, S., Asanović, K., Patterson, D. (2012). Direction-optimizing breadth-first search. SC12.",
            input => Array.ConvertAll(BreadthFirstSearch.Compute(input.Graph, input.Vertex(Source.Name), input.ReadDirection(), input.Context).Distances, static d => d < 0 ? double.NaN : d)),
        MeasureDefinition.Entity(
            "dijkstra", "The length of a shortest path from the source, of parallels the shortest; not defined out of reach.",
            [Source, Followed, ByWeight], MeasureNeeds.PositiveLengths, MeasureCost.OneSearch, Search,
            "Dijkstra, E. W. (1959). A note on two problems in connexion with graphs. Numerische Mathematik 1, 269–271.",
            input => Defined(Dijkstra.Compute(input.Graph, input.Vertex(Source.Name), input.ReadLength(), input.ReadDirection(), input.Context).Distances)),
        MeasureDefinition.Entity(
            "delta-stepping", "The length of a shortest path from the source, of parallels the shortest; not defined out of reach. As dijkstra, on several threads.",
            [Source, Followed, ByWeight], MeasureNeeds.PositiveLengths, MeasureCost.OneSearch, Search with { Vertex = 96, Arc = 16 },
            "Meyer, U., Sanders, P. (2003). Δ-stepping: a parallelizable shortest path algorithm. Journal of Algorithms 49, 114–152.",
            input => Array.ConvertAll(DeltaStepping.Compute(input.Graph, input.Vertex(Source.Name), input.ReadLength(), input.ReadDirection(), null, input.Context).Distances,
                static d => double.IsFinite(d) ? d : double.NaN)),
        MeasureDefinition.Path(
            "shortest-path", "A shortest path between two entities, searched for from both ends; of several the one with the fewest edges, then with the least ids.",
            [Source, Target, Followed, Distance], MeasureNeeds.PositiveLengths, MeasureCost.OneSearch, Search with { Vertex = 112 },
            "Pohl, I. (1971). Bi-directional search. Machine Intelligence 6, 127–140.",
            input => ShortestPath.Compute(input.Graph, input.Vertex(Source.Name), input.Vertex(Target.Name), input.ReadLength(), input.ReadDirection(), input.Context) is { } path ? [path] : []),
        MeasureDefinition.Path(
            "k-shortest-paths", "The k shortest paths between two entities that repeat none, different by their entities, by length, edges and ids.",
            [Source, Target, Followed, Distance, Count], MeasureNeeds.PositiveLengths,
            new MeasureCost("O(k·h·(n + m) log n) for paths of h edges, mostly far less", MeasureCost.OneSearch.Steps), Search with { Vertex = 160, Copies = 4 },
            "Yen, J. Y. (1971). Finding the k shortest loopless paths in a network. Management Science 17, 712–716.",
            input => KShortestPaths.Compute(input.Graph, input.Vertex(Source.Name), input.Vertex(Target.Name), input.Arguments.Integer(Count.Name), input.ReadLength(), input.ReadDirection(), input.Context))
            with { Repeats = static input => input.Arguments.Integer(Count.Name) },
        MeasureDefinition.Path(
            "simple-paths", "All paths between two entities that repeat none, up to a number of edges and of paths, by edges and ids.",
            [Source, Target, Followed, MostHops, Limit], MeasureNeeds.None, new MeasureCost("exponential in maxHops", MeasureCost.Linear.Steps), Search with { Copies = 3 },
            "Sedgewick, R. (2001). Algorithms in C, Part 5: Graph Algorithms, 18.3.", Simple)
            with { MoreBytes = static input => (64.0 + (8 * input.Arguments.Integer(MostHops.Name))) * input.Arguments.Integer(Limit.Name) },
        MeasureDefinition.Graph(
            FlowMeasure, $"The most that can flow from source to sink. {Capacities}",
            [Start, Sink], MeasureNeeds.Strengths, new MeasureCost("O(n²·m), mostly far less", MeasureCost.OneSearch.Steps), Network, Dinitz,
            input => MaximumFlow.Compute(input.Graph, input.Vertex(Start.Name), input.Vertex(Sink.Name), input.Context).Value),
        MeasureDefinition.Partition(
            "minimum-cut", $"The two sides of a cut of the least capacity between source and sink, of several that with the fewest entities on the source's side. {Capacities}",
            [Start, Sink], MeasureNeeds.Strengths, new MeasureCost("O(n²·m), mostly far less", MeasureCost.OneSearch.Steps), Network, Dinitz, Cut),
        MeasureDefinition.Edge(
            "spanning-forest", "1 for the edges of the forest of least weight that connects all that is connected, else 0; of edges of one weight the first by id. Direction ignored.",
            [], MeasureNeeds.Strengths, new MeasureCost("O(m log m)", static s => s.Vertices + (s.Arcs * Math.Log2(s.Arcs + 2))), new MeasureMemory(32, Arc: 56, Copies: 1), Kruskal, Forest),
        MeasureDefinition.Graph(
            "spanning-forest-weight", "The sum of the weights of the spanning forest, of its edges' number without weights. Direction ignored.",
            [], MeasureNeeds.Strengths, new MeasureCost("O(m log m)", static s => s.Vertices + (s.Arcs * Math.Log2(s.Arcs + 2))), new MeasureMemory(32, Arc: 56, Copies: 1), Kruskal,
            input => SpanningForest.Compute(input.Graph, input.Context).Weight),
    ];

    private static VertexPath[] Simple(MeasureInput input)
    {
        var limit = input.Arguments.Integer(Limit.Name);
        var result = SimplePaths.Compute(input.Graph, input.Vertex(Source.Name), input.Vertex(Target.Name), input.Arguments.Integer(MostHops.Name), limit, input.ReadDirection(), input.Context);
        if (result.IsTruncated) input.Warn($"there are more than {limit} paths: these are the first");
        return result.Paths;
    }

    private static PartitionResult Cut(MeasureInput input)
    {
        var flow = MaximumFlow.Compute(input.Graph, input.Vertex(Start.Name), input.Vertex(Sink.Name), input.Context);
        var sides = new int[input.Graph.VertexCount];
        foreach (var v in flow.SourceSide) sides[v] = 1;
        return new PartitionResult(Partition.From(sides), flow.Value, FlowMeasure);
    }

    private static double[] Forest(MeasureInput input)
    {
        var scores = new double[input.Graph.EdgeIdBound];
        foreach (var edge in SpanningForest.Compute(input.Graph, input.Context).EdgeIds) scores[edge] = 1;
        return scores;
    }
}
