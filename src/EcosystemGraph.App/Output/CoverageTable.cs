using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Model.Facts;
using Spectre.Console;

namespace EcosystemGraph.App.Output;

/// <summary>Shows how many rows of each kind cite which document. A row that cites two counts for both, and once in the total.</summary>
internal static class CoverageTable
{
    private const string Observations = "observations";
    private const string Conflicts = "conflicts";

    /// <summary>Writes it.</summary>
    public static void Write(Terminal terminal, Bundle bundle)
    {
        var statements = bundle.Facts.OfType<Statement>().ToArray();
        string[] documents = [.. statements.SelectMany(Documents).Distinct().Order(StringComparer.Ordinal)];
        var table = new Table().Border(TableBorder.Simple).AddColumn("rows citing");
        foreach (var document in documents) table.AddColumn(new TableColumn(new Text(document)).RightAligned());
        table.AddColumn(new TableColumn("rows").RightAligned());
        foreach (var kind in statements.GroupBy(KindOf).OrderBy(k => k.Key.Order).ThenBy(k => k.Key.Name, StringComparer.Ordinal))
        {
            var cited = kind.SelectMany(Documents).CountBy(document => document).ToDictionary(StringComparer.Ordinal);
            int[] counts = [.. documents.Select(document => cited.GetValueOrDefault(document)), kind.Count()];
            table.AddRow([new Text(kind.Key.Name), .. counts.Select(count => new Text(count == 0 ? "" : count.ToString()))]);
        }

        terminal.Canvas().Write(table);
    }

    private static IEnumerable<string> Documents(Statement statement) => statement.Citations.Select(citation => citation.Document).Distinct();

    // Entities before relations before the rest.
    private static (int Order, string Name) KindOf(Statement statement) => statement switch
    {
        EntityStatement entity => (0, entity.Kind),
        RelationStatement relation => (1, relation.Kind),
        ObservationStatement => (2, Observations),
        _ => (3, Conflicts),
    };
}
