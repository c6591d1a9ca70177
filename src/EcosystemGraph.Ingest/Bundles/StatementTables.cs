using System.Globalization;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary><c>sources.csv</c>: the documents. A row without <c>cite</c> cites the document itself.</summary>
internal sealed class SourcesTable(Ontology ontology) : FactTable
{
    public const string TypeColumn = "type";
    private const string TypeProperty = "documentType";
    private const string OwnLocator = "document";

    private readonly IReadOnlyList<PropertyDefinition> _properties = [.. ontology.Document.Properties.Where(p => p.Name != TypeProperty)];
    private readonly IReadOnlyList<EnumValue> _types = ontology.Document.Property(TypeProperty)!.Enum!.Values;
    private readonly string[] _words = ["", .. ontology.Document.Property(TypeProperty)!.Enum!.Values.Select(v => v.Name.ToLowerInvariant())];

    public override string File => "sources.csv";

    public override IReadOnlyList<string> Columns => ["id", TypeColumn, "name", "nameZh", "aliases", "description", .. _properties.Select(p => p.Name), "certainty", "cite", "note"];

    public override IReadOnlyList<string> Required => ["id", TypeColumn, "name"];

    public override bool Holds(Fact fact) => fact is EntityStatement statement && statement.Kind == ontology.Document.Name;

    public override Fact Read(RowReader row)
    {
        var id = row.Text("id");
        var properties = row.Properties(_properties);
        var type = row.Word(TypeColumn, _words);
        if (type > 0) properties = PropertyBag.Create(properties.Append(new(TypeProperty, _types[type - 1].Name)));
        var citations = row.Citations("cite");
        return new EntityStatement
        {
            Id = id,
            Kind = ontology.Document.Name,
            Name = row.Optional("name"),
            NameZh = row.Optional("nameZh"),
            Aliases = row.Items("aliases"),
            Description = row.Optional("description"),
            Properties = properties,
            Certainty = row.Certainty("certainty"),
            Citations = citations.Count == 0 && row.Text("cite").Length == 0 && id.Length > 0 ? [new Citation(id, OwnLocator)] : citations,
            Note = row.Optional("note"),
            Ordinal = row.NextOrdinal(FactType.Entity, id),
        };
    }

    public override void Write(Fact fact, RowWriter row)
    {
        var statement = (EntityStatement)fact;
        row["id"] = statement.Id;
        row.Names(statement);
        foreach (var (name, value) in statement.Properties)
        {
            if (name == TypeProperty) row[TypeColumn] = ((string)value).ToLowerInvariant();
            else row[name] = PropertyText.Format(value);
        }

        row.Provenance(statement);
        if (statement.Citations is [var only] && only == new Citation(statement.Id, OwnLocator)) row["cite"] = null;
    }
}

/// <summary><c>entities/kind.csv</c>: statements about the entities of one kind.</summary>
internal sealed class EntityTable(EntityKind kind) : FactTable
{
    public override string File => $"{BundleFiles.EntityFolder}{kind.File}.csv";

    public override IReadOnlyList<string> Columns => ["id", "name", "nameZh", "aliases", "description", .. kind.Properties.Select(p => p.Name), "certainty", "cite", "note"];

    public override IReadOnlyList<string> Required => ["id", "cite"];

    public override IReadOnlyList<string> SortedBy => ["id"];

    public override bool Holds(Fact fact) => fact is EntityStatement statement && statement.Kind == kind.Name;

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

    public override void Write(Fact fact, RowWriter row)
    {
        var statement = (EntityStatement)fact;
        row["id"] = statement.Id;
        row.Names(statement);
        row.Properties(statement.Properties);
        row.Provenance(statement);
    }
}

/// <summary><c>relations/kind.csv</c>: statements about the relations of one kind.</summary>
internal sealed class RelationTable(RelationKind kind) : FactTable
{
    public override string File => $"{BundleFiles.RelationFolder}{kind.File}.csv";

    public override IReadOnlyList<string> Columns => ["from", "to", "key", .. kind.Properties.Select(p => p.Name), "validFrom", "validTo", "certainty", "cite", "note"];

    public override IReadOnlyList<string> Required => ["from", "to", "cite"];

    public override IReadOnlyList<string> SortedBy => ["from", "to"];

    public override bool Holds(Fact fact) => fact is RelationStatement statement && statement.Kind == kind.Name;

    public override Fact Read(RowReader row)
    {
        var properties = row.Properties(kind.Properties);
        var key = row.Optional("key") ?? ImpliedKey(properties);
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

    public override void Write(Fact fact, RowWriter row)
    {
        var statement = (RelationStatement)fact;
        row["from"] = statement.From;
        row["to"] = statement.To;
        if (statement.RelationKey != ImpliedKey(statement.Properties)) row["key"] = statement.RelationKey;
        row.Properties(statement.Properties);
        row["validFrom"] = statement.ValidFrom?.Text;
        row["validTo"] = statement.ValidTo?.Text;
        row.Provenance(statement);
    }

    /// <summary>The key of a row that does not write one.</summary>
    private string ImpliedKey(PropertyBag properties) => kind.KeyProperty is { } name && properties[name] is { } value ? PropertyText.Format(value) : "";
}

/// <summary><c>observations.csv</c>: statements of figures.</summary>
internal sealed class ObservationTable : FactTable
{
    private static readonly string[] Natures = ["", .. Enum.GetNames<ObservationNature>().Skip(1).Select(n => n.ToLowerInvariant())];

    public override string File => "observations.csv";

    public override IReadOnlyList<string> Columns => ["subject", "indicator", "by", "period", "op", "value", "high", "unit", "nature", "certainty", "cite", "note"];

    public override IReadOnlyList<string> Required => ["subject", "indicator", "value", "unit", "cite"];

    public override IReadOnlyList<string> SortedBy => ["subject"];

    public override bool Holds(Fact fact) => fact is ObservationStatement;

    public override Fact Read(RowReader row)
    {
        var (subject, indicator, by, unit, period, high) = (row.Text("subject"), row.Text("indicator"), row.Optional("by"), row.Text("unit"), row.Date("period"), row.Decimal("high"));
        return new ObservationStatement
        {
            Subject = subject,
            Indicator = indicator,
            By = by,
            Period = period,
            Qualifier = row.Qualifier("op", isRange: row.Text("high").Length > 0),
            Value = row.Decimal("value"),
            High = high,
            Unit = unit,
            Nature = (ObservationNature)row.Word("nature", Natures),
            Certainty = row.Certainty("certainty"),
            Citations = row.Citations("cite"),
            Note = row.Optional("note"),
            Ordinal = row.NextOrdinal(FactType.Observation, ObservationId.Format(subject, indicator, by, period?.Text, unit)),
        };
    }

    public override void Write(Fact fact, RowWriter row)
    {
        var statement = (ObservationStatement)fact;
        row["subject"] = statement.Subject;
        row["indicator"] = statement.Indicator;
        row["by"] = statement.By;
        row["period"] = statement.Period?.Text;
        row["op"] = QualifierWords.Word(statement.Qualifier);
        row["value"] = statement.Value?.ToString(CultureInfo.InvariantCulture);
        row["high"] = statement.High?.ToString(CultureInfo.InvariantCulture);
        row["unit"] = statement.Unit;
        row["nature"] = Natures[(int)statement.Nature];
        row.Provenance(statement);
    }
}
