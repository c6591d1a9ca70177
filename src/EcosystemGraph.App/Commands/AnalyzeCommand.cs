using System.CommandLine;
using System.Globalization;
using EcosystemGraph.App.Analysis;
using EcosystemGraph.App.Options;
using EcosystemGraph.App.Output;
using EcosystemGraph.App.Output.Results;

namespace EcosystemGraph.App.Commands;

/// <summary><c>analyze</c>: measures of a projection of the database, or of an edge list of the user's own.</summary>
internal sealed class AnalyzeCommand
{
    private const string All = "all";

    private const string Description = "Compute measures of the database, or of an edge list of your own";

    private const string Details = """
        'ecosystem-graph measures' lists the measures, 'ecosystem-graph measures NAME' says all of one.
        An edge list is CSV in UTF-8 with a header; ids may be any text. The columns of results are id,score of
        vertices; edge,source,target,score of edges (an edge of your own list is its row, from 0); source,target,score
        of pairs; id,community of partitions; name,value of the graph. Several measures of one scope stand side by
        side in one file, each under its name; with {measure} in the name of the output each has a file of its own.
        A table shows 20 rows unless --top says otherwise, all other formats all. What is undefined comes last, empty.
        Results are the same to the bit at any number of threads; --record keeps their digests, 'replay' verifies them.
        """;

    private const string Examples = """
        ecosystem-graph analyze pagerank core-number --projection governance
        ecosystem-graph analyze pagerank --edges roads.csv --directed --weight km --parameter damping=0.9
        ecosystem-graph analyze leiden --edges friends.csv --seed 7 --output groups.csv --record groups.json
        ecosystem-graph analyze betweenness edge-betweenness --edges friends.csv --output 'out-{measure}.parquet'
        ecosystem-graph analyze betweenness --edges big.csv --estimate
        """;

    private readonly Argument<string[]> _measures = new("measure") { Description = "The measures, such as core-number", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _list = new("--list") { Description = "List the measures, and do nothing else" };
    private readonly EdgeListFlags _edges = new();
    private readonly Option<string> _projection = new("--projection", "-p") { Description = "The projection: the id of one that the bundle names, or JSON such as {\"kinds\":[\"A\"],\"directed\":true} [default: the bundle's first]", HelpName = "id" };
    private readonly Option<string> _asOf = new("--as-of") { Description = "Measure what is known to hold then", HelpName = "date" };
    private readonly Option<string[]> _documents = new("--document") { Description = "Measure what this document says; may be repeated [default: all]", HelpName = "id" };
    private readonly Option<string[]> _parameters = new("--parameter") { Description = "A parameter of the measures that have it, as name=value, or of one, as measure.name=value; may be repeated", HelpName = "name=value" };
    private readonly Option<string> _top = new("--top") { Description = "How many rows of each measure, or all [default: 20 in a table, else all]", HelpName = "number" };
    private readonly Option<string> _format = new("--format", "-f") { Description = $"{string.Join(", ", ResultFormat.All.Select(f => f.Name))} [default: what the output ends in, else table]", HelpName = "format" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The file to write [default: standard output]", HelpName = "file" };
    private readonly Option<string> _record = new("--record") { Description = "Keep how the results were made in a file", HelpName = "file" };
    private readonly Option<int?> _seed = new("--seed") { Description = "The seed of measures that draw", HelpName = "number" };
    private readonly Option<bool> _estimate = new("--estimate") { Description = "Say what memory and time it would take, and do not run" };
    private readonly RunFlags _run = new();
    private readonly Terminal _terminal;
    private readonly Flags _flags;

    private AnalyzeCommand(Terminal terminal, Flags flags)
    {
        _terminal = terminal;
        _flags = flags;
        _format.AcceptOnlyFromAmong([.. ResultFormat.All.Select(f => f.Name)]);
    }

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, Flags flags)
    {
        var analyze = new AnalyzeCommand(terminal, flags);
        var command = new DocumentedCommand("analyze", Description, Details, Examples) { analyze._measures, analyze._list };
        analyze._edges.AddTo(command);
        foreach (var option in new Option[] { flags.Database, flags.Store, analyze._projection, analyze._asOf, analyze._documents, analyze._parameters, analyze._top, analyze._format,
            analyze._output, analyze._record, analyze._seed, analyze._estimate }) command.Add(option);
        analyze._run.AddTo(command);
        command.SetAction(analyze.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_list))
        {
            MeasureTables.WriteAll(_terminal);
            return Task.FromResult(ExitStatus.Done);
        }

        var names = parsed.GetValue(_measures) ?? [];
        if (names.Length == 0) throw new UsageException("no measure is named; expected one such as pagerank, see 'ecosystem-graph measures'");
        var output = parsed.GetValue(_output);
        var format = ResultFormat.Choose(parsed.GetValue(_format), output);
        var threads = _run.Threads(parsed);
        var request = new AnalysisRequest(MeasureChoice.Parse(names, parsed.GetValue(_parameters) ?? [], parsed.GetValue(_seed)), Opener(parsed, threads), new ResultWriter(format, output), Top(parsed, format))
        {
            Threads = threads,
            Timeout = _run.Timeout(parsed),
            IsEstimate = parsed.GetValue(_estimate),
            Record = parsed.GetValue(_record),
            SaysProgress = _run.SaysProgress(parsed),
        };
        return AnalysisErrors.GuardAsync(request.Timeout, stop => AnalysisRunner.RunAsync(request, _terminal, stop), cancellationToken);
    }

    private AnalysisRequest.SourceOpener Opener(ParseResult parsed, int threads)
    {
        if (_edges.Read(parsed, threads) is { } files)
        {
            if (new Option[] { _projection, _asOf, _documents, _flags.Database }.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } other)
                throw new UsageException($"{other.Name} does not go with --edges; expected one of them");
            return (keepsEdges, report, stop) => Task.FromResult(EdgeFileSource.Open(files, _edges.IsDirected(parsed), keepsEdges, AnalysisRunner.AsReading(report), stop));
        }

        var options = OptionsReader.ReadGraph(_flags.ReadSettings(parsed));
        return (_, _, stop) => DatabaseSource.OpenAsync(options, null, snapshot => DatabaseSource.Choose(snapshot, parsed.GetValue(_projection)), parsed.GetValue(_asOf),
            parsed.GetValue(_documents) ?? [], stop);
    }

    private int? Top(ParseResult parsed, ResultFormat format)
    {
        if (parsed.GetValue(_top) is not { } text) return format.DefaultTop;
        if (text == All) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top > 0
            ? top
            : throw new UsageException($"--top: '{text}' does not do; expected a number of at least 1, or all");
    }
}
