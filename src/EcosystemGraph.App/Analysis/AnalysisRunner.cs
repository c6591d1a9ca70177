using System.Text.Json;
using EcosystemGraph.Analytics;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.App.Commands;
using EcosystemGraph.App.Output;
using EcosystemGraph.App.Output.Results;

namespace EcosystemGraph.App.Analysis;

/// <summary>Does what a request asks for.</summary>
internal static class AnalysisRunner
{
    private const string Reading = "reading";

    /// <summary>Runs the measures and writes the results; everything, or nothing.</summary>
    public static async Task<int> RunAsync(AnalysisRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        if (!request.IsEstimate) request.Writer.Check([.. request.Measures.Select(m => m.Measure)], request.Top);
        if (request.Record is not null) OutputFiles.Check("--record", request.Record);
        if (request.Record is not null && request.Record == request.Writer.Output) throw new UsageException($"--record: '{request.Record}' is the output; expected another file");
        using var progress = new ProgressLine(terminal, request.SaysProgress);
        var source = await request.Open(KeepsEdges(request), progress.Report, cancellationToken).ConfigureAwait(false);
        var service = Service(request.Threads);
        if (request.IsEstimate)
        {
            var estimates = request.Measures.Select(m => service.Estimate(source.Measured, m.Measure.Name, m.Parameters, cancellationToken)).ToArray();
            progress.Dispose();
            EstimateTable.Write(terminal, estimates);
            return ExitStatus.Done;
        }

        var rows = request.Measures.Select(m => ResultRows.Of(service.Run(source.Measured, m.Measure.Name, m.Parameters, progress, cancellationToken), source.EdgeEnds)).ToArray();
        progress.Dispose();
        using var files = new OutputFiles();
        var results = new AnalysisResults(source, rows[0].Run.Graph, rows, request.Top);
        if (request.Record is not null) await WriteRecordAsync(files.Create(request.Record), RecordOf(results), cancellationToken).ConfigureAwait(false);
        await request.Writer.WriteAsync(results, terminal, files, cancellationToken).ConfigureAwait(false);
        files.Commit();
        return ExitStatus.Done;
    }

    /// <summary>What runs measures, with so many threads.</summary>
    public static MeasureService Service(int threads) => new(new AnalyticsOptions { Threads = threads, ConcurrentRuns = 1 });

    /// <summary>Tells the bytes that were read as progress.</summary>
    public static Action<long, long> AsReading(Action<string, long, long> report) => (done, total) => report(Reading, done, total);

    /// <summary>Whether measures tell edges apart: those of edges do, and some of the graph.</summary>
    public static bool TellEdgesApart(IEnumerable<MeasureInfo> measures) => measures.Any(m => m.Scope is MeasureScope.Edge or MeasureScope.Graph);

    private static bool KeepsEdges(AnalysisRequest request) =>
        TellEdgesApart(request.Measures.Select(m => m.Measure)) || request.Writer.Format.Name == ResultFormat.GraphMLName;

    private static AnalysisRecord RecordOf(AnalysisResults results) => new()
    {
        Format = AnalysisRecord.CurrentFormat,
        Program = $"{CommandLine.Program} {ProgramVersion.Text}",
        Made = TimeProvider.System.GetUtcNow(),
        Edges = results.Source.Edges,
        Database = results.Source.Database,
        Vertices = results.Graph.Graph.VertexCount,
        EdgeCount = results.Graph.Graph.EdgeCount,
        Results = [.. results.Rows.Select(r => ResultRecord.Of(r.Run.Record))],
    };

    private static async Task WriteRecordAsync(FileStream stream, AnalysisRecord record, CancellationToken cancellationToken)
    {
        await using (stream.ConfigureAwait(false))
        {
            await JsonSerializer.SerializeAsync(stream, record, RecordJson.Default.AnalysisRecord, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }
}
