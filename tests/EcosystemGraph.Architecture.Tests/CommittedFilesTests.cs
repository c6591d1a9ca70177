using System.Text.RegularExpressions;

namespace EcosystemGraph.Architecture.Tests;

/// <summary>The tree is the same for everybody: it names no machine and no package registry.</summary>
public sealed partial class CommittedFilesTests
{
    private const string ContinuousIntegration = ".ci/run";

    [Fact]
    public void No_lock_file_names_a_registry()
    {
        var locks = SourceTree.Files.Where(file => Path.GetFileName(file) is "packages.lock.json" or "package-lock.json").ToArray();
        Assert.Contains(locks, file => file.EndsWith("/package-lock.json", StringComparison.Ordinal));
        Assert.Contains(locks, file => file.EndsWith("/packages.lock.json", StringComparison.Ordinal));
        Rule.Holds(locks.Where(file => Registry().IsMatch(SourceTree.Read(file))));
    }

    [Fact]
    public void No_file_names_a_place_on_one_machine() =>
        Rule.Holds(SourceTree.Files
            .Where(file => file != ContinuousIntegration)
            .SelectMany(file => MachinePath().Matches(SourceTree.Read(file)).Select(match => $"{file}: {match.Value}")));

    [Theory]
    [InlineData("""  "resolved": "https://registry.example/react/-/react-19.0.0.tgz",""")]
    [InlineData("""  "resolved": "http://localhost:4873/react.tgz",""")]
    public void A_lock_file_with_a_registry_is_noticed(string line) => Assert.Matches(Registry(), line);

    [Theory]
    [InlineData("""  "integrity": "sha512-AAAA//8=",""")]
    [InlineData("""  "url": "https://github.com/sponsors/somebody",""")]
    public void Hashes_and_sponsors_are_no_registry(string line) => Assert.DoesNotMatch(Registry(), line);

    // Each example is in two parts: whole, it would be such a place itself.
    [Theory]
    [InlineData("see ../sha", "red/notes.md")]
    [InlineData("cat /ho", "me/ada/graph.db")]
    [InlineData("(/ro", "ot/.nuget)")]
    [InlineData("path=\"/wo", "rk/main\"")]
    [InlineData("at /tm", "p/build/x.cs")]
    [InlineData("/Use", "rs/ada/src")]
    [InlineData(@"C:\Use", @"rs\ada")]
    public void A_file_with_a_place_on_one_machine_is_noticed(string start, string end) => Assert.Matches(MachinePath(), start + end);

    [Theory]
    [InlineData("https://example.org/work/of/art")]
    [InlineData("../EcosystemGraph.Model/EcosystemGraph.Model.csproj")]
    [InlineData("/usr/local/bin/node, /data, /health/ready")]
    public void Addresses_and_places_inside_the_tree_or_an_image_are_fine(string text) => Assert.DoesNotMatch(MachinePath(), text);

    [GeneratedRegex("\"resolved\"\\s*:\\s*\"https?://")]
    private static partial Regex Registry();

    [GeneratedRegex(@"\.\./shared\b|(?<![\w.-])/(work|farm|home|root|Users|tmp)/[\w.]+|\b[A-Z]:\\Users\\", RegexOptions.Multiline)]
    private static partial Regex MachinePath();
}
