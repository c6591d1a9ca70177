using System.Text.Json;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>What <c>bundle.json</c> says of a bundle; members that are not known are left alone.</summary>
internal sealed record BundleDescription(string Name, string Title, string Description)
{
    /// <summary>Reads the file; null, with the reason among the problems, if it does not say what it must.</summary>
    public static BundleDescription? Read(string text, List<Problem> problems)
    {
        const string File = BundleFiles.Description;
        var count = problems.Count;
        try
        {
            using var json = JsonDocument.Parse(text);
            var name = Text(json.RootElement, "name", problems);
            var title = Text(json.RootElement, "title", problems);
            var description = Text(json.RootElement, "description", problems);
            if (name.Length > 0 && !Names.IsSlug(name))
                problems.Add(new Problem(ProblemCode.InvalidId, $"name: '{name}' is not an id; expected a slug of a-z, 0-9 and inner hyphens", File));
            return problems.Count == count ? new BundleDescription(name, title, description) : null;
        }
        catch (JsonException error)
        {
            problems.Add(new Problem(ProblemCode.Syntax, "the file is not JSON", File, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1));
            return null;
        }
    }

    private static string Text(JsonElement root, string member, List<Problem> problems)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text
            && Names.Normalize(text) is { Length: > 0 } normal) return normal;
        problems.Add(new Problem(ProblemCode.MissingValue, $"the member \"{member}\" is missing or not a text", BundleFiles.Description));
        return "";
    }
}
