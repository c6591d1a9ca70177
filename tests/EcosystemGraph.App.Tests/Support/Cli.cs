using EcosystemGraph.App.Commands;
using EcosystemGraph.App.Output;

namespace EcosystemGraph.App.Tests.Support;

/// <summary>What a command left behind.</summary>
internal sealed record CliResult(int Status, string Output, string Error)
{
    /// <summary>The one line of standard error.</summary>
    public string ErrorLine => Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Runs the program's commands in this process, as its main function does.</summary>
internal static class Cli
{
    public static Task<CliResult> RunAsync(params string[] arguments) => RunAsync("", arguments);

    public static async Task<CliResult> RunAsync(string input, string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await CommandLine.RunAsync(arguments, new Terminal(new StringReader(input), output, error, isInteractive: false));
        return new CliResult(status, output.ToString(), error.ToString());
    }
}
