using EcosystemGraph.App.Commands;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Storage;
using Spectre.Console;

namespace EcosystemGraph.App.Output;

/// <summary>Shows what the program and the database are.</summary>
internal static class AboutText
{
    /// <summary>Writes it.</summary>
    public static void Write(Terminal terminal, GraphSnapshot graph, StoreDescription store)
    {
        var output = terminal.Output;
        output.WriteLine($"{CommandLine.Program} {ProgramVersion.Text}");
        output.WriteLine($"{graph.Manifest.Title} ({graph.Manifest.Name}), bundle {graph.Manifest.Hash[..12]}");
        output.WriteLine($"{store.Kind} '{store.Location}', revision {graph.Revision}");
        output.WriteLine($"{graph.Entities.Count} entities, {graph.Relations.Count} relations, {graph.Observations.All.Count} observations");

        var table = new Table().Border(TableBorder.Simple).AddColumn("kind").AddColumn(new TableColumn("entities").RightAligned());
        foreach (var kind in graph.Ontology.Kinds) table.AddRow(new Text(kind.Name), new Text(graph.Entities.OfKind(kind).Length.ToString()));
        terminal.Canvas().Write(table);
    }
}
