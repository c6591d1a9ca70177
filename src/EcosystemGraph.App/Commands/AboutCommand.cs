using System.CommandLine;
using EcosystemGraph.App.Graphs;
using EcosystemGraph.App.Options;
using EcosystemGraph.App.Output;

namespace EcosystemGraph.App.Commands;

/// <summary><c>about</c>: what the program and the database are.</summary>
internal static class AboutCommand
{
    private const string Description = "Show the version of the program, and what the database holds";

    private const string Details = """
        Reads the database and changes nothing.
        """;

    private const string Examples = """
        ecosystem-graph about
        ecosystem-graph about --database my.db
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, Flags flags)
    {
        var command = new DocumentedCommand("about", Description, Details, Examples) { flags.Database, flags.Store };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, OptionsReader.ReadGraph(flags.ReadSettings(parsed)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, GraphOptions options, CancellationToken cancellationToken)
    {
        var store = await GraphStores.OpenExistingAsync(options, cancellationToken).ConfigureAwait(false);
        var graph = await OpenedGraph.OpenAsync(store, null, cancellationToken).ConfigureAwait(false);
        await using (graph.ConfigureAwait(false))
        {
            AboutText.Write(terminal, graph.Live.Current, graph.Live.Store);
            return ExitStatus.Done;
        }
    }
}
