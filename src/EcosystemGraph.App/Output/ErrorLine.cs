using EcosystemGraph.Model;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.App.Output;

/// <summary>Says in one line of standard error what went wrong, and with which status the program ends.</summary>
internal static class ErrorLine
{
    /// <summary>Writes the line for an exception.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="error">The exception.</param>
    /// <param name="verbose">True to add everything that is known of it.</param>
    /// <returns>The exit status.</returns>
    public static int Write(Terminal terminal, Exception error, bool verbose)
    {
        Write(terminal, Describe(error));
        if (verbose) terminal.Error.WriteLine(error);
        return error is UsageException ? ExitStatus.BadUsage : ExitStatus.Failed;
    }

    /// <summary>Writes one line.</summary>
    public static void Write(Terminal terminal, string message) => terminal.Error.WriteLine($"error: {message.ReplaceLineEndings(" ")}");

    private static string Describe(Exception error) => error switch
    {
        UsageException or FailedException or StoreException or InvalidInputException => error.Message,
        OperationCanceledException => "stopped before it was done; nothing is half-written",
        _ => $"this should not have happened ({error.GetType().Name}: {error.Message}); --verbose shows more",
    };
}
