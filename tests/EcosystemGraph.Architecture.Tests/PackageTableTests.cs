using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EcosystemGraph.Architecture.Tests;

/// <summary>The README says of every package what it is for.</summary>
public sealed partial class PackageTableTests
{
    [Fact]
    public void Every_package_is_in_the_table_of_the_readme() =>
        Rule.Holds(Unexplained(XDocument.Parse(SourceTree.Read("Directory.Packages.props")), SourceTree.Read("README.md")));

    [Theory]
    [InlineData("| `Known.Package` | reads files |")]
    [InlineData("| `Known.Package` | reads files |\n| `Other.Package.More` | writes files |")]
    [InlineData("| `Known.Package` | reads files |\n`Other.Package` writes files.")]
    [InlineData("| `Known.Package` | reads files |\n| `Other.Package` | |")]
    public void A_package_that_is_not_explained_is_noticed(string table)
    {
        var packages = XDocument.Parse(
            """<Project><ItemGroup><PackageVersion Include="Known.Package" /><PackageVersion Include="Other.Package" /></ItemGroup></Project>""");
        Assert.Equal(["Other.Package"], Unexplained(packages, table));
    }

    private static IEnumerable<string> Unexplained(XDocument packages, string readme)
    {
        var explained = Row().Matches(readme).Select(row => row.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return packages.Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value).Where(name => !explained.Contains(name));
    }

    [GeneratedRegex(@"^\| *`(?<name>[\w.-]+)`[^|\n]*\|[^|\n]*\w", RegexOptions.Multiline)]
    private static partial Regex Row();
}
