using System.CommandLine;
using EcosystemGraph.App.Graphs;
using EcosystemGraph.App.Options;
using EcosystemGraph.App.Output;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.App.Commands;

/// <summary><c>copy</c>: one store into another.</summary>
internal static class CopyCommand
{
    private const string Description = "Copy a database into another one, of the same or another kind, history and all";

    private const string Details = """
        The other database is empty, or holds a first part of the same: a copy that was interrupted goes on
        where it stopped when the command is given again. At the end the digests of both are compared.
        Neo4j:Username, Neo4j:Password and Neo4j:Database come from the settings, as everywhere.
        """;

    private const string Examples = """
        ecosystem-graph copy --from sqlite:ecosystem.db --to neo4j:http://localhost:7474
        ecosystem-graph copy --from neo4j:http://localhost:7474 --to sqlite:copy.db
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, Flags flags)
    {
        var from = new Option<string>("--from") { Description = $"The database to copy: {Defaults.Store}:FILE or {Defaults.Neo4jStore}:URI", HelpName = "store", Required = true };
        var to = new Option<string>("--to") { Description = "The database to make", HelpName = "store", Required = true };
        var command = new DocumentedCommand("copy", Description, Details, Examples) { from, to };
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = flags.ReadSettings(parsed);
            return RunAsync(terminal, StoreAddress.Parse(parsed.GetRequiredValue(from), settings), StoreAddress.Parse(parsed.GetRequiredValue(to), settings), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, GraphOptions from, GraphOptions to, CancellationToken cancellationToken)
    {
        var source = await GraphStores.OpenExistingAsync(from, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var target = await GraphStores.OpenAsync(to, cancellationToken).ConfigureAwait(false);
            await using (target.ConfigureAwait(false))
            {
                using var line = new ProgressLine(terminal, isAskedFor: false);
                var result = await StoreCopy.RunAsync(source, target, new Shown(line), cancellationToken).ConfigureAwait(false);
                terminal.Output.WriteLine($"'{target.Description.Location}' holds what '{source.Description.Location}' does: revision {result.Revision}, {result.Copied} copied now, digest {result.Digest}");
            }
        }

        return ExitStatus.Done;
    }

    private sealed class Shown(ProgressLine line) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => line.Report("Copying revisions", value.Done, value.Total);
    }
}
