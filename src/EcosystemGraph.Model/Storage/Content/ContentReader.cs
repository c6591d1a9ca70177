using System.Text.Json;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Storage.Content;

/// <summary>Reads the rows that <see cref="ContentWriter"/> wrote. Texts, citations and dates that recur are one instance.</summary>
/// <remarks>Throws <see cref="FormatException"/> or <see cref="JsonException"/> for a content that the writer cannot have written.</remarks>
internal sealed class ContentReader
{
    private readonly TextPool _pool = new();

    public Fact Read(in FactRow row)
    {
        if (row.Retracts)
        {
            return new Retraction(new FactKey(row.Type, _pool.Word(row.Subject), _pool.Word(row.Citations))) { Origin = row.Origin, Ordinal = row.Ordinal };
        }

        var fields = new ContentFields(row.Content, _pool);
        return row.Type switch
        {
            FactType.Relation => ReadRelation(row, ref fields),
            FactType.Entity => ReadEntity(row, ref fields),
            FactType.Observation => ReadObservation(row, ref fields),
            FactType.Locator => ReadLocator(row, ref fields),
            FactType.Indicator => ReadIndicator(row, ref fields),
            FactType.Derivation => ReadDerivation(row, ref fields),
            FactType.ConflictSide => ReadConflictSide(row, ref fields),
            FactType.Merge => ReadMerge(row, ref fields),
            FactType.Projection => ReadProjection(row, ref fields),
            _ => throw new FormatException($"{(int)row.Type} is not a type of fact"),
        };
    }

    private EntityStatement ReadEntity(in FactRow row, ref ContentFields fields)
    {
        string? name = null, nameZh = null, description = null, kind = null;
        string[] aliases = [];
        var properties = PropertyBag.Empty;
        var statement = new StatementFields(_pool.Citations(row.Citations));
        while (fields.Next())
        {
            if (fields.Is("kind"u8)) kind = fields.Word();
            else if (fields.Is("name"u8)) name = fields.Text();
            else if (fields.Is("nameZh"u8)) nameZh = fields.Text();
            else if (fields.Is("aliases"u8)) aliases = fields.Texts();
            else if (fields.Is("description"u8)) description = fields.Text();
            else if (fields.Is("properties"u8)) properties = fields.Properties();
            else statement.Take(ref fields);
        }

        return new EntityStatement
        {
            Id = _pool.Word(row.Subject),
            Kind = Required(kind),
            Name = name,
            NameZh = nameZh,
            Aliases = aliases,
            Description = description,
            Properties = properties,
            Certainty = statement.Certainty,
            Citations = statement.Citations,
            Note = statement.Note,
            Origin = row.Origin,
            Ordinal = row.Ordinal,
        };
    }

    private RelationStatement ReadRelation(in FactRow row, ref ContentFields fields)
    {
        string? kind = null, from = null, to = null;
        var key = "";
        PartialDate? validFrom = null, validTo = null;
        var properties = PropertyBag.Empty;
        var statement = new StatementFields(_pool.Citations(row.Citations));
        while (fields.Next())
        {
            if (fields.Is("kind"u8)) kind = fields.Word();
            else if (fields.Is("from"u8)) from = fields.Word();
            else if (fields.Is("to"u8)) to = fields.Word();
            else if (fields.Is("key"u8)) key = fields.Word();
            else if (fields.Is("validFrom"u8)) validFrom = fields.Date();
            else if (fields.Is("validTo"u8)) validTo = fields.Date();
            else if (fields.Is("properties"u8)) properties = fields.Properties();
            else statement.Take(ref fields);
        }

        return new RelationStatement
        {
            Kind = Required(kind),
            From = Required(from),
            To = Required(to),
            RelationKey = key,
            ValidFrom = validFrom,
            ValidTo = validTo,
            Properties = properties,
            Certainty = statement.Certainty,
            Citations = statement.Citations,
            Note = statement.Note,
            Origin = row.Origin,
            Ordinal = row.Ordinal,
        };
    }

    private ObservationStatement ReadObservation(in FactRow row, ref ContentFields fields)
    {
        string? subject = null, indicator = null, by = null;
        var unit = "";
        PartialDate? period = null;
        decimal? value = null, high = null;
        var qualifier = Qualifier.Exact;
        var nature = ObservationNature.Stated;
        var statement = new StatementFields(_pool.Citations(row.Citations));
        while (fields.Next())
        {
            if (fields.Is("subject"u8)) subject = fields.Word();
            else if (fields.Is("indicator"u8)) indicator = fields.Word();
            else if (fields.Is("by"u8)) by = fields.Word();
            else if (fields.Is("period"u8)) period = fields.Date();
            else if (fields.Is("qualifier"u8)) qualifier = fields.Enum<Qualifier>();
            else if (fields.Is("value"u8)) value = fields.Decimal();
            else if (fields.Is("high"u8)) high = fields.Decimal();
            else if (fields.Is("unit"u8)) unit = fields.Word();
            else if (fields.Is("nature"u8)) nature = fields.Enum<ObservationNature>();
            else statement.Take(ref fields);
        }

        return new ObservationStatement
        {
            Subject = Required(subject),
            Indicator = Required(indicator),
            By = by,
            Period = period,
            Qualifier = qualifier,
            Value = value,
            High = high,
            Unit = unit,
            Nature = nature,
            Certainty = statement.Certainty,
            Citations = statement.Citations,
            Note = statement.Note,
            Origin = row.Origin,
            Ordinal = row.Ordinal,
        };
    }

    private static LocatorFact ReadLocator(in FactRow row, ref ContentFields fields)
    {
        string? document = null, locator = null, place = null;
        while (fields.Next())
        {
            if (fields.Is("document"u8)) document = fields.Word();
            else if (fields.Is("locator"u8)) locator = fields.Word();
            else if (fields.Is("place"u8)) place = fields.Text();
            else fields.Refuse();
        }

        return new LocatorFact { Document = Required(document), Locator = Required(locator), Place = place, Origin = row.Origin, Ordinal = row.Ordinal };
    }

    private IndicatorFact ReadIndicator(in FactRow row, ref ContentFields fields)
    {
        string? name = null, definition = null;
        string[] units = [];
        var complete = false;
        while (fields.Next())
        {
            if (fields.Is("name"u8)) name = fields.Text();
            else if (fields.Is("definition"u8)) definition = fields.Text();
            else if (fields.Is("units"u8)) units = fields.Texts();
            else if (fields.Is("complete"u8)) complete = fields.Boolean();
            else fields.Refuse();
        }

        return new IndicatorFact
        {
            Id = _pool.Word(row.Subject),
            Name = Required(name),
            Definition = definition,
            Units = units,
            Complete = complete,
            Origin = row.Origin,
            Ordinal = row.Ordinal,
        };
    }

    private DerivationFact ReadDerivation(in FactRow row, ref ContentFields fields)
    {
        string? stated = null, derived = null, rule = null, parts = null, note = null;
        var tolerance = 0m;
        while (fields.Next())
        {
            if (fields.Is("stated"u8)) stated = fields.Text();
            else if (fields.Is("derived"u8)) derived = fields.Text();
            else if (fields.Is("rule"u8)) rule = fields.Word();
            else if (fields.Is("parts"u8)) parts = fields.Text();
            else if (fields.Is("tolerance"u8)) tolerance = fields.Decimal();
            else if (fields.Is("note"u8)) note = fields.Text();
            else fields.Refuse();
        }

        return new DerivationFact
        {
            Id = _pool.Word(row.Subject),
            Stated = stated,
            Derived = derived,
            Rule = Required(rule),
            Parts = Required(parts),
            Tolerance = tolerance,
            Note = note,
            Origin = row.Origin,
            Ordinal = row.Ordinal,
        };
    }

    private ConflictSideFact ReadConflictSide(in FactRow row, ref ContentFields fields)
    {
        string? conflict = null, subject = null, property = null, value = null, reference = null;
        var type = ConflictType.Contradiction;
        var statement = new StatementFields(_pool.Citations(row.Citations));
        while (fields.Next())
        {
            if (fields.Is("conflict"u8)) conflict = fields.Word();
            else if (fields.Is("subject"u8)) subject = fields.Word();
            else if (fields.Is("property"u8)) property = fields.Word();
            else if (fields.Is("value"u8)) value = fields.Text();
            else if (fields.Is("reference"u8)) reference = fields.Text();
            else if (fields.Is("type"u8)) type = fields.Enum<ConflictType>();
            else statement.Take(ref fields);
        }

        return new ConflictSideFact
        {
            Conflict = Required(conflict),
            Subject = Required(subject),
            Property = Required(property),
            Value = value,
            Reference = reference,
            Type = type,
            Certainty = statement.Certainty,
            Citations = statement.Citations,
            Note = statement.Note,
            Origin = row.Origin,
            Ordinal = row.Ordinal,
        };
    }

    private MergeFact ReadMerge(in FactRow row, ref ContentFields fields)
    {
        string? into = null, reason = null;
        var certainty = Certainty.Stated;
        while (fields.Next())
        {
            if (fields.Is("into"u8)) into = fields.Word();
            else if (fields.Is("reason"u8)) reason = fields.Text();
            else if (fields.Is("certainty"u8)) certainty = fields.Certainty();
            else fields.Refuse();
        }

        return new MergeFact
        {
            Id = _pool.Word(row.Subject),
            Into = Required(into),
            Reason = Required(reason),
            Certainty = certainty,
            Origin = row.Origin,
            Ordinal = row.Ordinal,
        };
    }

    private ProjectionFact ReadProjection(in FactRow row, ref ContentFields fields)
    {
        string? name = null, description = null, weight = null, path = null;
        string[] kinds = [], relations = [];
        var directed = false;
        while (fields.Next())
        {
            if (fields.Is("name"u8)) name = fields.Text();
            else if (fields.Is("description"u8)) description = fields.Text();
            else if (fields.Is("kinds"u8)) kinds = fields.Texts();
            else if (fields.Is("relations"u8)) relations = fields.Texts();
            else if (fields.Is("directed"u8)) directed = fields.Boolean();
            else if (fields.Is("weight"u8)) weight = fields.Word();
            else if (fields.Is("path"u8)) path = fields.Text();
            else fields.Refuse();
        }

        return new ProjectionFact
        {
            Id = _pool.Word(row.Subject),
            Name = Required(name),
            Description = description,
            Kinds = kinds,
            Relations = relations,
            Directed = directed,
            Weight = weight,
            Path = path,
            Origin = row.Origin,
            Ordinal = row.Ordinal,
        };
    }

    private static string Required(string? text) => text ?? throw new FormatException("a required part is missing");

    /// <summary>What every statement has.</summary>
    private struct StatementFields(Citation[] citations)
    {
        public Citation[] Citations = citations;
        public Certainty Certainty = Certainty.Stated;
        public string? Note;

        public void Take(ref ContentFields fields)
        {
            if (fields.Is("certainty"u8)) Certainty = fields.Certainty();
            else if (fields.Is("note"u8)) Note = fields.Text();
            else if (fields.Is("citations"u8)) Citations = fields.Citations();
            else fields.Refuse();
        }
    }
}
