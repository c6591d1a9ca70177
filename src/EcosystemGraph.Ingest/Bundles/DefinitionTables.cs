using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary><c>locators.csv</c>: the closed list of citable places.</summary>
internal sealed class LocatorTable : FactTable
{
    public override IReadOnlyList<string> Required => ["document", "locator"];

    public override IEnumerable<string> Optional => ["place", "where"];

    public override Fact Read(RowReader row) =>
        new LocatorFact { Document = row.Text("document"), Locator = row.Text("locator"), Place = row.Optional("place") ?? row.Optional("where") };
}

/// <summary><c>indicators.csv</c>: what figures measure.</summary>
internal sealed class IndicatorTable : FactTable
{
    public override IReadOnlyList<string> Required => ["id", "name", "units"];

    public override IEnumerable<string> Optional => ["definition", "complete"];

    public override IReadOnlyList<string> SortedBy => ["id"];

    public override Fact Read(RowReader row) => new IndicatorFact
    {
        Id = row.Text("id"),
        Name = row.Text("name"),
        Definition = row.Optional("definition"),
        Units = row.Items("units"),
        Complete = row.Flag("complete"),
        Ordinal = row.NextOrdinal(FactType.Indicator, ""),
    };
}

/// <summary><c>checks.csv</c>: stated figures and the rules that recompute them.</summary>
internal sealed class CheckTable : FactTable
{
    public override IReadOnlyList<string> Required => ["id", "stated", "rule", "parts"];

    public override IEnumerable<string> Optional => ["tolerance", "note"];

    public override IReadOnlyList<string> SortedBy => ["id"];

    public override Fact Read(RowReader row) => new CheckFact
    {
        Id = row.Text("id"),
        Stated = row.Text("stated"),
        Rule = row.Text("rule"),
        Parts = row.Text("parts"),
        Tolerance = row.Decimal("tolerance") ?? 0,
        Note = row.Optional("note"),
        Ordinal = row.NextOrdinal(FactType.Check, ""),
    };
}

/// <summary><c>conflicts.csv</c>: disagreements that only a reader sees, one row a side.</summary>
internal sealed class ConflictTable : FactTable
{
    private static readonly string[] Types = [.. Enum.GetNames<ConflictType>().Select(n => n.ToUpperInvariant())];

    public override IReadOnlyList<string> Required => ["id", "subject", "property", "value", "cite", "type"];

    public override IEnumerable<string> Optional => ["ref", "certainty", "note"];

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
}

/// <summary><c>merges.csv</c>: judgements that two ids mean one entity.</summary>
internal sealed class MergeTable : FactTable
{
    public override IReadOnlyList<string> Required => ["id", "into", "reason"];

    public override IEnumerable<string> Optional => ["certainty"];

    public override IReadOnlyList<string> SortedBy => ["id"];

    public override Fact Read(RowReader row) =>
        new MergeFact { Id = row.Text("id"), Into = row.Text("into"), Reason = row.Text("reason"), Certainty = row.Certainty("certainty") };
}

/// <summary><c>projections.csv</c>: named parts of the graph for the measures.</summary>
internal sealed class ProjectionTable : FactTable
{
    private static readonly string[] Directions = ["", "UNDIRECTED", "DIRECTED"];

    public override IReadOnlyList<string> Required => ["id", "name"];

    public override IEnumerable<string> Optional => ["description", "kinds", "relations", "direction", "weight", "path"];

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
}
