using System.CommandLine;
using EcosystemGraph.App.Analysis;
using EcosystemGraph.App.Options;
using EcosystemGraph.App.Output;

namespace EcosystemGraph.App.Commands;

/// <summary><c>replay</c>: makes recorded results again.</summary>
internal static class ReplayCommand
{
    private const string Description = "Make recorded results again, and verify that they are the same";

    private const string Details = """
        Reads what 'analyze --record' kept: the files with their digests or the database at its revision, the projection,
        the parameters and seeds. If a file has changed or a digest differs, the exit status is 1.
        """;

    private const string Examples = """
        ecosystem-graph replay groups.json
        ecosystem-graph replay groups.json --edges elsewhere/friends.csv
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, Flags flags)
    {
        var record = new Argument<string>("record") { Description = "The file that --record wrote" };
        var edges = new Option<string>("--edges", "-e") { Description = "The file of the edges [default: as recorded, from the working folder]", HelpName = "file" };
        var nodes = new Option<string>("--nodes") { Description = "The file of the nodes [default: as recorded, from the working folder]", HelpName = "file" };
        var run = new RunFlags();
        var command = new DocumentedCommand("replay", Description, Details, Examples) { record, edges, nodes, flags.Database, flags.Store };
        run.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var kept = RecordFile.Read(parsed.GetRequiredValue(record));
            if (kept.Edges is { } files) kept = kept with { Edges = files with { File = parsed.GetValue(edges) ?? files.File, Nodes = files.Nodes is null ? null : parsed.GetValue(nodes) ?? files.Nodes } };
            var replay = new Replay(kept, kept.Database is null ? null : StoreOf(kept.Database, parsed, flags), run.Threads(parsed), run.SaysProgress(parsed));
            return AnalysisErrors.GuardAsync(run.Timeout(parsed), stop => replay.RunAsync(terminal, stop), cancellationToken);
        });
        return command;
    }

    // As recorded, unless the command line names another one.
    private static GraphOptions StoreOf(DatabaseRecord database, ParseResult parsed, Flags flags)
    {
        var options = OptionsReader.ReadGraph(flags.ReadSettings(parsed));
        if (parsed.GetResult(flags.Store) is null) options.Store = database.Store;
        if (parsed.GetResult(flags.Database) is null) options.Database = database.File ?? options.Database;
        return options;
    }
}
