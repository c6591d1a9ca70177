using EcosystemGraph.App.Tests.Support;

namespace EcosystemGraph.App.Tests.Commands;

/// <summary>What is not understood ends with 2 and one line; nothing is touched.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("Required command was not provided. See 'ecosystem-graph --help'.")]
    [InlineData("'bake'", "bake")]
    [InlineData("Required argument 'bundle' missing", "load")]
    [InlineData("'--speed'", "serve", "--speed")]
    [InlineData("--urls", "serve", "--urls")]
    [InlineData("'neo5j' is not a kind of store; expected sqlite or neo4j", "serve", "--store", "neo5j")]
    [InlineData("'5080' is no address to listen at: it is not a URL; expected one such as http://localhost:5080", "serve", "--urls", "5080")]
    [InlineData("'https://localhost' is no address to listen at: the service speaks HTTP only", "serve", "--urls", "https://localhost")]
    [InlineData("'http://localhost:99999' is no address", "serve", "--urls", "http://localhost:99999")]
    [InlineData("'http://localhost:0' is no address", "serve", "--urls", "http://localhost:0")]
    [InlineData("'http://localhost/graph' is no address to listen at: it has a path", "serve", "--urls", "http://localhost/graph")]
    [InlineData("a file name is needed", "about", "--database", "")]
    public async Task What_is_not_understood_is_named(string message, params string[] arguments)
    {
        var result = await Cli.RunAsync(arguments);
        Assert.Equal((ExitStatus.BadUsage, ""), (result.Status, result.Output));
        Assert.StartsWith("error: ", result.ErrorLine, StringComparison.Ordinal);
        Assert.Contains(message, result.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EcosystemGraph__Store", "neo5j", "'neo5j' is not a kind of store")]
    [InlineData("EcosystemGraph__Server__MaxRequestBytes", "much", "'much'")]
    [InlineData("EcosystemGraph__Server__MaxRequestBytes", "12", "12 does not do; expected 1024 to")]
    [InlineData("URLS", "ftp://localhost", "'ftp' is not http")]
    public async Task A_setting_of_the_environment_that_does_not_do_is_named(string name, string value, string message)
    {
        var result = await ChildProcess.RunAsync(_workspace.Folder, new Dictionary<string, string> { [name] = value }, "serve");
        Assert.Equal(ExitStatus.BadUsage, result.Status);
        Assert.Contains(message, result.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(_workspace.Files());
    }

    [Fact]
    public async Task A_settings_file_that_is_not_JSON_is_named()
    {
        File.WriteAllText(_workspace.PathOf("appsettings.json"), "{ \"urls\": }");
        var result = await ChildProcess.RunAsync(_workspace.Folder, new Dictionary<string, string>(), "serve");
        Assert.Equal(ExitStatus.BadUsage, result.Status);
        Assert.Contains(_workspace.PathOf("appsettings.json"), result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_count_before_the_environment_and_that_before_files()
    {
        File.WriteAllText(_workspace.PathOf("appsettings.json"), """{ "EcosystemGraph": { "Database": "of-file.db" } }""");
        var environment = new Dictionary<string, string> { ["EcosystemGraph__Database"] = "of-environment.db" };
        Assert.Contains("'of-file.db'", (await ChildProcess.RunAsync(_workspace.Folder, new Dictionary<string, string>(), "about")).ErrorLine, StringComparison.Ordinal);
        Assert.Contains("'of-environment.db'", (await ChildProcess.RunAsync(_workspace.Folder, environment, "about")).ErrorLine, StringComparison.Ordinal);
        Assert.Contains("'of-flag.db'", (await ChildProcess.RunAsync(_workspace.Folder, environment, "about", "--database", "of-flag.db")).ErrorLine, StringComparison.Ordinal);
    }
}
