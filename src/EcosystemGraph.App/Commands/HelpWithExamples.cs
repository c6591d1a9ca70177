using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace EcosystemGraph.App.Commands;

/// <summary>Help that ends with details, and examples to copy: those of the command, or the program's.</summary>
/// <param name="programDetails">What else there is to know of the program.</param>
/// <param name="programExamples">The examples of the program, one a line.</param>
internal sealed class HelpWithExamples(string programDetails, string programExamples) : SynchronousCommandLineAction
{
    // The same text in every window.
    private const int Width = 110;

    private readonly HelpAction _help = new() { MaxWidth = Width };

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var status = _help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command as DocumentedCommand;
        Write(output, "Details", command?.Details ?? programDetails);
        Write(output, "Examples", command?.Examples ?? programExamples);
        return status;
    }

    private static void Write(TextWriter output, string title, string text)
    {
        output.WriteLine($"{title}:");
        foreach (var line in text.Split('\n')) output.WriteLine($"  {line}");
        output.WriteLine();
    }
}
