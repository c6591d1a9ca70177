using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.App.Analysis;

namespace EcosystemGraph.App.Output.Results;

/// <summary>Results of one graph, to be written.</summary>
/// <param name="Source">The graph.</param>
/// <param name="Graph">The graph, opened.</param>
/// <param name="Rows">The results, at least one.</param>
/// <param name="Top">How many rows of each; null for all.</param>
internal sealed record AnalysisResults(AnalysisSource Source, IMeasuredGraph Graph, IReadOnlyList<ResultRows> Rows, int? Top)
{
    /// <summary>How many rows of a result are shown.</summary>
    public int ShownOf(ResultRows rows) => Top is { } most ? Math.Min(most, rows.Defined) : rows.Count;
}
