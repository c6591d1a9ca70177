using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Parameters that several measures share, and what they do to the graph.</summary>
internal static class CommonParameters
{
    private const string Count = "COUNT";
    private const string Merge = "MERGE";
    private const string Hops = "HOPS";
    private const string Weight = "WEIGHT";
    private const string Inverse = "INVERSE";
    private const string Out = "OUT";
    private const string In = "IN";
    private const string Both = "ALL";

    public static readonly MeasureParameter Normalized =
        new("normalized", MeasureParameterType.Boolean, false, "Divides by the largest value that a simple graph of this size allows.");

    public static readonly MeasureParameter ParallelEdges =
        new("parallel", MeasureParameterType.Choice, Count, "COUNT: every parallel edge counts and loops too. MERGE: parallels are one edge with the sum of their weights, and loops are dropped.")
        {
            Choices = [Count, Merge],
        };

    public static readonly MeasureParameter Distance =
        new("distance", MeasureParameterType.Choice, Hops, "HOPS: every edge has length 1. WEIGHT: its weight. INVERSE: the inverse of its weight, which is then a strength.")
        {
            Choices = [Hops, Weight, Inverse],
        };

    public static readonly MeasureParameter Seed =
        new(MeasureParameter.SeedName, MeasureParameterType.Integer, 0L, "Seeds what is drawn: the same seed gives the same result.") { Minimum = 0, Maximum = int.MaxValue };

    public static MeasureParameter Grouping(string name, string? standard, string description) => new(name, MeasureParameterType.Grouping, standard, description);

    public static readonly MeasureParameter Weighted =
        new("weighted", MeasureParameterType.Boolean, false, "An edge counts its weight instead of 1.");

    public static MeasureParameter Group(string description) => new("group", MeasureParameterType.Vertices, null, description) { IsRequired = true };

    public static MeasureParameter Vertex(string name, string description) => new(name, MeasureParameterType.Vertex, null, description) { IsRequired = true };

    public static MeasureParameter Direction(string standard, string description) =>
        new("direction", MeasureParameterType.Choice, standard, description) { Choices = [Out, In, Both] };

    /// <summary>The graph as <see cref="ParallelEdges"/> reads it.</summary>
    public static CsrGraph ReadGraph(this MeasureInput input) => input.Arguments.Choice(ParallelEdges.Name) == Merge ? input.Graph.Simple() : input.Graph;

    public static PathLength ReadLength(this MeasureInput input) => input.Arguments.Choice(Distance.Name) switch
    {
        Weight => PathLength.Weight,
        Inverse => PathLength.Inverse,
        _ => PathLength.Unweighted,
    };

    public static EdgeDirection ReadDirection(this MeasureInput input) => input.Arguments.Choice("direction") switch
    {
        In => EdgeDirection.In,
        Out => EdgeDirection.Out,
        _ => EdgeDirection.All,
    };

    /// <summary>Scores of which null is not defined.</summary>
    public static double[] Defined(double?[] scores) => Array.ConvertAll(scores, static s => s ?? double.NaN);
}
