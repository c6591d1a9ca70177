using EcosystemGraph.Analytics.Measures;

namespace EcosystemGraph.Analytics.Tests.Measures;

public sealed class MeasureDocumentationTests
{
    [Fact]
    public void Every_measure_stands_on_the_page_with_all_that_it_declares()
    {
        var page = MeasureDocumentation.Markdown();
        Assert.All(MeasureCatalog.All, m =>
        {
            var start = page.IndexOf($"\n### {m.Name}\n", StringComparison.Ordinal);
            Assert.NotEqual(-1, start);
            var end = page.IndexOf("\n##", start + 4, StringComparison.Ordinal);
            var section = end < 0 ? page[start..] : page[start..end];
            Assert.Contains(m.Description, section, StringComparison.Ordinal);
            Assert.Contains(m.Paper, section, StringComparison.Ordinal);
            Assert.All(m.Parameters, p => Assert.Contains($"- `{p.Name}`", section, StringComparison.Ordinal));
        });
    }
}
