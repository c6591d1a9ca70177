using EcosystemGraph.App.Tests.Support;

namespace EcosystemGraph.App.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("ecosystem-graph")]
    [InlineData("serve")]
    [InlineData("load")]
    [InlineData("validate")]
    [InlineData("dictionary")]
    [InlineData("query")]
    [InlineData("about")]
    [InlineData("analyze")]
    [InlineData("measures")]
    [InlineData("replay")]
    [InlineData("compare")]
    public async Task Help_says_what_there_is_and_gives_examples(string command)
    {
        var result = await Cli.RunAsync(command == "ecosystem-graph" ? ["--help"] : [command, "--help"]);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));

        // The name of the executable is the test host's here.
        Approved.Equal($"help-{command}", result.Output.ReplaceLineEndings("\n").Replace("testhost", "ecosystem-graph", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_the_programs()
    {
        using var workspace = new Workspace();
        var result = await ChildProcess.RunAsync(workspace.Folder, new Dictionary<string, string>(), "--version");
        Assert.Equal(ExitStatus.Done, result.Status);

        // The revision of the sources may follow.
        Assert.StartsWith(ProgramVersion.Text, result.Output, StringComparison.Ordinal);
    }
}
