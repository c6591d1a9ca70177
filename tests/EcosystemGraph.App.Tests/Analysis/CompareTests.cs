using System.Text.Json;
using EcosystemGraph.App.Tests.Support;

namespace EcosystemGraph.App.Tests.Analysis;

/// <summary>How two results differ, against values computed by hand.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Scores_are_compared_by_their_ranks()
    {
        // Of a, b, c, d: ranks 1 2 3 3 and 2 1 3 4. Of six pairs four agree, one does not, one ties in the first: (4 − 1) / √(5 · 6).
        var (first, second) = (File("first.csv", "id,score\na,4\nb,3\nc,1\nd,1\ne,0\nf,\n"), File("second.csv", "id,score\nb,9\na,8\nc,7\nd,6\nf,5\n"));
        using var json = await CompareAsync(first, second, "--top", "3");
        Assert.Equal((4, 1, 1), (Integer(json, "common"), Integer(json, "onlyFirst"), Integer(json, "onlySecond")));
        Assert.Equal(3 / Math.Sqrt(30), Number(json, "tauB"), 1e-15);
        Assert.Equal(1, Number(json, "overlap"));
        Assert.Equal(6, Number(json, "largestDifference"));
        Assert.Equal(["a 1 2", "b 2 1", "d 3 4"], json.RootElement.GetProperty("moves").EnumerateArray()
            .Select(m => $"{m.GetProperty("id").GetString()} {m.GetProperty("firstRank").GetInt32()} {m.GetProperty("secondRank").GetInt32()}"));
    }

    [Fact]
    public async Task The_overlap_is_the_share_of_the_top_that_both_have()
    {
        var (first, second) = (File("first.csv", "id,score\na,4\nb,3\nc,2\nd,1\n"), File("second.csv", "id,score\na,1\nb,2\nc,3\nd,4\n"));
        using var json = await CompareAsync(first, second, "--top", "3");
        Assert.Equal(2.0 / 3, Number(json, "overlap"), 1e-15);
        Assert.Equal(-1, Number(json, "tauB"));
    }

    [Fact]
    public async Task Partitions_are_compared_whatever_their_groups_are_called()
    {
        // {a b c} {d e f} and {a b} {c d e f}: 4 pairs together in both, 6 and 7 in each, of 15: (4 − 42/15) / (13/2 − 42/15).
        var first = File("first.csv", "id,community\na,0\nb,0\nc,0\nd,1\ne,1\nf,1\n");
        var second = File("second.csv", "id,community\na,y\nb,y\nc,x\nd,x\ne,x\nf,x\n");
        using var json = await CompareAsync(first, second);
        Assert.Equal((4 - (42 / 15.0)) / (6.5 - (42 / 15.0)), Number(json, "adjustedRand"), 1e-12);
        var (h1, h2) = (Math.Log(2), -((Math.Log(1 / 3.0) / 3) + (2 * Math.Log(2 / 3.0) / 3)));
        var joint = -((Math.Log(1 / 3.0) / 3) + (Math.Log(1 / 6.0) / 6) + (Math.Log(1 / 2.0) / 2));
        Assert.Equal(2 * (h1 + h2 - joint) / (h1 + h2), Number(json, "normalizedMutualInformation"), 1e-12);
        using var same = await CompareAsync(first, first);
        Assert.Equal(1, Number(same, "adjustedRand"));
    }

    [Fact]
    public async Task What_analyze_writes_is_what_compare_reads()
    {
        var edges = Karate.WriteTo(_workspace);
        foreach (var file in new[] { "a.csv", "a.json" })
            Assert.Equal(ExitStatus.Done, (await Cli.RunAsync("analyze", "pagerank", "degree", "--edges", edges, "--output", _workspace.PathOf(file))).Status);
        var result = await Cli.RunAsync("compare", _workspace.PathOf("a.csv"), _workspace.PathOf("a.json"), "--measure", "pagerank");
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
        Approved.Equal("compare-same", result.Output.ReplaceLineEndings("\n"));
        Assert.Equal(ExitStatus.Done, (await Cli.RunAsync("analyze", "edge-betweenness", "--edges", edges, "--output", _workspace.PathOf("edges.csv"))).Status);
        using var json = await CompareAsync(_workspace.PathOf("edges.csv"), _workspace.PathOf("edges.csv"));
        Assert.Equal(78, Integer(json, "common"));
    }

    [Theory]
    [InlineData("id,score\na,1\n", "id,community\na,1\n", "one is a partition, the other are scores")]
    [InlineData("id,score\na,1\n", "id,score\nb,1\n", "the two have no id in common")]
    [InlineData("id,score\na,1\na,2\n", "id,score\na,1\n", "first.csv' has 'a' twice")]
    [InlineData("id,score\na,much\n", "id,score\na,1\n", "score of 'a' is 'much'; expected a number")]
    [InlineData("id\na\n", "id,score\na,1\n", "first.csv' is no result: it has no column beside")]
    [InlineData("id,x,y\na,1,2\n", "id,x\na,1\n", "first.csv' has several results; expected --measure with one of x, y")]
    [InlineData("id,score\na\n", "id,score\na,1\n", "first.csv' is no result: ")]
    public async Task What_cannot_be_compared_is_named(string first, string second, string message)
    {
        var result = await Cli.RunAsync("compare", File("first.csv", first), File("second.csv", second));
        Assert.Equal((ExitStatus.BadUsage, ""), (result.Status, result.Output));
        Assert.Contains(message, result.ErrorLine, StringComparison.Ordinal);
    }

    private static double Number(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetDouble();

    private static int Integer(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetInt32();

    private static async Task<JsonDocument> CompareAsync(params string[] arguments)
    {
        var result = await Cli.RunAsync(["compare", .. arguments, "--format", "json"]);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
        return JsonDocument.Parse(result.Output);
    }

    private string File(string name, string text)
    {
        System.IO.File.WriteAllText(_workspace.PathOf(name), text);
        return _workspace.PathOf(name);
    }
}
