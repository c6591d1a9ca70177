using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>One sort of CSV file of a bundle: its columns, and how a row of it becomes a fact.</summary>
internal abstract class FactTable
{
    /// <summary>The columns that the file must have.</summary>
    public abstract IReadOnlyList<string> Required { get; }

    /// <summary>The columns that it may have beside them.</summary>
    public abstract IEnumerable<string> Optional { get; }

    /// <summary>The columns by which the rows are expected to be sorted, so that changes are easy to follow; empty for any order.</summary>
    public virtual IReadOnlyList<string> SortedBy => [];

    /// <summary>The fact of the row on which the reader stands.</summary>
    public abstract Fact Read(RowReader row);
}

/// <summary><c>sources.csv</c>: the documents. Each cites itself.</summary>
internal sealed class SourcesTable(Ontology ontology) : FactTable
{
    public const string TypeColumn = "type";
    private const string TypeProperty = "documentType";
    private const string OwnLocator = "document";

    private readonly IReadOnlyList<PropertyDefinition> _properties = [.. ontology.Document.Properties.Where(p => p.Name != TypeProperty)];
    private readonly string[] _types = ["", .. ontology.Document.Property(TypeProperty)!.Enum!.Values.Select(v => v.Name.ToLowerInvariant())];

    public override IReadOnlyList<string> Required => ["id", TypeColumn, "name"];

    public override IEnumerable<string> Optional => ["nameZh", "aliases", "description", "note", .. _properties.Select(p => p.Name)];

    public override Fact Read(RowReader row)
    {
        var id = row.Text("id");
        var properties = row.Properties(_properties);
        var type = row.Word(TypeColumn, _types);
        if (type > 0) properties = PropertyBag.Create(properties.Append(new(TypeProperty, ontology.Document.Property(TypeProperty)!.Enum!.Values[type - 1].Name)));
        return new EntityStatement
        {
            Id = id,
            Kind = ontology.Document.Name,
            Name = row.Optional("name"),
            NameZh = row.Optional("nameZh"),
            Aliases = row.Items("aliases"),
            Description = row.Optional("description"),
            Properties = properties,
            Citations = id.Length == 0 ? [] : [new Citation(id, OwnLocator)],
            Note = row.Optional("note"),
            Ordinal = row.NextOrdinal(FactType.Entity, id),
        };
    }
}

/// <summary><c>entities/kind.csv</c>: statements about the entities of one kind.</summary>
internal sealed class EntityTable(EntityKind kind) : FactTable
{
    public override IReadOnlyList<string> Required => ["id", "cite"];

    public override IEnumerable<string> Optional => ["name", "nameZh", "aliases", "description", "certainty", "note", .. kind.Properties.Select(p => p.Name)];

    public override IReadOnlyList<string> SortedBy => ["id"];

    public override Fact Read(RowReader row) => new EntityStatement
    {
        Id = row.Text("id"),
        Kind = kind.Name,
        Name = row.Optional("name"),
        NameZh = row.Optional("nameZh"),
        Aliases = row.Items("aliases"),
        Description = row.Optional("description"),
        Properties = row.Properties(kind.Properties),
        Certainty = row.Certainty("certainty"),
        Citations = row.Citations("cite"),
        Note = row.Optional("note"),
        Ordinal = row.NextOrdinal(FactType.Entity, row.Text("id")),
    };
}

/// <summary><c>relations/kind.csv</c>: statements about the relations of one kind.</summary>
internal sealed class RelationTable(RelationKind kind) : FactTable
{
    public override IReadOnlyList<string> Required => ["from", "to", "cite"];

    public override IEnumerable<string> Optional => ["key", "validFrom", "validTo", "certainty", "note", .. kind.Properties.Select(p => p.Name)];

    public override IReadOnlyList<string> SortedBy => ["from", "to"];

    public override Fact Read(RowReader row)
    {
        var properties = row.Properties(kind.Properties);
        var key = row.Text("key");
        if (key.Length == 0 && kind.KeyProperty is { } name && properties[name] is { } value) key = PropertyText.Format(value);
        var (from, to) = (row.Text("from"), row.Text("to"));
        return new RelationStatement
        {
            Kind = kind.Name,
            From = from,
            To = to,
            RelationKey = key,
            ValidFrom = row.Date("validFrom"),
            ValidTo = row.Date("validTo"),
            Properties = properties,
            Certainty = row.Certainty("certainty"),
            Citations = row.Citations("cite"),
            Note = row.Optional("note"),
            Ordinal = row.NextOrdinal(FactType.Relation, RelationId.Format(kind.Name, from, to, key)),
        };
    }
}

/// <summary><c>observations.csv</c>: statements of figures.</summary>
internal sealed class ObservationTable : FactTable
{
    public override IReadOnlyList<string> Required => ["subject", "indicator", "value", "unit", "cite"];

    public override IEnumerable<string> Optional => ["by", "period", "op", "high", "nature", "certainty", "note"];

    public override IReadOnlyList<string> SortedBy => ["subject"];

    public override Fact Read(RowReader row)
    {
        var (subject, indicator, by, unit, period, high) = (row.Text("subject"), row.Text("indicator"), row.Optional("by"), row.Text("unit"), row.Date("period"), row.Decimal("high"));
        return new ObservationStatement
        {
            Subject = subject,
            Indicator = indicator,
            By = by,
            Period = period,
            Qualifier = row.Qualifier("op", high is not null),
            Value = row.Decimal("value"),
            High = high,
            Unit = unit,
            Nature = row.Nature("nature"),
            Certainty = row.Certainty("certainty"),
            Citations = row.Citations("cite"),
            Note = row.Optional("note"),
            Ordinal = row.NextOrdinal(FactType.Observation, ObservationId.Format(subject, indicator, by, period?.Text, unit)),
        };
    }
}
