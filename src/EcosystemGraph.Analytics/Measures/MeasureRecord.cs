using System.Runtime.InteropServices;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>How a result was made from its graph.</summary>
/// <param name="Measure">The measure's name, in kebab case.</param>
/// <param name="Parameters">Every parameter, the defaults filled in; the seed is one of them where the measure draws.</param>
/// <param name="Seed">The seed; null where nothing is drawn.</param>
/// <param name="Version">The version of the algorithm and of what it ran on.</param>
/// <param name="Elapsed">Seconds, from the graph to the digest; not part of <paramref name="Digest"/>.</param>
/// <param name="Digest">The result's digest, see <see cref="ScoreDigest"/>: results are equal if their digests are.</param>
/// <param name="Warnings">What a reader of the result should know.</param>
public record MeasureRecord(
    string Measure,
    IReadOnlyDictionary<string, object?> Parameters,
    int? Seed,
    string Version,
    double Elapsed,
    string Digest,
    IReadOnlyList<string> Warnings)
{
    private static readonly string Platform =
        $"kernels {typeof(CsrGraph).Assembly.GetName().Version?.ToString(3)}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}";

    /// <summary>The version of an algorithm with what it runs on: the last bits of logarithms may differ between operating systems.</summary>
    internal static string VersionOf(string algorithm, int version) => $"{algorithm} {version}; {Platform}";
}
