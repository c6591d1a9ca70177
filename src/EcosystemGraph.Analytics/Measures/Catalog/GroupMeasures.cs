using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Centrality of a group as one, and how central the most central are.</summary>
internal static class GroupMeasures
{
    private const string Everett = "Everett, M. G., Borgatti, S. P. (1999). The centrality of groups and classes. Journal of Mathematical Sociology 23, 181–201.";
    private const string Freeman = "Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks 1, 215–239.";
    private const string Star = "How far all fall short of the most central, over how far they do on a star: 1 on a star, 0 where all are alike. Parallels merged, loops dropped.";

    private static readonly MeasureMemory Searches = new(160, Arc: 16, Copies: 3, ThreadVertex: 224);

    private static readonly MeasureParameter Members = Group("The entities of the group.");

    private static readonly MeasureParameter Counted = Direction("ALL", "On a directed projection, which edges count: those that leave, those that arrive, or both.");

    private static readonly MeasureParameter Toward = Direction("IN", "IN: distances from the others to the group. OUT: from the group to the others. ALL: direction is ignored.");

    public static MeasureDefinition[] All =>
    [
        MeasureDefinition.Graph(
            "group-degree", "The share of the entities outside a group that are joined to one in it. Parallels merged. Not defined where nobody is outside.",
            [Members, Counted], MeasureNeeds.None, MeasureCost.Linear, new MeasureMemory(16, Copies: 2), Everett,
            input => GroupCentrality.OfDegree(input.Graph, input.Vertices(Members.Name)!, input.ReadDirection())),
        MeasureDefinition.Graph(
            "group-closeness", "With r of the n − g entities outside a group that reach it, (r / (n − g)) · (r / the sum of their distances to its nearest member). Not defined where nobody is outside.",
            [Members, Toward, Distance], MeasureNeeds.PositiveLengths, MeasureCost.OneSearch, Searches, Everett,
            input => GroupCentrality.OfCloseness(input.Graph, input.Vertices(Members.Name)!, new ClosenessOptions { Direction = input.ReadDirection(), Length = input.ReadLength() }, input.Context)),
        MeasureDefinition.Graph(
            "group-betweenness", "The sum over pairs of entities outside a group of the share of their shortest paths that lead through it. Raw, or over all such pairs.",
            [Members, Distance, Normalized], MeasureNeeds.PositiveLengths, MeasureCost.AllPaths, Searches, Everett,
            input => GroupCentrality.OfBetweenness(input.Graph, input.Vertices(Members.Name)!,
                new BetweennessOptions { Normalized = input.Arguments.Boolean(Normalized.Name), Length = input.ReadLength() }, input.Context)),
        MeasureDefinition.Graph(
            "degree-centralization", $"{Star} Not defined for fewer than three entities, for in and out than two.",
            [Counted], MeasureNeeds.None, MeasureCost.Linear, new MeasureMemory(24, Copies: 3), Freeman,
            input => Centralization.OfDegree(input.Graph, input.ReadDirection())),
        MeasureDefinition.Graph(
            "closeness-centralization", $"{Star} Direction ignored. Not defined for fewer than three entities or more than one component.",
            [], MeasureNeeds.Connected, MeasureCost.AllDistances, Searches, Freeman, ClosenessCentralization),
        MeasureDefinition.Graph(
            "betweenness-centralization", $"{Star} Not defined for fewer than three entities.",
            [], MeasureNeeds.None, MeasureCost.AllPaths, Searches with { ThreadArc = 4 }, Freeman,
            input => Centralization.OfBetweenness(input.Graph, input.Context), version: 2),
    ];

    private static double? ClosenessCentralization(MeasureInput input)
    {
        var components = WeakComponents.Compute(input.Graph, input.Context).Count;
        if (components <= 1) return Centralization.OfCloseness(input.Graph, input.Context);
        input.Warn($"{input.Measured.Name} has {components} components, expected one");
        return null;
    }
}
