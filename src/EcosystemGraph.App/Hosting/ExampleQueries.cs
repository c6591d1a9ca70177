using System.Text.Json;

namespace EcosystemGraph.App.Hosting;

/// <summary>A query of the bundle, to start from.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Title">The file's first comment: the question that it answers.</param>
/// <param name="Query">The file.</param>
internal sealed record ExampleQuery(string Name, string Title, string Query);

/// <summary>The example queries of a bundle: <c>queries/*.graphql</c>, by name.</summary>
internal static class ExampleQueries
{
    private const string Folder = "queries";

    /// <summary>Reads them; none if the bundle has none.</summary>
    public static IReadOnlyList<ExampleQuery> Read(string bundleFolder)
    {
        var folder = Path.Combine(bundleFolder, Folder);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.graphql").Order(StringComparer.Ordinal).Select(ReadFile)]
            : [];
    }

    /// <summary>Writes them as the page reads them.</summary>
    public static byte[] ToJson(IReadOnlyList<ExampleQuery> examples)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonAnswer.Readable))
        {
            writer.WriteStartArray();
            foreach (var example in examples)
            {
                writer.WriteStartObject();
                writer.WriteString("name", example.Name);
                writer.WriteString("title", example.Title);
                writer.WriteString("query", example.Query);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static ExampleQuery ReadFile(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var name = Path.GetFileNameWithoutExtension(path);
        var title = text.Split('\n').FirstOrDefault(line => line.StartsWith('#'))?.TrimStart('#').Trim();
        return new ExampleQuery(name, string.IsNullOrEmpty(title) ? name : title, text);
    }
}
