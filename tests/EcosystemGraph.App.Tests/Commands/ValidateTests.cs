using EcosystemGraph.App.Tests.Support;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.App.Tests.Commands;

public sealed class ValidateTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_shipped_bundle_has_no_problems_and_its_coverage_is_shown()
    {
        var result = await Cli.RunAsync("validate", TestBundles.Shipped);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
        Assert.Matches(@"facts, 0 problems, \d+ warning", result.Output);
        var header = Assert.Single(result.Output.Split('\n'), line => line.Contains("rows citing", StringComparison.Ordinal));
        Assert.All(File.ReadLines(Path.Combine(TestBundles.Shipped, "sources.csv")).Skip(1).Where(row => row.Contains(",text,", StringComparison.Ordinal)), row =>
            Assert.Contains(row.Split(',')[0], header, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_small_bundle_is_reported_as_approved() =>
        Approved.Equal("validate-semiconductors", (await Cli.RunAsync("validate", TestBundles.Semiconductors)).Output.ReplaceLineEndings("\n"));

    [Fact]
    public async Task All_problems_are_listed_at_once_each_with_its_place()
    {
        var bundle = _workspace.CopyOfBundle();
        var uses = Path.Combine(bundle, "relations", "uses.csv");
        var lines = File.ReadAllLines(uses).Length;
        File.AppendAllText(uses, "nobody,neon,,chip-report#Table 2,\nfab-3,neon,,chip-report#Nowhere,\n");
        File.WriteAllText(Path.Combine(bundle, "entities", "unheard.csv"), "id,name\n");
        var result = await Cli.RunAsync("validate", bundle);

        Assert.Equal((ExitStatus.Failed, ""), (result.Status, result.Error));
        Assert.Contains("entities/unheard.csv: UNKNOWN_KIND ", result.Output, StringComparison.Ordinal);
        Assert.Contains($"relations/uses.csv:{lines + 1}:1: DANGLING_END ", result.Output, StringComparison.Ordinal);
        Assert.Contains($"relations/uses.csv:{lines + 2}:", result.Output, StringComparison.Ordinal);
        Assert.Contains("UNKNOWN_LOCATOR", result.Output, StringComparison.Ordinal);
        Assert.Contains(" 3 problems, ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_bundle_is_a_problem_too()
    {
        var result = await Cli.RunAsync("validate", _workspace.Folder);
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Contains("NOT_A_BUNDLE", result.Output, StringComparison.Ordinal);
        Assert.Contains("0 facts, 2 problems, 0 warnings", result.Output, StringComparison.Ordinal);
    }
}
