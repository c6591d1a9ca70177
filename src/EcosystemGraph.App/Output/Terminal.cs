using System.Text;
using Spectre.Console;

namespace EcosystemGraph.App.Output;

/// <summary>What the program reads from and writes to: the process's own streams, or a test's.</summary>
/// <param name="input">Standard input.</param>
/// <param name="output">Standard output: what was asked for.</param>
/// <param name="error">Standard error: why it could not be had.</param>
/// <param name="isInteractive">True if somebody looks on, so that progress may move.</param>
/// <param name="isErrorInteractive">True if somebody looks on standard error.</param>
internal sealed class Terminal(TextReader input, TextWriter output, TextWriter error, bool isInteractive, bool isErrorInteractive = false)
{
    // A table that goes to a file or another program is as wide as it needs to be.
    private const int UnboundedWidth = 100_000;

    /// <summary>The streams of this process, in UTF-8.</summary>
    public static Terminal OfProcess()
    {
        // Elsewhere than on Windows it is UTF-8 already.
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        return new Terminal(Console.In, Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);
    }

    /// <inheritdoc cref="Terminal" path="/param[@name='input']"/>
    public TextReader Input => input;

    /// <inheritdoc cref="Terminal" path="/param[@name='output']"/>
    public TextWriter Output => output;

    /// <inheritdoc cref="Terminal" path="/param[@name='error']"/>
    public TextWriter Error => error;

    /// <inheritdoc cref="Terminal" path="/param[@name='isInteractive']"/>
    public bool IsInteractive => isInteractive;

    /// <inheritdoc cref="Terminal" path="/param[@name='isErrorInteractive']"/>
    public bool IsErrorInteractive => isErrorInteractive;

    /// <summary>Standard output for tables and progress; colours and movement only where somebody looks on.</summary>
    public IAnsiConsole Canvas()
    {
        if (isInteractive) return AnsiConsole.Console;
        var canvas = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        canvas.Profile.Width = UnboundedWidth;
        return canvas;
    }
}
