using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Distances from one entity, flows between two, and the tree of least weight.</summary>
internal static class SearchMeasures
{
    private const string FlowMeasure = "maximum-flow";
    private const string Capacities = "Weights are capacities, 1 without; parallels add, loops carry nothing, an undirected edge carries its capacity either way.";
    private const string Dinitz = "Dinitz, E. A. (1970). Algorithm for solution of a problem of maximum flow in networks with power estimation. Doklady 194.";
    private const string Kruskal = "Kruskal, J. B. (1956). On the shortest spanning subtree of a graph and the traveling salesman problem. Proceedings of the AMS 7, 48–50.";

    private static readonly MeasureMemory Search = new(64, Arc: 8, Copies: 2, ThreadVertex: 16);
    private static readonly MeasureMemory Network = new(80, Arc: 24, Copies: 3);

    private static readonly MeasureParameter Source = Vertex("source", "The entity from which it is measured.");
    private static readonly MeasureParameter Start = Vertex("source", "Where the flow starts.");
    private static readonly MeasureParameter Sink = Vertex("sink", "Where it ends.");

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
        MeasureDefinition.Graph(
            FlowMeasure, $"The most that can flow from source to sink. {Capacities}",
            [Start, Sink], MeasureNeeds.Strengths, new MeasureCost("O(n²·m), mostly far less", MeasureCost.OneSearch.Steps), Network, Dinitz,
            input => MaximumFlow.Compute(input.Graph, input.Vertex(Start.Name), input.Vertex(Sink.Name), input.Context).Value),
        MeasureDefinition.Partition(
            "minimum-cut", $"The two sides of a cut of the least capacity between source and sink, of several that with the fewest entities on the source's side. {Capacities}",
            [Start, Sink], MeasureNeeds.Strengths, new MeasureCost("O(n²·m), mostly far less", MeasureCost.OneSearch.Steps), Network, Dinitz, Cut),
        MeasureDefinition.Edge(
            "spanning-forest", "1 for the edges of the forest of least weight that connects all that is connected, else 0; of edges of one weight the first by id. Direction ignored.",
            [], MeasureNeeds.Strengths, new MeasureCost("O(m log m)", static s => s.Vertices + (s.Arcs * Math.Log2(s.Arcs + 2))), new MeasureMemory(24, Arc: 32, Copies: 1), Kruskal, Forest),
        MeasureDefinition.Graph(
            "spanning-forest-weight", "The sum of the weights of the spanning forest, of its edges' number without weights. Direction ignored.",
            [], MeasureNeeds.Strengths, new MeasureCost("O(m log m)", static s => s.Vertices + (s.Arcs * Math.Log2(s.Arcs + 2))), new MeasureMemory(24, Arc: 32, Copies: 1), Kruskal,
            input => SpanningForest.Compute(input.Graph, input.Context).Weight),
    ];

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
