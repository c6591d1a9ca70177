using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>One sort of CSV file of a bundle: its columns, how a row of it becomes a fact, and how a fact becomes a row of it.</summary>
internal abstract class FactTable
{
    /// <summary>Every file that a bundle of an ontology may have.</summary>
    public static IEnumerable<FactTable> Of(Ontology ontology) =>
    [
        new SourcesTable(ontology), new LocatorTable(), new IndicatorTable(), new ObservationTable(), new DerivationTable(), new ConflictTable(), new MergeTable(), new ProjectionTable(),
        .. ontology.Kinds.Where(k => !k.IsDocument).Select(k => new EntityTable(k)),
        .. ontology.Relations.Select(r => new RelationTable(r)),
    ];

    /// <summary>The file, relative to the bundle.</summary>
    public abstract string File { get; }

    /// <summary>Every column that the file may have, in the order in which it is written.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The columns that the file must have.</summary>
    public abstract IReadOnlyList<string> Required { get; }

    /// <summary>The columns by which the rows are expected to be sorted, so that changes are easy to follow; empty for any order.</summary>
    public virtual IReadOnlyList<string> SortedBy => [];

    /// <summary>True if the fact stands in this file.</summary>
    public abstract bool Holds(Fact fact);

    /// <summary>The fact of the row on which the reader stands.</summary>
    public abstract Fact Read(RowReader row);

    /// <summary>Fills a row with a fact of the file: the inverse of <see cref="Read"/>.</summary>
    public abstract void Write(Fact fact, RowWriter row);
}
