using EcosystemGraph.Kernels;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>The projection of a bipartite graph on one of its sides.</summary>
internal static class BipartiteMeasures
{
    private static readonly MeasureParameter Side =
        new("keep", MeasureParameterType.Choice, "FIRST", "Which side is kept where no group is named: FIRST, that of the least id in each component; SECOND, the other.") { Choices = ["FIRST", "SECOND"] };

    private static readonly MeasureParameter Members =
        new("group", MeasureParameterType.Vertices, null, "The entities of the side that is kept; not given: see keep.");

    private static readonly MeasureParameter Weighing =
        new("weighting", MeasureParameterType.Choice, "COUNT", "SIMPLE: 1. COUNT: the number of shared neighbours. NEWMAN: each shared neighbour of k entities gives 1 / (k − 1).")
        {
            Choices = ["SIMPLE", "COUNT", "NEWMAN"],
        };

    public static MeasureDefinition[] All =>
    [
        MeasureDefinition.Pair(
            "bipartite-projection",
            "The pairs of entities of one side that share a neighbour of the other. Direction ignored, parallels merged. Not defined where an edge is inside a side.",
            [Side, Members, Weighing], MeasureNeeds.TwoSides, MeasureCost.Neighbourhoods, new MeasureMemory(64, Copies: 3),
            "Borgatti, S. P., Halgin, D. S. (2011). Analyzing affiliation networks, in The SAGE Handbook of Social Network Analysis; Newman, M. E. J. (2001). Scientific collaboration networks II. Physical Review E 64, 016132.",
            Project) with { MoreBytes = static input => 40 * MeasureCost.Neighbourhoods.Steps(GraphSize.Of(input.Graph, 1)) },
    ];

    private static PairResult Project(MeasureInput input)
    {
        var kept = input.Vertices(Members.Name) ?? OneSide(input);
        var weight = input.Arguments.Choice(Weighing.Name) switch
        {
            "SIMPLE" => ProjectionWeight.None,
            "NEWMAN" => ProjectionWeight.Newman,
            _ => ProjectionWeight.Shared,
        };
        var result = BipartiteProjection.Compute(input.Graph, kept, weight, input.Context);
        var pairs = new List<PairValue>();
        for (var v = 0; v < result.Graph.VertexCount; v++)
        {
            var others = result.Graph.OutNeighbors(v);
            var weights = result.Graph.OutWeights(v);
            for (var i = 0; i < others.Length; i++)
            {
                if (others[i] > v) pairs.Add(new PairValue(result.Vertices[v], result.Vertices[others[i]], weights.IsEmpty ? 1 : weights[i]));
            }
        }

        return new PairResult([.. pairs.OrderByDescending(p => p.Score).ThenBy(p => p.First).ThenBy(p => p.Second)]);
    }

    /// <summary>One side of each component: that of its least vertex, or the other.</summary>
    private static int[] OneSide(MeasureInput input)
    {
        var graph = input.Graph.SimpleUndirected(ParallelWeights.None);
        var side = new int[graph.VertexCount];
        var queue = new Queue<int>();
        for (var v = 0; v < side.Length; v++)
        {
            if (side[v] != 0) continue;
            side[v] = 1;
            queue.Enqueue(v);
            while (queue.TryDequeue(out var at))
            {
                foreach (var other in graph.OutNeighbors(at))
                {
                    if (side[other] == side[at])
                    {
                        throw new QueryException(KernelErrorCodes.NotDefined,
                            $"{input.Measured.Name} has no two sides: '{input.Measured.VertexId(at)}' and '{input.Measured.VertexId(other)}' are joined and an even number of edges apart");
                    }

                    if (side[other] != 0) continue;
                    side[other] = 3 - side[at];
                    queue.Enqueue(other);
                }
            }
        }

        var kept = input.Arguments.Choice(Side.Name) == Side.Choices[0] ? 1 : 2;
        return [.. Enumerable.Range(0, side.Length).Where(v => side[v] == kept)];
    }
}
