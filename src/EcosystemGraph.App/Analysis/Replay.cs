using EcosystemGraph.App.Options;
using EcosystemGraph.App.Output;
using EcosystemGraph.Ingest.EdgeLists;

namespace EcosystemGraph.App.Analysis;

/// <summary>Makes the results of a record again.</summary>
/// <param name="Record">The record.</param>
/// <param name="Database">The store, if the record is of a database.</param>
/// <param name="Threads">The threads that a run may use.</param>
/// <param name="SaysProgress">True to say the progress also where nobody looks on.</param>
internal sealed record Replay(AnalysisRecord Record, GraphOptions? Database, int Threads, bool SaysProgress)
{
    /// <summary>Makes every result again and compares its digest with the record's.</summary>
    /// <exception cref="FailedException">A file has changed, or a result differs.</exception>
    public async Task<int> RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var choices = Record.Results.Select(r => (Result: r, Measure: MeasureChoice.Find(r.Measure))).ToArray();
        using var progress = new ProgressLine(terminal, SaysProgress);
        var source = await OpenAsync(AnalysisRunner.TellEdgesApart(choices.Select(c => c.Measure)), progress.Report, cancellationToken).ConfigureAwait(false);
        var service = AnalysisRunner.Service(Threads);
        var table = new TextTable("measure", "", "digest");
        var (different, version) = (0, "");
        foreach (var (result, measure) in choices)
        {
            var parameters = result.Parameters.ToDictionary(p => p.Key, p => ParameterText.FromJson(p.Value), StringComparer.Ordinal);
            var made = service.Run(source.Measured, measure.Name, parameters, progress, cancellationToken).Record;
            if (made.Digest == result.Digest)
            {
                table.Add(measure.Name, "same", made.Digest);
                continue;
            }

            different++;
            table.Add(measure.Name, "differs", $"{made.Digest}, recorded {result.Digest}");
            if (made.Version != result.Version) version = $"; it was made by {result.Version}, this is {made.Version}";
        }

        progress.Dispose();
        table.Write(terminal.Output);
        return different == 0 ? ExitStatus.Done : throw new FailedException($"{different} of {choices.Length} results differ from the record{version}");
    }

    private Task<AnalysisSource> OpenAsync(bool keepsEdges, Action<string, long, long> report, CancellationToken cancellationToken) => Record switch
    {
        { Edges: { } edges } => Task.FromResult(OpenEdges(edges, keepsEdges, report, cancellationToken)),
        { Database: { } database } => OpenDatabaseAsync(database, Database!, cancellationToken),
        _ => throw new UsageException("the record names neither an edge list nor a database"),
    };

    private AnalysisSource OpenEdges(EdgesRecord edges, bool keepsEdges, Action<string, long, long> report, CancellationToken cancellationToken)
    {
        var files = new EdgeListSource(edges.File)
        {
            Nodes = edges.Nodes,
            WeightColumn = edges.Weight,
            SourceColumn = edges.Source,
            TargetColumn = edges.Target,
            Threads = Threads,
        };
        var source = EdgeFileSource.Open(files, edges.Directed, keepsEdges, AnalysisRunner.AsReading(report), cancellationToken);
        Compare(edges.File, source.Edges!.Sha256, edges.Sha256);
        if (edges.Nodes is not null) Compare(edges.Nodes, source.Edges.NodesSha256!, edges.NodesSha256);
        return source;
    }

    private static async Task<AnalysisSource> OpenDatabaseAsync(DatabaseRecord database, GraphOptions options, CancellationToken cancellationToken)
    {
        var source = await DatabaseSource.OpenAsync(options, database.Revision, _ => database.Projection.ToSpec(), database.AsOf, database.Documents, cancellationToken).ConfigureAwait(false);
        return source.Database!.Bundle == database.Bundle
            ? source
            : throw new FailedException($"the database holds the bundle '{source.Database.Bundle}'; the record is of '{database.Bundle}'");
    }

    private static void Compare(string file, string now, string? recorded)
    {
        if (now != recorded) throw new FailedException($"'{file}' is not as it was recorded: its SHA-256 is {now}, recorded {recorded}");
    }
}
