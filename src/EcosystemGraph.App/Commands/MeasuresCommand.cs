using System.CommandLine;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.App.Analysis;
using EcosystemGraph.App.Output;

namespace EcosystemGraph.App.Commands;

/// <summary><c>measures</c>: which measures there are, and what each is.</summary>
internal static class MeasuresCommand
{
    private const string Description = "List the measures that can be computed, or say all of one";

    private const string Details = """
        The list has the name, what the measure gives numbers to, and its parameters with their defaults.
        Of a single measure: its convention, parameters, cost and the paper it is from; with --markdown of all of them, as a page.
        """;

    private const string Examples = """
        ecosystem-graph measures
        ecosystem-graph measures pagerank
        ecosystem-graph measures --markdown > measures.md
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string?>("measure") { Description = "A measure, to say all of it", Arity = ArgumentArity.ZeroOrOne };
        var markdown = new Option<bool>("--markdown") { Description = "Print all of every measure as a page of Markdown" };
        var command = new DocumentedCommand("measures", Description, Details, Examples) { name, markdown };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(markdown)) terminal.Output.Write(MeasureDocumentation.Markdown());
            else if (parsed.GetValue(name) is { } measure) MeasureTables.Write(terminal, MeasureChoice.Find(measure));
            else MeasureTables.WriteAll(terminal);
            return ExitStatus.Done;
        });
        return command;
    }
}
