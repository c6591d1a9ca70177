using EcosystemGraph.App.Tests.Support;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.App.Tests.Commands;

/// <summary>Databases that cannot be used: one line, status 1, and they stay as they are.</summary>
public sealed class DatabaseTests : IDisposable
{
    // Where SQLite's file format has the schema's version.
    private const int UserVersionOffset = 60;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task About_says_what_a_database_holds()
    {
        await Cli.RunAsync("load", TestBundles.Semiconductors, "--database", _workspace.Database);
        var result = await Cli.RunAsync("about", "--database", _workspace.Database);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
        Assert.Contains($"ecosystem-graph {ProgramVersion.Text}", result.Output, StringComparison.Ordinal);
        Assert.Contains($"sqlite '{_workspace.Database}', revision 1", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"ChipMaker +\d+", result.Output);
    }

    [Theory]
    [InlineData("about")]
    [InlineData("query", "{ about { name } }")]
    public async Task A_database_that_is_not_there_is_not_made(params string[] command)
    {
        var result = await Cli.RunAsync([.. command, "--database", _workspace.Database]);
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Equal($"error: there is no database '{_workspace.Database}'; 'serve' or 'load <bundle>' makes one, --database names another", result.ErrorLine);
        Assert.Empty(_workspace.Files());
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        File.WriteAllText(_workspace.Database, "shopping: tea, rice");
        await RefusesAsync("is not a SQLite database", "serve");
        await RefusesAsync("is not a SQLite database", "about");
        await RefusesAsync("is not a SQLite database", "load", TestBundles.Semiconductors);
        Assert.Equal("shopping: tea, rice", File.ReadAllText(_workspace.Database));
    }

    [Fact]
    public async Task A_damaged_database_is_said_to_be_damaged()
    {
        await Cli.RunAsync("load", TestBundles.Semiconductors, "--database", _workspace.Database);
        await using (var file = File.OpenWrite(_workspace.Database))
        {
            // All but the header, which alone is looked at before SQLite is.
            file.Position = 100;
            file.Write(new byte[file.Length - 100]);
        }

        await RefusesAsync("is damaged", "serve");
        await RefusesAsync("is damaged", "about");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await Cli.RunAsync("load", TestBundles.Semiconductors, "--database", _workspace.Database);
        await using (var file = File.OpenWrite(_workspace.Database))
        {
            file.Position = UserVersionOffset;
            file.Write([0, 0, 3, 231]);
        }

        await RefusesAsync("has schema version 999", "serve");
        await RefusesAsync("has schema version 999", "load", TestBundles.Semiconductors);
    }

    [Fact]
    public async Task A_folder_and_a_place_without_one_are_named()
    {
        Directory.CreateDirectory(_workspace.Database);
        await RefusesAsync("is a folder; name a file in it", "serve");
        var nowhere = _workspace.PathOf("no/such.db");
        var result = await Cli.RunAsync("load", TestBundles.Semiconductors, "--database", nowhere);
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Equal($"error: the folder of '{nowhere}' does not exist; create it, or name another file", result.ErrorLine);
    }

    private async Task RefusesAsync(string message, params string[] command)
    {
        var result = await Cli.RunAsync([.. command, "--database", _workspace.Database, .. command is ["serve"] ? ["--urls", "http://127.0.0.1:0"] : Array.Empty<string>()]);
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Contains(message, result.ErrorLine, StringComparison.Ordinal);
        Assert.Contains(_workspace.Database, result.ErrorLine, StringComparison.Ordinal);
    }
}
