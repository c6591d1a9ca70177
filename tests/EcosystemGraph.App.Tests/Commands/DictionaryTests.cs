using EcosystemGraph.App.Tests.Support;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.App.Tests.Commands;

public sealed class DictionaryTests
{
    [Fact]
    public async Task A_small_bundles_dictionary_is_as_approved() =>
        Approved.Equal("dictionary-semiconductors", (await Cli.RunAsync("dictionary", TestBundles.Semiconductors)).Output.ReplaceLineEndings("\n"));

    [Fact]
    public async Task Every_indicator_of_the_shipped_bundle_has_its_figures_and_documents()
    {
        var result = await Cli.RunAsync("dictionary", TestBundles.Shipped);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
        foreach (var row in File.ReadLines(Path.Combine(TestBundles.Shipped, "indicators.csv")).Skip(1))
            Assert.Contains($"\n| {row.Split(',')[0]} | ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_with_problems_has_none()
    {
        using var workspace = new Workspace();
        var bundle = workspace.CopyOfBundle();
        File.AppendAllText(Path.Combine(bundle, "relations", "uses.csv"), "nobody,neon,,chip-report#Table 2,\n");
        var result = await Cli.RunAsync("dictionary", bundle);
        Assert.Equal((ExitStatus.Failed, ""), (result.Status, result.Output));
        Assert.Contains("nobody", result.Error, StringComparison.Ordinal);
    }
}
