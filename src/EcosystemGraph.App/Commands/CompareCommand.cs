using System.CommandLine;
using EcosystemGraph.App.Analysis;
using EcosystemGraph.App.Output;

namespace EcosystemGraph.App.Commands;

/// <summary><c>compare</c>: how two results differ.</summary>
internal static class CompareCommand
{
    private const int DefaultTop = 20;
    private const int DefaultMoves = 10;
    private const string Json = "json";
    private const string Table = "table";

    private const string Description = "Compare two results that 'analyze' wrote";

    private const string Details = """
        Of scores: Kendall's tau-b with ties, the overlap of the top, the largest moves of rank. Of partitions: the adjusted
        Rand index and the normalised mutual information. Files are CSV or JSON, by their ending; what is undefined in one
        of them or missing there does not count.
        """;

    private const string Examples = """
        ecosystem-graph compare pagerank.csv degree.csv --top 50
        ecosystem-graph compare leiden.csv regions.csv
        ecosystem-graph compare monday.json tuesday.json --measure pagerank --format json
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var first = new Argument<string>("first") { Description = "A result" };
        var second = new Argument<string>("second") { Description = "Another one of the same things" };
        var measure = new Option<string>("--measure") { Description = "Which of several results of the files [default: the only one]", HelpName = "name" };
        var top = new Option<int>("--top") { Description = "The size of the top that is compared", HelpName = "number", DefaultValueFactory = _ => DefaultTop };
        var moves = new Option<int>("--moves") { Description = "How many moves of rank to show", HelpName = "number", DefaultValueFactory = _ => DefaultMoves };
        var format = new Option<string>("--format", "-f") { Description = $"{Table} or {Json} [default: {Table}]", HelpName = "format" };
        format.AcceptOnlyFromAmong(Table, Json);
        var command = new DocumentedCommand("compare", Description, Details, Examples) { first, second, measure, top, moves, format };
        command.SetAction(parsed =>
        {
            var k = AtLeast(1, "--top", parsed.GetValue(top));
            var shown = AtLeast(0, "--moves", parsed.GetValue(moves));
            var (a, b) = (ResultFile.Read(parsed.GetRequiredValue(first), parsed.GetValue(measure)), ResultFile.Read(parsed.GetRequiredValue(second), parsed.GetValue(measure)));
            var comparison = ResultComparison.Of(a, b, k);
            if (parsed.GetValue(format) == Json) ComparisonReport.WriteJson(terminal, comparison, shown);
            else ComparisonReport.Write(terminal, comparison, shown);
            return ExitStatus.Done;
        });
        return command;
    }

    private static int AtLeast(int least, string option, int value) => value >= least ? value : throw new UsageException($"{option}: {value} does not do; expected at least {least}");
}
