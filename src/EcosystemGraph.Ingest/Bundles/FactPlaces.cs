using EcosystemGraph.Ingest.Csv;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>The place in a bundle at which something stands.</summary>
/// <param name="File">The file, relative to the bundle.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column of the cell's first character, from 1.</param>
public readonly record struct FactPlace(string File, int Line, int Column)
{
    /// <summary><c>file:line</c>.</summary>
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>Remembers the row from which each fact was read.</summary>
internal sealed class FactPlaces
{
    private readonly Dictionary<Fact, (CsvTable Table, CsvCell[] Row)> _rows = new(ReferenceEqualityComparer.Instance);

    public void Add(Fact fact, CsvTable table, CsvCell[] row) => _rows.Add(fact, (table, row));

    /// <summary>The row of a fact, and the cell of one of its members; the row's first cell if it has none.</summary>
    public bool TryFind(Fact fact, string? member, Ontology ontology, out CsvTable table, out CsvCell cell, out string? column)
    {
        cell = default;
        column = null;
        if (!_rows.TryGetValue(fact, out var place))
        {
            table = null!;
            return false;
        }

        table = place.Table;
        column = Column(fact, member, table, ontology);
        var index = column is null ? -1 : table.Column(column);
        cell = place.Row[Math.Max(index, 0)];
        return true;
    }

    /// <summary>The problem of a fact with its place, and with the place of the fact with which it clashes.</summary>
    public Problem Place(FactProblem problem, Ontology ontology)
    {
        var message = problem.Other is { } other && TryFind(other, null, ontology, out var otherTable, out var otherCell, out _)
            ? $"{problem.Message}; the first is at {otherTable.File}:{otherCell.Line}"
            : problem.Message;
        return problem.Fact is { } fact && TryFind(fact, problem.Member, ontology, out var table, out var cell, out _)
            ? new Problem(problem.Code, message, table.File, cell.Line, cell.Column)
            : new Problem(problem.Code, message);
    }

    /// <summary>The column that holds a member: its own name but for a few.</summary>
    private static string? Column(Fact fact, string? member, CsvTable table, Ontology ontology) => (fact, member) switch
    {
        (_, "citations") => "cite",
        (_, "reference") => "ref",
        (EntityStatement, "documentType") => SourcesTable.TypeColumn,
        (RelationStatement relation, "key") when table.Column("key") < 0 => ontology.Relation(relation.Kind)?.KeyProperty,
        _ => member,
    };
}
