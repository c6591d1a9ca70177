using System.CommandLine;
using EcosystemGraph.App.Output;
using EcosystemGraph.Ingest.Bundles;

namespace EcosystemGraph.App.Commands;

/// <summary><c>validate</c>: everything that is wrong with a bundle, at once.</summary>
internal static class ValidateCommand
{
    private const string Description = "List everything that is wrong with a bundle";

    private const string Details = """
        Each problem is a line: file:line:column: CODE message. Then follow the warnings (orphans, unused documents,
        gaps in ranks, percentages that do not add up, dates that no cited document can know, Chinese names that are
        not in Chinese), how many rows of each kind cite which document, and the counts.
        The exit status is 1 if there are problems; warnings do not matter.
        """;

    private const string Examples = """
        ecosystem-graph validate my-bundle
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("bundle") { Description = "The folder of the bundle" };
        var command = new DocumentedCommand("validate", Description, Details, Examples) { folder };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(Terminal terminal, string folder)
    {
        var bundle = Bundle.Read(folder);
        ValidationReport.Write(terminal, bundle);
        return bundle.IsValid ? ExitStatus.Done : ExitStatus.Failed;
    }
}
