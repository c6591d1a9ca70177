using EcosystemGraph.Kernels;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>A measure: what it is, and the kernel that computes it.</summary>
/// <param name="Info">What it is.</param>
/// <param name="Cost">Its time.</param>
/// <param name="Compute">Computes it; the result is of the scope that <paramref name="Info"/> states.</param>
internal sealed record MeasureDefinition(MeasureInfo Info, MeasureCost Cost, Func<MeasureInput, MeasureResult> Compute)
{
    /// <summary>The bytes that it takes with these parameters beyond what <see cref="MeasureInfo.Memory"/> says; null for none.</summary>
    public Func<MeasureInput, double>? MoreBytes { get; init; }

    /// <summary>How many times the steps of its cost it takes with these parameters; null for once.</summary>
    public Func<MeasureInput, double>? Repeats { get; init; }

    /// <summary>A measure that scores vertices; NaN where a score is not defined.</summary>
    public static MeasureDefinition Entity(string name, string description, IReadOnlyList<MeasureParameter> parameters, MeasureNeeds needs, MeasureCost cost, MeasureMemory memory,
        string paper, Func<MeasureInput, double[]> compute, int version = 1) =>
        Make(MeasureScope.Entity, name, description, parameters, needs, cost, memory, paper, version, input => new EntityResult(compute(input)));

    /// <summary>A measure that scores edges by their ids; NaN where a score is not defined.</summary>
    public static MeasureDefinition Edge(string name, string description, IReadOnlyList<MeasureParameter> parameters, MeasureNeeds needs, MeasureCost cost, MeasureMemory memory,
        string paper, Func<MeasureInput, double[]> compute, int version = 1) =>
        Make(MeasureScope.Edge, name, description, parameters, needs, cost, memory, paper, version, input => new EdgeResult(compute(input)));

    /// <summary>A measure that scores pairs of vertices.</summary>
    public static MeasureDefinition Pair(string name, string description, IReadOnlyList<MeasureParameter> parameters, MeasureNeeds needs, MeasureCost cost, MeasureMemory memory,
        string paper, Func<MeasureInput, PairResult> compute, int version = 1) =>
        Make(MeasureScope.Pair, name, description, parameters, needs, cost, memory, paper, version, compute);

    /// <summary>A measure that groups vertices.</summary>
    public static MeasureDefinition Partition(string name, string description, IReadOnlyList<MeasureParameter> parameters, MeasureNeeds needs, MeasureCost cost, MeasureMemory memory,
        string paper, Func<MeasureInput, PartitionResult> compute, int version = 1) =>
        Make(MeasureScope.Partition, name, description, parameters, needs, cost, memory, paper, version, compute);

    /// <summary>A measure that gives the graph one number; null where it is not defined.</summary>
    public static MeasureDefinition Graph(string name, string description, IReadOnlyList<MeasureParameter> parameters, MeasureNeeds needs, MeasureCost cost, MeasureMemory memory,
        string paper, Func<MeasureInput, double?> compute, int version = 1) =>
        Make(MeasureScope.Graph, name, description, parameters, needs, cost, memory, paper, version, input => new GraphResult(name, compute(input)));

    /// <summary>A measure that gives paths.</summary>
    public static MeasureDefinition Path(string name, string description, IReadOnlyList<MeasureParameter> parameters, MeasureNeeds needs, MeasureCost cost, MeasureMemory memory,
        string paper, Func<MeasureInput, VertexPath[]> compute, int version = 1) =>
        Make(MeasureScope.Path, name, description, parameters, needs, cost, memory, paper, version, input => new PathResult(compute(input)));

    /// <summary>The name in enums is derived, so that the two cannot drift; parameters are in the order of their names.</summary>
    private static MeasureDefinition Make(MeasureScope scope, string name, string description, IReadOnlyList<MeasureParameter> parameters, MeasureNeeds needs, MeasureCost cost,
        MeasureMemory memory, string paper, int version, Func<MeasureInput, MeasureResult> compute)
    {
        if (parameters.Any(p => p.Type == MeasureParameterType.Grouping)) needs |= MeasureNeeds.Partition;
        if (parameters.Any(p => p.IsRequired && p.Type is MeasureParameterType.Vertex or MeasureParameterType.Vertices)) needs |= MeasureNeeds.Vertices;
        if (parameters.Any(p => p.Name == MeasureParameter.SeedName)) needs |= MeasureNeeds.Seed;
        var info = new MeasureInfo(name, Names.ToUpperSnake(name.Replace('-', '_')), scope, description, [.. parameters.OrderBy(p => p.Name, StringComparer.Ordinal)], needs,
            cost.Text, memory, paper, version);
        return new MeasureDefinition(info, cost, compute);
    }
}
