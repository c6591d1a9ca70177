using EcosystemGraph.App.Output.Results;

namespace EcosystemGraph.App.Analysis;

/// <summary>What to measure, on what, and what to do with the results.</summary>
/// <param name="Measures">The measures, at least one.</param>
/// <param name="Open">Opens the graph, given whether edges are spoken of one by one.</param>
/// <param name="Writer">Where the results go.</param>
/// <param name="Top">How many rows of each; null for all.</param>
internal sealed record AnalysisRequest(IReadOnlyList<MeasureChoice> Measures, AnalysisRequest.SourceOpener Open, ResultWriter Writer, int? Top)
{
    /// <summary>Opens a graph.</summary>
    /// <param name="keepsEdges">Whether edges are spoken of one by one.</param>
    /// <param name="report">Told the phase, what of it is done, and its total.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public delegate Task<AnalysisSource> SourceOpener(bool keepsEdges, Action<string, long, long> report, CancellationToken cancellationToken);

    /// <summary>The threads that a run may use.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The seconds after which all is given up; null for never.</summary>
    public double? Timeout { get; init; }

    /// <summary>True to say what it would take, and not do it.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>The file that keeps how the results were made; null for none.</summary>
    public string? Record { get; init; }

    /// <summary>True to say the progress also where nobody looks on.</summary>
    public bool SaysProgress { get; init; }
}
