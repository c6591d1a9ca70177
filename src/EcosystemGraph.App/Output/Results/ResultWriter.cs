using EcosystemGraph.Analytics.Measures;

namespace EcosystemGraph.App.Output.Results;

/// <summary>Puts results where they were asked for: standard output, a file, or a file for each measure.</summary>
/// <param name="Format">The format.</param>
/// <param name="Output">The file; with <see cref="Placeholder"/> in its name a file for each measure; null for standard output.</param>
internal sealed record ResultWriter(ResultFormat Format, string? Output)
{
    /// <summary>What stands for the name of a measure.</summary>
    public const string Placeholder = "{measure}";

    private const int BufferBytes = 1 << 16;

    /// <summary>Refuses what could not be written, before anything is computed.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="top">How many rows of each; null for all.</param>
    /// <exception cref="UsageException">The format needs a file, or there can be no such file, or the measures do not fit into one.</exception>
    public void Check(IReadOnlyList<MeasureInfo> measures, int? top)
    {
        if (Output is null && !Format.IsText) throw new UsageException($"{Format.Name} is not for the terminal; expected --output FILE.{Format.Name}");
        if (Output is not null) OutputFiles.Check("--output", Output);
        if (Format.Name == ResultFormat.GraphMLName)
        {
            if (top is not null) throw new UsageException($"--top: {top} does not go with graphml, which holds the whole graph; expected all");
            if (measures.FirstOrDefault(m => m.Scope is MeasureScope.Pair or MeasureScope.Path) is { } listed) throw new UsageException($"{listed.Name} is of {(listed.Scope == MeasureScope.Pair ? "pairs" : "paths")}, which have no place in graphml; expected another --format");
        }

        if (Format.IsSheet && !HasPlaceholder && measures.FirstOrDefault(m => SheetOf(m) != SheetOf(measures[0]) || (m.Scope == MeasureScope.Pair && m != measures[0])) is { } other)
        {
            throw new UsageException($"{measures[0].Name} and {other.Name} do not fit into one {Format.Name} file; expected an --output with {Placeholder} in its name, or --format json");
        }
    }

    /// <summary>Writes results.</summary>
    /// <param name="results">The results.</param>
    /// <param name="terminal">Standard output.</param>
    /// <param name="files">Files that get their names later.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public async Task WriteAsync(AnalysisResults results, Terminal terminal, OutputFiles files, CancellationToken cancellationToken)
    {
        if (Output is null)
        {
            var stream = new BufferedStream(new TextStream(terminal.Output), BufferBytes);
            await using (stream.ConfigureAwait(false)) await Format.Write(results, stream, cancellationToken).ConfigureAwait(false);
            return;
        }

        var parts = HasPlaceholder
            ? results.Rows.Select(rows => (Output.Replace(Placeholder, rows.Run.Measure.Name, StringComparison.Ordinal), results with { Rows = [rows] }))
            : [(Output, results)];
        foreach (var (path, part) in parts)
        {
            var stream = files.Create(path);
            await using (stream.ConfigureAwait(false)) await Format.Write(part, stream, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool HasPlaceholder => Output?.Contains(Placeholder, StringComparison.Ordinal) == true;

    // Scores and communities of vertices stand side by side.
    private static MeasureScope SheetOf(MeasureInfo measure) => measure.Scope == MeasureScope.Partition ? MeasureScope.Entity : measure.Scope;
}
