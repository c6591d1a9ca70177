using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Who is tied to whom, by groups and by numbers; and how much a few hold.</summary>
internal static class MixingMeasures
{
    private const string Left = "An entity without a group, and its edges, are left out.";
    private const string Newman = "Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, 026126.";
    private const string Krackhardt = "Krackhardt, D., Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation. Social Psychology Quarterly 51, 123–140.";

    private static readonly MeasureMemory Sums = new(72, Copies: 1);

    private static readonly MeasureParameter Partition = Grouping("partition", "leiden", "The groups.");

    private static readonly MeasureParameter Numbers = new("values", MeasureParameterType.Values, "degree", "Whose numbers: a measure of entities or an attribute.");

    private static readonly MeasureParameter Over = Grouping("partition", null, "Groups whose sums are compared; not given: the numbers of the entities.");

    public static MeasureDefinition[] All =>
    [
        MeasureDefinition.Pair(
            "mixing-matrix",
            $"How much of the graph leads from each group to each, as the sum over edges; an undirected edge counts both ways, so that one inside a group counts 2. {Left}",
            [Partition, Seed, Weighted, Normalized with { Description = "Divides by the sum of all." }], MeasureNeeds.None,
            MeasureCost.Linear, Sums, Newman, Matrix),
        MeasureDefinition.Pair(
            "quotient-graph",
            $"The graph of groups: one edge, with the sum of the weights, wherever edges lead from group to group; what stays inside a group is a loop. {Left}",
            [Partition, Seed], MeasureNeeds.Strengths, MeasureCost.Linear, Sums,
            "Batagelj, V., Ferligoj, A., Doreian, P. (2005). Generalized Blockmodeling, ch. 1.", Quotient),
        MeasureDefinition.Graph(
            "attribute-assortativity", $"How much edges join entities of one group: 1 only such, 0 as by chance. Parallels count. {Left} Not defined where all edges lead from one group to one.",
            [Partition, Seed, Weighted], MeasureNeeds.None, MeasureCost.Linear, Sums, Newman,
            input =>
            {
                var groups = Groups(input);
                return Assortativity.OfGroups(input.Graph, groups.Labels, groups.Names.Length, input.Arguments.Boolean(Weighted.Name), input.Context);
            }),
        MeasureDefinition.Graph(
            "degree-assortativity", "How much edges join entities of like degree: Pearson's correlation over edges of the out-degree where they start with the in-degree where they end. Parallels count. Not defined without variance.",
            [], MeasureNeeds.None, MeasureCost.Linear, Sums, $"Newman, M. E. J. (2002). Assortative mixing in networks. Physical Review Letters 89, 208701; {Newman}",
            input => Assortativity.OfDegree(input.Graph, input.Context)),
        MeasureDefinition.Graph(
            "numeric-assortativity", "How much edges join entities of like numbers: Pearson's correlation over edges. Parallels count; an entity without a number, and its edges, are left out. Not defined without variance.",
            [Numbers, Weighted], MeasureNeeds.None, MeasureCost.Linear, Sums, Newman,
            input => Assortativity.OfValues(input.Graph, input.Values(Numbers.Name), input.Arguments.Boolean(Weighted.Name), input.Context)),
        MeasureDefinition.Graph(
            "ei-index", $"(external − internal) / (external + internal) edges, from −1, all inside groups, to 1, all across. Loops dropped, direction ignored. {Left}",
            [Partition, Seed, Weighted], MeasureNeeds.None, MeasureCost.Linear, Sums, Krackhardt, input => ExternalInternalOf(input).Overall),
        MeasureDefinition.Entity(
            "local-ei-index", $"(external − internal) / (external + internal) edges of the entity, from −1, all inside its group, to 1, all across. Loops dropped, direction ignored. {Left}",
            [Partition, Seed, Weighted], MeasureNeeds.None, MeasureCost.Linear, Sums, Krackhardt, input => Defined(ExternalInternalOf(input).Vertices)),
        MeasureDefinition.Graph(
            "reciprocity", "The share of edges that are answered by one in the other direction; parallels counted, loops dropped. Not defined without edges.",
            [], MeasureNeeds.Direction, MeasureCost.Linear, new MeasureMemory(16, Copies: 1),
            "Wasserman, S., Faust, K. (1994). Social Network Analysis, 507–522.", input => Reciprocity.Compute(input.Graph)),
        MeasureDefinition.Graph(
            "herfindahl", "The sum of the squared shares of entities, or of groups, in the sum of some numbers: 1 where one has all, 1/n where all have the same.",
            [Numbers, Over, Seed], MeasureNeeds.None, MeasureCost.Linear, Sums,
            "Hirschman, A. O. (1964). The paternity of an index. American Economic Review 54, 761–762.", input => Concentration.Herfindahl(Shares(input))),
        MeasureDefinition.Graph(
            "gini", "Half the mean difference of the numbers of two entities, or of groups, over their mean: 0 where all have the same, (n − 1)/n where one has all. Uncorrected.",
            [Numbers, Over, Seed], MeasureNeeds.None, MeasureCost.Sorting, Sums, "Gini, C. (1912). Variabilità e mutabilità.", input => Concentration.Gini(Shares(input))),
    ];

    private static VertexGroups Groups(MeasureInput input)
    {
        var groups = input.Groups(Partition.Name);
        if (groups.Without > 0) input.Warn($"{groups.Without} of {groups.Labels.Length} entities have no group in {Partition.Name} and are left out");
        return groups;
    }

    private static ExternalInternalResult ExternalInternalOf(MeasureInput input)
    {
        var groups = Groups(input);
        return ExternalInternal.Compute(input.Graph, groups.Labels, groups.Names.Length, input.Arguments.Boolean(Weighted.Name), input.Context);
    }

    private static PairResult Matrix(MeasureInput input)
    {
        var groups = Groups(input);
        var matrix = MixingMatrix.Compute(input.Graph, groups.Labels, groups.Names.Length, input.Arguments.Boolean(Weighted.Name), input.Arguments.Boolean(Normalized.Name), input.Context);
        var count = groups.Names.Length;
        var cells = new PairValue[count * count];
        for (var g = 0; g < count; g++)
        {
            for (var h = 0; h < count; h++) cells[(g * count) + h] = new PairValue(g, h, matrix[g, h]);
        }

        return new PairResult(BestFirst(cells), groups.Names, isOrdered: true);
    }

    private static PairResult Quotient(MeasureInput input)
    {
        var groups = Groups(input);
        var graph = QuotientGraph.Compute(input.Graph, groups.Labels, groups.Names.Length, input.Context).Graph;
        var edges = new List<PairValue>();
        for (var g = 0; g < graph.VertexCount; g++)
        {
            var others = graph.OutNeighbors(g);
            var weights = graph.OutWeights(g);
            for (var i = 0; i < others.Length; i++)
            {
                // An undirected edge is two arcs, and so is an undirected loop, whose arcs stand side by side.
                if (!graph.IsDirected && (others[i] < g || (others[i] == g && i > 0 && others[i - 1] == g))) continue;
                edges.Add(new PairValue(g, others[i], weights.IsEmpty ? 1 : weights[i]));
            }
        }

        return new PairResult(BestFirst([.. edges]), groups.Names, graph.IsDirected);
    }

    private static PairValue[] BestFirst(PairValue[] cells) => [.. cells.OrderByDescending(c => c.Score).ThenBy(c => c.First).ThenBy(c => c.Second)];

    private static double[] Shares(MeasureInput input)
    {
        var values = input.Values(Numbers.Name);
        if (input.Arguments.Values[Over.Name] is null) return [.. values.OfType<double>()];
        var groups = Groups(input);
        var sums = new double[groups.Names.Length];
        for (var v = 0; v < values.Length; v++)
        {
            if (groups.Labels[v] >= 0) sums[groups.Labels[v]] += values[v] ?? 0;
        }

        return sums;
    }
}
