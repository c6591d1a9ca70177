using EcosystemGraph.Ingest.Bundles;

namespace EcosystemGraph.App.Output;

/// <summary>Shows what a validation found: problems, warnings, coverage, and their numbers last, where the eye is.</summary>
internal static class ValidationReport
{
    /// <summary>Writes it.</summary>
    public static void Write(Terminal terminal, Bundle bundle)
    {
        var output = terminal.Output;
        foreach (var problem in bundle.Problems) output.WriteLine(problem);
        foreach (var warning in bundle.Warnings) output.WriteLine($"warning: {warning}");
        if (bundle.Facts.Count > 0) CoverageTable.Write(terminal, bundle);
        output.WriteLine($"{bundle.Facts.Count} facts, {Count(bundle.Problems.Count, "problem")}, {Count(bundle.Warnings.Count, "warning")}");
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
