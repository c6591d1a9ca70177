using EcosystemGraph.Ingest.Csv;
using EcosystemGraph.Ingest.Loading;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>Reads and validates a bundle folder; collects everything that is wrong with it.</summary>
internal sealed class BundleReader(string folder, IProgress<LoadProgress>? progress)
{
    private readonly ReadingState _state = new();
    private readonly FactPlaces _places = new();
    private readonly List<Fact> _facts = [];
    private readonly List<(CsvTable Table, FactTable Form)> _tables = [];

    private List<Problem> Problems => _state.Problems.Items;

    public Bundle Read()
    {
        var files = BundleFiles.Read(folder, Problems, (done, total) => progress?.Report(new LoadProgress(LoadPhase.Reading, done, total)));
        if (files is null) return new Bundle(folder, null, null, [], _places, Problems, []);
        var description = files.Texts.TryGetValue(BundleFiles.Description, out var json) ? BundleDescription.Read(json, Problems) : null;
        var ontology = ReadOntology(files);
        var forms = ontology is null ? null : FactTable.Of(ontology).ToDictionary(f => f.File, StringComparer.Ordinal);
        foreach (var (path, text) in files.Texts)
        {
            if (!path.EndsWith(".csv", StringComparison.Ordinal)) continue;
            var table = CsvTokenizer.Read(text, path, _state.Pool, Problems);
            if (table is not null && forms is not null) ReadTable(table, ontology!, forms);
        }

        IReadOnlyList<Problem> warnings = [];
        if (ontology is not null)
        {
            Validate(ontology);
            warnings = BundleWarnings.Find(_facts, _places, _tables, ontology);
        }

        var manifest = description is null || ontology is null ? null : new BundleManifest(description.Name, description.Title, description.Description, ontology.Sdl, files.Hash);
        return new Bundle(folder, manifest, ontology, _facts, _places, Sorted(Problems), Sorted(warnings));
    }

    private Ontology? ReadOntology(BundleFiles files)
    {
        if (!files.Texts.TryGetValue(BundleFiles.Ontology, out var sdl)) return null;
        try
        {
            return OntologyReader.Read(sdl);
        }
        catch (InvalidInputException error)
        {
            Problems.AddRange(error.Problems);
            return null;
        }
    }

    private void ReadTable(CsvTable table, Ontology ontology, Dictionary<string, FactTable> forms)
    {
        if (!forms.TryGetValue(table.File, out var form))
        {
            var expected = table.File.StartsWith(BundleFiles.EntityFolder, StringComparison.Ordinal) ? $"the file of a kind: {string.Join(", ", ontology.Kinds.Where(k => !k.IsDocument).Select(k => k.File))}"
                : table.File.StartsWith(BundleFiles.RelationFolder, StringComparison.Ordinal) ? $"the file of a relation: {string.Join(", ", ontology.Relations.Select(r => r.File))}"
                : "sources, locators, indicators, observations, derivations, conflicts, merges or projections";
            Problems.Add(new Problem(ProblemCode.UnknownKind, $"'{table.File}' belongs to nothing of the ontology; expected {expected}", table.File));
            return;
        }

        _tables.Add((table, form));
        foreach (var cell in table.Header.Where(c => !form.Columns.Contains(c.Text)))
            _state.Problems.AddCell(ProblemCode.UnknownProperty, table, cell, $"'{cell.Text}' is not a column of {table.File}; expected one of {string.Join(", ", form.Columns)}");
        foreach (var column in form.Required.Where(c => table.Column(c) < 0)) _state.Problems.AddMissingColumn(table, column);
        var row = new RowReader(table, _state);
        foreach (var cells in table.Rows)
        {
            row.Row = cells;
            var fact = form.Read(row);
            _facts.Add(fact);
            _places.Add(fact, table, cells);
        }
    }

    private void Validate(Ontology ontology)
    {
        progress?.Report(new LoadProgress(LoadPhase.Validating, 0, _facts.Count));
        var changes = new ChangeSet { Id = folder, Origin = Origin.Bundle, Upserts = _facts };
        foreach (var problem in ChangeSetValidator.Validate(ontology, changes, EmptyLookup.Instance))
        {
            if (_places.TryFind(problem.Fact!, problem.Member, ontology, out var table, out var cell, out var column) && _state.Problems.IsReported(table, cell, column)) continue;
            Problems.Add(_places.Place(problem, ontology));
        }

        progress?.Report(new LoadProgress(LoadPhase.Validating, _facts.Count, _facts.Count));
    }

    private static List<Problem> Sorted(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];
}
