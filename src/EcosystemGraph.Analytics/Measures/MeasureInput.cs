using EcosystemGraph.Kernels;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>What a measure is computed from.</summary>
internal sealed class MeasureInput(IMeasuredGraph measured, MeasureInfo measure, MeasureArguments arguments, KernelContext context)
{
    private readonly List<string> _warnings = [];

    public IMeasuredGraph Measured => measured;

    public CsrGraph Graph => measured.Graph;

    public MeasureInfo Measure => measure;

    public MeasureArguments Arguments => arguments;

    public KernelContext Context => context;

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Tells a reader of the result something.</summary>
    public void Warn(string text) => _warnings.Add(text);

    /// <summary>The vertex that a parameter names.</summary>
    /// <exception cref="QueryException">BAD_ARGUMENT: the graph leaves it out.</exception>
    public int Vertex(string parameter) => VertexOf(parameter, arguments.Text(parameter)!);

    /// <summary>The vertices that a parameter names, ascending; null where it names none.</summary>
    /// <exception cref="QueryException">BAD_ARGUMENT: the graph leaves one out.</exception>
    public int[]? Vertices(string parameter) => arguments.Texts(parameter)?.Select(id => VertexOf(parameter, id)).Order().ToArray();

    /// <summary>The groups that a parameter names.</summary>
    /// <exception cref="QueryException">BAD_ARGUMENT: there is no such attribute or partition, or the graph leaves out a vertex that is named.</exception>
    public VertexGroups Groups(string parameter) => VertexGroups.Read(this, parameter);

    /// <summary>The numbers that a parameter names, null where a vertex has none.</summary>
    /// <exception cref="QueryException">BAD_ARGUMENT: there is no such measure or attribute, or a value is no number.</exception>
    public double?[] Values(string parameter) => VertexValues.Read(this, parameter);

    public int VertexOf(string parameter, string id) => measured.VertexOf(id) is >= 0 and var vertex
        ? vertex
        : throw new QueryException(QueryErrorCode.BadArgument, $"{measure.Name}: the parameter {parameter} names '{id}', which {measured.Name} leaves out");

    /// <summary>The same graph for another measure, with that measure's own defaults.</summary>
    public MeasureInput For(MeasureInfo other) => new(measured, other, MeasureArguments.Defaults(other), context);
}
