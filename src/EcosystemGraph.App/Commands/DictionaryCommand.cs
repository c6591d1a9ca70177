using System.CommandLine;
using EcosystemGraph.App.Output;
using EcosystemGraph.Ingest.Bundles;

namespace EcosystemGraph.App.Commands;

/// <summary><c>dictionary</c>: what the words of a bundle mean.</summary>
internal static class DictionaryCommand
{
    private const string Description = "Print the data dictionary of a bundle: kinds, relations, indicators, documents";

    private const string Details = """
        As Markdown: every kind, property, relation, value and indicator with its meaning and unit, how often it
        occurs and which documents are cited for it. It is made from the bundle whenever it is asked for.
        """;

    private const string Examples = """
        ecosystem-graph dictionary my-bundle
        ecosystem-graph dictionary my-bundle > dictionary.md
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("bundle") { Description = "The folder of the bundle" };
        var command = new DocumentedCommand("dictionary", Description, Details, Examples) { folder };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(Terminal terminal, string folder)
    {
        var bundle = Bundle.Read(folder);
        bundle.ThrowIfInvalid();
        new DictionaryText(terminal.Output, bundle).Write();
        return ExitStatus.Done;
    }
}
