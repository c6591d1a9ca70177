using EcosystemGraph.Analytics.Measures;

namespace EcosystemGraph.Analytics.Tests.Measures;

public sealed class MeasureDocumentationTests
{
    [Fact]
    public void The_page_of_measures_is_that_of_the_catalogue()
    {
        var path = Path.Combine(Root(), "docs", "measures.md");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, MeasureDocumentation.Markdown());
            return;
        }

        Assert.True(File.Exists(path), $"{path} is missing; run the tests with APPROVE=1 and review it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), MeasureDocumentation.Markdown());
    }

    [Fact]
    public void Every_measure_stands_on_the_page()
    {
        var page = MeasureDocumentation.Markdown();
        Assert.All(MeasureCatalog.All, m => Assert.Contains($"\n### {m.Name}\n", page, StringComparison.Ordinal));
    }

    private static string Root()
    {
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            if (File.Exists(Path.Combine(up.FullName, "EcosystemGraph.sln"))) return up.FullName;
        }

        throw new DirectoryNotFoundException($"no solution above {AppContext.BaseDirectory}");
    }
}
