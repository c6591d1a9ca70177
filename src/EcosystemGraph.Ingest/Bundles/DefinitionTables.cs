using System.Globalization;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary><c>locators.csv</c>: the closed list of citable places.</summary>
internal sealed class LocatorTable : FactTable
{
    public override string File => "locators.csv";

    public override IReadOnlyList<string> Columns => ["document", "locator", "place", "where"];

    public override IReadOnlyList<string> Required => ["document", "locator"];

    public override bool Holds(Fact fact) => fact is LocatorFact;

    public override Fact Read(RowReader row) =>
        new LocatorFact { Document = row.Text("document"), Locator = row.Text("locator"), Place = row.Optional("place") ?? row.Optional("where") };

    public override void Write(Fact fact, RowWriter row)
    {
        var locator = (LocatorFact)fact;
        row["document"] = locator.Document;
        row["locator"] = locator.Locator;
        row["place"] = locator.Place;
    }
}

/// <summary><c>indicators.csv</c>: what figures measure.</summary>
internal sealed class IndicatorTable : FactTable
{
    public override string File => "indicators.csv";

    public override IReadOnlyList<string> Columns => ["id", "name", "definition", "units", "complete"];

    public override IReadOnlyList<string> Required => ["id", "name", "units"];

    public override IReadOnlyList<string> SortedBy => ["id"];

    public override bool Holds(Fact fact) => fact is IndicatorFact;

    public override Fact Read(RowReader row) => new IndicatorFact
    {
        Id = row.Text("id"),
        Name = row.Text("name"),
        Definition = row.Optional("definition"),
        Units = row.Items("units"),
        Complete = row.Flag("complete"),
        Ordinal = row.NextOrdinal(FactType.Indicator, ""),
    };

    public override void Write(Fact fact, RowWriter row)
    {
        var indicator = (IndicatorFact)fact;
        row["id"] = indicator.Id;
        row["name"] = indicator.Name;
        row["definition"] = indicator.Definition;
        row["units"] = string.Join('|', indicator.Units);
        row["complete"] = indicator.Complete ? "true" : null;
    }
}

/// <summary><c>derivations.csv</c>: figures and the rules that compute them from others.</summary>
internal sealed class DerivationTable : FactTable
{
    public override string File => "derivations.csv";

    public override IReadOnlyList<string> Columns => ["id", "stated", "derived", "rule", "parts", "tolerance", "note"];

    public override IReadOnlyList<string> Required => ["id", "rule", "parts"];

    public override IReadOnlyList<string> SortedBy => ["id"];

    public override bool Holds(Fact fact) => fact is DerivationFact;

    public override Fact Read(RowReader row) => new DerivationFact
    {
        Id = row.Text("id"),
        Stated = row.Optional("stated"),
        Derived = row.Optional("derived"),
        Rule = row.Text("rule"),
        Parts = row.Text("parts"),
        Tolerance = row.Decimal("tolerance") ?? 0,
        Note = row.Optional("note"),
        Ordinal = row.NextOrdinal(FactType.Derivation, ""),
    };

    public override void Write(Fact fact, RowWriter row)
    {
        var derivation = (DerivationFact)fact;
        row["id"] = derivation.Id;
        row["stated"] = derivation.Stated;
        row["derived"] = derivation.Derived;
        row["rule"] = derivation.Rule;
        row["parts"] = derivation.Parts;
        row["tolerance"] = derivation.Tolerance.ToString(CultureInfo.InvariantCulture);
        row["note"] = derivation.Note;
    }
}

/// <summary><c>conflicts.csv</c>: disagreements that only a reader sees, one row a side.</summary>
internal sealed class ConflictTable : FactTable
{
    private static readonly string[] Types = [.. Enum.GetNames<ConflictType>().Select(n => n.ToUpperInvariant())];

    public override string File => "conflicts.csv";

    public override IReadOnlyList<string> Columns => ["id", "subject", "property", "value", "ref", "certainty", "cite", "note", "type"];

    public override IReadOnlyList<string> Required => ["id", "subject", "property", "value", "cite", "type"];

    public override bool Holds(Fact fact) => fact is ConflictSideFact;

    public override Fact Read(RowReader row) => new ConflictSideFact
    {
        Conflict = row.Text("id"),
        Subject = row.Text("subject"),
        Property = row.Text("property"),
        Value = row.Optional("value"),
        Reference = row.Optional("ref"),
        Type = (ConflictType)row.Word("type", Types),
        Certainty = row.Certainty("certainty"),
        Citations = row.Citations("cite"),
        Note = row.Optional("note"),
        Ordinal = row.NextOrdinal(FactType.ConflictSide, row.Text("id")),
    };

    public override void Write(Fact fact, RowWriter row)
    {
        var side = (ConflictSideFact)fact;
        row["id"] = side.Conflict;
        row["subject"] = side.Subject;
        row["property"] = side.Property;
        row["value"] = side.Value;
        row["ref"] = side.Reference;
        row["type"] = Types[(int)side.Type];
        row.Provenance(side);
    }
}

/// <summary><c>merges.csv</c>: judgements that two ids mean one entity.</summary>
internal sealed class MergeTable : FactTable
{
    public override string File => "merges.csv";

    public override IReadOnlyList<string> Columns => ["id", "into", "certainty", "reason"];

    public override IReadOnlyList<string> Required => ["id", "into", "reason"];

    public override IReadOnlyList<string> SortedBy => ["id"];

    public override bool Holds(Fact fact) => fact is MergeFact;

    public override Fact Read(RowReader row) =>
        new MergeFact { Id = row.Text("id"), Into = row.Text("into"), Reason = row.Text("reason"), Certainty = row.Certainty("certainty") };

    public override void Write(Fact fact, RowWriter row)
    {
        var merge = (MergeFact)fact;
        row["id"] = merge.Id;
        row["into"] = merge.Into;
        row["certainty"] = merge.Certainty.Word();
        row["reason"] = merge.Reason;
    }
}

/// <summary><c>projections.csv</c>: named parts of the graph for the measures.</summary>
internal sealed class ProjectionTable : FactTable
{
    private static readonly string[] Directions = ["", "UNDIRECTED", "DIRECTED"];

    public override string File => "projections.csv";

    public override IReadOnlyList<string> Columns => ["id", "name", "description", "kinds", "relations", "direction", "weight", "path"];

    public override IReadOnlyList<string> Required => ["id", "name"];

    public override bool Holds(Fact fact) => fact is ProjectionFact;

    public override Fact Read(RowReader row) => new ProjectionFact
    {
        Id = row.Text("id"),
        Name = row.Text("name"),
        Description = row.Optional("description"),
        Kinds = row.Items("kinds"),
        Relations = row.Items("relations"),
        Directed = row.Word("direction", Directions) == 2,
        Weight = row.Optional("weight"),
        Path = row.Optional("path"),
        Ordinal = row.NextOrdinal(FactType.Projection, ""),
    };

    public override void Write(Fact fact, RowWriter row)
    {
        var projection = (ProjectionFact)fact;
        row["id"] = projection.Id;
        row["name"] = projection.Name;
        row["description"] = projection.Description;
        row["kinds"] = string.Join('|', projection.Kinds);
        row["relations"] = string.Join('|', projection.Relations);
        row["direction"] = Directions[projection.Directed ? 2 : 1];
        row["weight"] = projection.Weight;
        row["path"] = projection.Path;
    }
}
