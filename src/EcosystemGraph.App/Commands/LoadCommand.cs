using System.CommandLine;
using EcosystemGraph.App.Graphs;
using EcosystemGraph.App.Options;
using EcosystemGraph.App.Output;

namespace EcosystemGraph.App.Commands;

/// <summary><c>load</c>: brings the database to what a bundle says.</summary>
internal static class LoadCommand
{
    private const string Description = "Bring the database to what a bundle says";

    private const string Details = """
        Writes the difference to what was loaded from the bundle before, deletions included, as one revision.
        Facts that came by a mutation are kept. Of a bundle with problems nothing is loaded.
        """;

    private const string Examples = """
        ecosystem-graph load my-bundle
        ecosystem-graph load my-bundle --database my.db && ecosystem-graph serve --database my.db
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, Flags flags)
    {
        var bundle = new Argument<string>("bundle") { Description = "The folder of the bundle" };
        var command = new DocumentedCommand("load", Description, Details, Examples) { bundle, flags.Database, flags.Store };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(terminal, OptionsReader.ReadGraph(flags.ReadSettings(parsed)), parsed.GetRequiredValue(bundle), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, GraphOptions options, string folder, CancellationToken cancellationToken)
    {
        await BundleIntoStore.LoadAsync(folder, options, terminal, cancellationToken).ConfigureAwait(false);
        return ExitStatus.Done;
    }
}
