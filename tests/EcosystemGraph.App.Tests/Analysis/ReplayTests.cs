using EcosystemGraph.App.Tests.Support;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.App.Tests.Analysis;

/// <summary>A record says how results were made, well enough to make them again.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly string _edges;
    private readonly string _record;

    public ReplayTests()
    {
        _edges = Karate.WriteTo(_workspace);
        _record = _workspace.PathOf("record.json");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Results_are_made_again_at_another_number_of_threads()
    {
        await RecordAsync("pagerank", "edge-betweenness", "leiden", "jaccard", "modularity", "--parameter", "damping=0.9", "--parameter", "pagerank.personalization=m00,m33", "--seed", "7", "--threads", "1");
        var result = await Cli.RunAsync("replay", _record, "--threads", "4");
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
        Assert.Equal(5, result.Output.Split("  same").Length - 1);
        Assert.DoesNotContain("differs", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_is_noticed_and_another_place_of_the_same_is_not()
    {
        await RecordAsync("degree");
        var moved = _workspace.PathOf("moved.csv");
        File.Move(_edges, moved);
        Assert.Equal(ExitStatus.Done, (await Cli.RunAsync("replay", _record, "--edges", moved)).Status);
        Assert.Equal(ExitStatus.BadUsage, (await Cli.RunAsync("replay", _record)).Status);

        // The same graph, but not the same file.
        File.AppendAllText(moved, "\n");
        var result = await Cli.RunAsync("replay", _record, "--edges", moved);
        Assert.Equal((ExitStatus.Failed, ""), (result.Status, result.Output));
        Assert.Contains("is not as it was recorded: its SHA-256 is ", result.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"digest\": \"", "\"digest\": \"0")]
    [InlineData("\"damping\": 0.85", "\"damping\": 0.86")]
    [InlineData("\"directed\": false", "\"directed\": true")]
    public async Task A_record_that_was_tampered_with_is_noticed(string text, string other)
    {
        await RecordAsync("pagerank");
        Edit(text, other);
        var result = await Cli.RunAsync("replay", _record);
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Contains("differs", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 results differ from the record", result.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "is a record of format 2; this version reads format 1")]
    [InlineData("\"measure\"", "\"mesure\"", "is no record of an analysis")]
    [InlineData("{", "", "is no record of an analysis")]
    public async Task What_is_no_record_is_refused(string text, string other, string message)
    {
        await RecordAsync("pagerank");
        Edit(text, other);
        var result = await Cli.RunAsync("replay", _record);
        Assert.Equal((ExitStatus.BadUsage, ""), (result.Status, result.Output));
        Assert.Contains(message, result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_projection_of_a_database_is_measured_and_made_again_at_its_revision()
    {
        await Cli.RunAsync("load", TestBundles.Semiconductors, "--database", _workspace.Database);
        var result = await Cli.RunAsync("analyze", "pagerank", "degree", "--database", _workspace.Database, "--record", _record);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
        Approved.Equal("analyze-projection.table", result.Output.ReplaceLineEndings("\n"));
        var again = await Cli.RunAsync("replay", _record);
        Assert.Equal((ExitStatus.Done, ""), (again.Status, again.Error));
        var named = await Cli.RunAsync("analyze", "degree", "--database", _workspace.Database, "--projection", "no-such");
        Assert.Equal(ExitStatus.BadUsage, named.Status);
        Assert.Contains("there is no projection 'no-such'; expected one of", named.ErrorLine, StringComparison.Ordinal);
        foreach (var part in new[] { "{}", "{\"directed\":true}", "{\"relations\":null}" })
        {
            var inline = await Cli.RunAsync("analyze", "degree", "--database", _workspace.Database, "--projection", part);
            Assert.Equal((ExitStatus.Done, ""), (inline.Status, inline.Error));
        }
    }

    private async Task RecordAsync(params string[] arguments)
    {
        var result = await Cli.RunAsync(["analyze", .. arguments, "--edges", _edges, "--record", _record]);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
    }

    private void Edit(string text, string other)
    {
        var record = File.ReadAllText(_record);
        var at = record.IndexOf(text, StringComparison.Ordinal);
        File.WriteAllText(_record, string.Concat(record.AsSpan(0, at), other, record.AsSpan(at + text.Length)));
    }
}
