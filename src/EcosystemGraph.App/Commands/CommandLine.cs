using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using EcosystemGraph.App.Output;

namespace EcosystemGraph.App.Commands;

/// <summary>The command line: which commands there are, and how one runs.</summary>
internal static class CommandLine
{
    /// <summary>The name of the executable.</summary>
    public const string Program = "ecosystem-graph";

    private const string Description = "A graph of an ecosystem's organisations, places, policies and people. Every answer has a citation.";

    private const string Details = """
        The first 'serve' makes the database and loads the bundle that came with the program; then look at
        http://localhost:5080. Settings also come from appsettings.json in the working folder and from the
        environment, as in EcosystemGraph__Database=my.db; flags count before both.
        The exit status is 0, 1 if the command failed, or 2 if it was not understood.
        """;

    private const string Examples = """
        ecosystem-graph serve
        ecosystem-graph query "{ about { name revision counts { kind count } } }" --table
        ecosystem-graph validate my-bundle && ecosystem-graph load my-bundle --database my.db
        """;

    // After a first Ctrl-C a command has this long to end in order.
    private static readonly TimeSpan EndingTime = TimeSpan.FromSeconds(10);

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var flags = new Flags();
        var parsed = Create(terminal, flags).Parse(arguments);
        if (parsed.Action is ParseErrorAction) return RefuseUsage(parsed, terminal);
        try
        {
            var how = new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = EndingTime,
            };
            return await parsed.InvokeAsync(how, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever goes wrong, the user gets one line and not a stack trace.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return ErrorLine.Write(terminal, error, parsed.GetValue(flags.Verbose));
        }
    }

    private static RootCommand Create(Terminal terminal, Flags flags)
    {
        var root = new RootCommand(Description)
        {
            ServeCommand.Create(terminal, flags),
            LoadCommand.Create(terminal, flags),
            ValidateCommand.Create(terminal),
            DictionaryCommand.Create(terminal),
            QueryCommand.Create(terminal, flags),
            AnalyzeCommand.Create(terminal, flags),
            MeasuresCommand.Create(terminal),
            ReplayCommand.Create(terminal, flags),
            CompareCommand.Create(terminal),
            CopyCommand.Create(terminal, flags),
            AboutCommand.Create(terminal, flags),
            flags.Verbose,
        };
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new HelpWithExamples(Details, Examples);
        return root;
    }

    private static int RefuseUsage(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? Program : $"{Program} {command.Name}";

        // Without a command nothing else can be understood either: the last problem says which word was not.
        ErrorLine.Write(terminal, $"{parsed.Errors[^1].Message} See '{name} --help'.");
        return ExitStatus.BadUsage;
    }
}
