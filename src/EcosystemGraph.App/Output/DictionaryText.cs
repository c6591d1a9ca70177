using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.App.Output;

/// <summary>Writes what the words of a bundle mean and how often each occurs, as Markdown.</summary>
/// <param name="output">Where to.</param>
/// <param name="bundle">A valid bundle.</param>
internal sealed class DictionaryText(TextWriter output, Bundle bundle)
{
    private readonly Ontology _ontology = bundle.Ontology!;
    private readonly Dictionary<string, List<EntityStatement>> _entities = bundle.Facts.OfType<EntityStatement>().GroupBy(s => s.Kind).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
    private readonly Dictionary<string, List<RelationStatement>> _relations = bundle.Facts.OfType<RelationStatement>().GroupBy(s => s.Kind).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    /// <summary>Writes it.</summary>
    public void Write()
    {
        output.WriteLine($"# {bundle.Manifest!.Title}");
        output.WriteLine();
        output.WriteLine($"{bundle.Manifest.Description} Counts are of entities, relations and figures, each once; documents are those that are cited.");
        WriteDocuments();
        WriteInterfaces();
        foreach (var kind in _ontology.Kinds.Where(k => !k.IsDocument)) WriteKind(kind);
        foreach (var relation in _ontology.Relations) WriteRelation(relation);
        WriteEnums();
        WriteIndicators();
        WriteDerivations();
    }

    private void WriteDocuments()
    {
        var cited = bundle.Facts.OfType<Statement>().SelectMany(s => s.Citations.Select(c => c.Document).Distinct()).CountBy(d => d).ToDictionary(StringComparer.Ordinal);
        Title("Documents");
        Header("id", "type", "name", "author", "date", "rows citing");
        foreach (var document in _entities.GetValueOrDefault(_ontology.Document.Name, []).Where(s => s.Ordinal == 0).OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            var properties = document.Properties;
            Row(document.Id, Lower(properties["documentType"]), document.Name, properties["author"], properties["date"], cited.GetValueOrDefault(document.Id));
        }
    }

    private void WriteInterfaces()
    {
        Title("Interfaces");
        Header("name", "meaning", "kinds");
        foreach (var type in _ontology.Interfaces) Row(type.Name, type.Description, string.Join(", ", type.Kinds.Select(k => k.Name)));
    }

    private void WriteKind(EntityKind kind)
    {
        var statements = _entities.GetValueOrDefault(kind.Name, []);
        Title($"{kind.Name}: {statements.DistinctBy(s => s.Id).Count()}");
        Paragraph(kind.Description, Documents(statements));
        if (kind.Properties.Count > 0)
        {
            Header("property", "type", "meaning", "known of", "documents");
            foreach (var property in kind.Properties)
            {
                var filled = statements.Where(s => s.Properties[property.Name] is not null).ToList();
                Row(property.Name, property.TypeText, property.Description, filled.DistinctBy(s => s.Id).Count(), Documents(filled));
            }
        }

        if (kind.Fields.Count == 0) return;
        output.WriteLine();
        Header("field", "relation", "to", "meaning");
        foreach (var field in kind.Fields) Row(field.Name, Arrow(field), field.Target.Name, field.Description);
    }

    private void WriteRelation(RelationKind relation)
    {
        var statements = _relations.GetValueOrDefault(relation.Name, []);
        Title($"{relation.Name}: {statements.DistinctBy(Id).Count()}");
        Paragraph(relation.Description ?? $"{(relation.Undirected ? "Symmetric." : "Directed.")}{(relation.Contains ? " The start lies in the end." : "")}", Documents(statements));
        if (relation.Properties.Count == 0) return;
        Header("property", "type", "meaning", "known of", "documents");
        foreach (var property in relation.Properties)
        {
            var filled = statements.Where(s => s.Properties[property.Name] is not null).ToList();
            Row(property.Name, property.TypeText, property.Description, filled.DistinctBy(Id).Count(), Documents(filled));
        }
    }

    private void WriteEnums()
    {
        Title("Values");
        Header("type", "meaning", "values");
        foreach (var type in _ontology.Enums) Row(type.Name, type.Description, string.Join(", ", type.Values.Select(v => v.Name)));
    }

    private void WriteIndicators()
    {
        var figures = bundle.Facts.OfType<ObservationStatement>().ToLookup(o => o.Indicator, StringComparer.Ordinal);
        Title("Indicators");
        Header("id", "name", "definition", "units", "complete", "figures", "documents");
        foreach (var indicator in bundle.Facts.OfType<IndicatorFact>().OrderBy(i => i.Id, StringComparer.Ordinal))
        {
            var own = figures[indicator.Id].ToList();
            Row(indicator.Id, indicator.Name, indicator.Definition, string.Join(", ", indicator.Units), indicator.Complete ? "yes" : "", own.DistinctBy(o => o.Id).Count(), Documents(own));
        }
    }

    private void WriteDerivations()
    {
        Title("Derivations");
        Header("id", "figure", "computed as", "note");
        foreach (var derivation in bundle.Facts.OfType<DerivationFact>().OrderBy(d => d.Id, StringComparer.Ordinal))
            Row(derivation.Id, derivation.Stated ?? derivation.Derived, $"{derivation.Rule} {derivation.Parts}", derivation.Note);
    }

    private static string Id(RelationStatement statement) => RelationId.Format(statement.Kind, statement.From, statement.To, statement.RelationKey);

    private static string Arrow(RelationField field) => field.Direction switch
    {
        RelationDirection.Out => $"{field.Relation.Name} →",
        RelationDirection.In => $"← {field.Relation.Name}",
        _ => $"{field.Relation.Name} ↔",
    };

    private static string Documents(IEnumerable<Statement> statements) =>
        string.Join(", ", statements.SelectMany(s => s.Citations).Select(c => c.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string? Lower(object? word) => (word as string)?.ToLowerInvariant();

    private void Title(string text)
    {
        output.WriteLine();
        output.WriteLine($"## {text}");
        output.WriteLine();
    }

    private void Paragraph(string? meaning, string documents)
    {
        var text = documents.Length == 0 ? meaning : $"{meaning} In {documents}.";
        output.WriteLine(text?.Trim());
        output.WriteLine();
    }

    private void Header(params string[] cells)
    {
        output.WriteLine($"| {string.Join(" | ", cells)} |");
        output.WriteLine($"|{string.Concat(cells.Select(_ => "---|"))}");
    }

    /// <summary>A row of a table; a bar within a cell is escaped, as Markdown has it.</summary>
    private void Row(params object?[] cells)
    {
        var texts = cells.Select(c => PropertyTextOf(c).Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" "));
        output.WriteLine($"| {string.Join(" | ", texts)} |");
    }

    private static string PropertyTextOf(object? value) => value switch
    {
        null => "",
        PartialDate date => date.Text,
        _ => value.ToString() ?? "",
    };
}
