using System.Globalization;
using System.Text.Json;
using EcosystemGraph.Ingest.Csv;
using EcosystemGraph.Model;

namespace EcosystemGraph.App.Analysis;

/// <summary>One result read from a file that <c>analyze</c> wrote, or another tool in the same columns.</summary>
/// <param name="Name">The name of the value's column, or of the measure.</param>
/// <param name="IsPartition">Whether values are names of groups; they are scores otherwise.</param>
/// <param name="Values">The value of each row by its key; a null is undefined.</param>
internal sealed record ResultFile(string Name, bool IsPartition, IReadOnlyDictionary<string, string?> Values)
{
    private const string Community = "community";
    private const string KeySeparator = " – ";

    // What says what a row is of; of an edge its id does, its ends are there to read.
    private static readonly string[] Keys = ["edge", "id", "source", "target", "name"];
    private static readonly string[] NotValues = ["rank"];

    /// <summary>Reads a file, CSV or JSON by its ending.</summary>
    /// <param name="path">The file.</param>
    /// <param name="measure">The measure or column; null for the only one.</param>
    /// <exception cref="UsageException">It holds no such result.</exception>
    public static ResultFile Read(string path, string? measure)
    {
        try
        {
            return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ReadJson(path, measure) : ReadCsv(path, measure);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be read: {error.Message}", error);
        }
        catch (Exception error) when (error is InvalidInputException or JsonException)
        {
            throw new UsageException($"'{path}' is no result: {error.Message}", error);
        }
    }

    /// <summary>The score of each key, NaN where it is undefined.</summary>
    /// <exception cref="UsageException">A value is no number.</exception>
    public Dictionary<string, double> Scores() => Values.ToDictionary(v => v.Key, v => v.Value is null
        ? double.NaN
        : double.TryParse(v.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new UsageException($"{Name} of '{v.Key}' is '{v.Value}'; expected a number"), StringComparer.Ordinal);

    private static ResultFile ReadCsv(string path, string? measure)
    {
        var file = CsvFile.Read(path);
        var header = file.Header.ToList();
        var keys = KeyColumns(header);
        string[] values = [.. header.Where(h => !Keys.Contains(h) && !NotValues.Contains(h))];
        var name = Choose(path, measure, values);
        var column = header.IndexOf(name);
        var rows = file.Rows.Select(row => (Key: string.Join(KeySeparator, keys.Select(k => row[k])), Value: row[column].Length == 0 ? null : row[column]));
        return new ResultFile(name, name == Community, Collect(path, rows));
    }

    private static ResultFile ReadJson(string path, string? measure)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("results", out var results) || results.ValueKind != JsonValueKind.Array)
            throw new UsageException($"'{path}' is no result: it has no list 'results'");
        var byName = results.EnumerateArray().ToDictionary(r => r.GetProperty("measure").GetString()!, StringComparer.Ordinal);
        var name = Choose(path, measure, [.. byName.Keys]);
        var isPartition = byName[name].GetProperty("scope").GetString() == "partition";
        var rows = byName[name].GetProperty("rows").EnumerateArray().Select(row =>
        {
            var members = row.EnumerateObject().ToList();
            var value = members.First(m => !Keys.Contains(m.Name) && !NotValues.Contains(m.Name)).Value;
            var keys = KeyColumns(members.ConvertAll(m => m.Name));
            return (string.Join(KeySeparator, keys.Select(k => members[k].Value.ToString())), value.ValueKind == JsonValueKind.Null ? null : value.ToString());
        });
        return new ResultFile(name, isPartition, Collect(path, rows));
    }

    private static int[] KeyColumns(List<string> names) => names.Contains(Keys[0])
        ? [names.IndexOf(Keys[0])]
        : [.. Keys.Where(names.Contains).Select(key => names.IndexOf(key))];

    private static string Choose(string path, string? measure, string[] names)
    {
        if (measure is not null) return names.Contains(measure) ? measure : throw new UsageException($"'{path}' has no '{measure}'; it has {string.Join(", ", names)}");
        return names.Length switch
        {
            1 => names[0],
            0 => throw new UsageException($"'{path}' is no result: it has no column beside {string.Join(", ", Keys)}"),
            _ => throw new UsageException($"'{path}' has several results; expected --measure with one of {string.Join(", ", names)}"),
        };
    }

    private static Dictionary<string, string?> Collect(string path, IEnumerable<(string Key, string? Value)> rows)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, value) in rows)
        {
            if (!values.TryAdd(key, value)) throw new UsageException($"'{path}' has '{key}' twice; expected a row for each");
        }

        return values;
    }
}
