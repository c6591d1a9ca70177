using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcosystemGraph.Ingest.Csv;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>Writes facts down as a bundle: the inverse of <see cref="Bundle.Read"/>.</summary>
/// <remarks>
/// Reading what was written gives equal facts, their ordinals counted anew, if the texts of lists have no <c>|</c> and texts are trimmed and in NFC, as those of a bundle are.
/// Rows are sorted by subject, then by the order of the statements. Columns that no row fills are left out.
/// </remarks>
public static class BundleWriter
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a bundle folder. It appears whole or not at all. O(facts log facts).</summary>
    /// <param name="folder">A folder that does not exist yet.</param>
    /// <param name="manifest">The bundle's description and ontology; the hash is not written.</param>
    /// <param name="facts">The facts, at most one of a key; no retractions.</param>
    /// <exception cref="IOException">The folder exists, or cannot be written.</exception>
    /// <exception cref="Model.InvalidInputException">The manifest's ontology cannot be read.</exception>
    public static void Write(string folder, BundleManifest manifest, IReadOnlyCollection<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(facts);
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.Exists(folder)) throw new IOException($"'{folder}' exists already; expected the name of a new folder");
        var ontology = OntologyReader.Read(manifest.Ontology);
        var partial = $"{folder}.{Guid.NewGuid():N}.partial";
        Directory.CreateDirectory(partial);
        try
        {
            var description = JsonSerializer.Serialize(new { name = manifest.Name, title = manifest.Title, description = manifest.Description }, Json);
            WriteText(partial, BundleFiles.Description, description + "\n");
            WriteText(partial, BundleFiles.Ontology, manifest.Ontology);
            foreach (var table in FactTable.Of(ontology)) WriteTable(partial, table, facts.Where(table.Holds));
            Directory.Move(partial, folder);
        }
        catch
        {
            Directory.Delete(partial, recursive: true);
            throw;
        }
    }

    private static void WriteTable(string folder, FactTable table, IEnumerable<Fact> facts)
    {
        var rows = new List<RowWriter>();
        foreach (var fact in Sorted(facts))
        {
            var row = new RowWriter();
            table.Write(fact, row);
            rows.Add(row);
        }

        if (rows.Count == 0) return;
        var columns = table.Columns.Where(c => table.Required.Contains(c) || rows.Any(r => r[c] is not null)).ToList();
        var text = new CsvText();
        text.Row(columns);
        foreach (var row in rows) text.Row(columns.Select(c => row[c]));
        WriteText(folder, table.File, text.ToString());
    }

    private static IEnumerable<Fact> Sorted(IEnumerable<Fact> facts) =>
        facts.OrderBy(Group, StringComparer.Ordinal).ThenBy(f => f is RelationStatement r ? r.To : "", StringComparer.Ordinal)
            .ThenBy(f => f is Statement and not ConflictSideFact ? f.Key.Subject : "", StringComparer.Ordinal).ThenBy(f => f.Ordinal).ThenBy(f => f.Key);

    /// <summary>What the rows of a file are sorted by first; the same for all where their ordinal is their place in the file.</summary>
    private static string Group(Fact fact) => fact switch
    {
        RelationStatement relation => relation.From,
        ObservationStatement observation => observation.Subject,
        ConflictSideFact side => side.Conflict,
        IndicatorFact or DerivationFact or ProjectionFact => "",
        _ => fact.Key.Subject,
    };

    private static void WriteText(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
