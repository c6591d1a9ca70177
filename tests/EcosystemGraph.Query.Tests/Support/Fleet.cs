using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Support;

/// <summary>Ships, ports, captains and the seas in which ports lie: a small ontology of another subject, and short ways to write facts about it.</summary>
internal static class Fleet
{
    public const string Sdl = """
        interface Vessel @node(plural: "vessels") {
          home: [Port!]! @relationship(type: "HOME_PORT", direction: OUT) @single @contains
          calls: [Port!]! @relationship(type: "CALLS_AT", direction: OUT, properties: "Call")
          captains: [Captain!]! @relationship(type: "COMMANDS", direction: IN, properties: "Command")
        }
        type Ship implements Vessel @node @exists(from: "launched", to: "sunk") {
          launched: Date
          sunk: Date
          tons: Decimal
          length: Float
          masts: Int
          rig: Rig
          armed: Boolean
          flags: [String!]
          motto: String
          consorts: [Ship!]! @relationship(type: "SAILS_WITH", direction: UNDIRECTED)
        }
        type Boat implements Vessel @node { masts: Int }
        type Port @node @fulltext(fields: ["motto"]) {
          motto: String
          homeOf: [Vessel!]! @relationship(type: "HOME_PORT", direction: IN) @contains
          visitors: [Vessel!]! @relationship(type: "CALLS_AT", direction: IN, properties: "Call")
          sea: [Sea!]! @relationship(type: "LIES_ON", direction: OUT) @contains
        }
        type Sea @node {
          ports: [Port!]! @relationship(type: "LIES_ON", direction: IN) @contains
          partOf: [Sea!]! @relationship(type: "PART_OF", direction: OUT) @contains
          parts: [Sea!]! @relationship(type: "PART_OF", direction: IN) @contains
        }
        type Captain @node { commands: [Vessel!]! @relationship(type: "COMMANDS", direction: OUT, properties: "Command") }
        type Call @relationshipProperties { cargo: Decimal on: Date reason: String }
        type Command @relationshipProperties { rank: Rank }
        enum Rig { SLOOP BRIG BARQUE }
        enum Rank { ADMIRAL CAPTAIN MATE }
        """;

    public static BundleManifest Manifest { get; } = new("fleet", "Fleet", "Ships and ports.", Sdl, "0");

    public static Ontology Ontology { get; } = OntologyReader.Read(Sdl);

    /// <summary>The documents that there are in every fleet.</summary>
    public static IReadOnlyList<string> Documents { get; } = ["almanac", "log"];

    public static Citation Log { get; } = new("log", "page 1");

    public static Citation Almanac { get; } = new("almanac", "table 2");

    public static EntityStatement Entity(string kind, string id, string? name = null, Citation? cite = null, Certainty certainty = Certainty.Stated, int ordinal = 0,
        string? zh = null, string[]? aliases = null, string? description = null, string? note = null, params (string Name, object Value)[] properties) => new()
        {
            Id = id,
            Kind = kind,
            Name = name ?? (certainty == Certainty.Denied ? null : id),
            NameZh = zh,
            Aliases = aliases ?? [],
            Description = description,
            Note = note,
            Citations = [cite ?? Log],
            Certainty = certainty,
            Ordinal = ordinal,
            Properties = Bag(properties),
        };

    public static EntityStatement Ship(string id, params (string Name, object Value)[] properties) => Entity("Ship", id, properties: properties);

    public static RelationStatement Relation(string from, string kind, string to, Citation? cite = null, Certainty certainty = Certainty.Stated, string key = "",
        string? validFrom = null, string? validTo = null, int ordinal = 0, params (string Name, object Value)[] properties) => new()
        {
            Kind = kind,
            From = from,
            To = to,
            RelationKey = key,
            Citations = [cite ?? Log],
            Certainty = certainty,
            Ordinal = ordinal,
            ValidFrom = validFrom is null ? null : PartialDate.Parse(validFrom),
            ValidTo = validTo is null ? null : PartialDate.Parse(validTo),
            Properties = Bag(properties),
        };

    public static ObservationStatement Figure(string subject, string indicator, decimal? value, string? period = null, string? by = null, decimal? high = null,
        Qualifier qualifier = Qualifier.Exact, string unit = "count", Citation? cite = null, Certainty certainty = Certainty.Stated, int ordinal = 0,
        ObservationNature nature = ObservationNature.Stated) => new()
        {
            Subject = subject,
            Indicator = indicator,
            By = by,
            Period = period is null ? null : PartialDate.Parse(period),
            Value = value,
            High = high,
            Qualifier = qualifier,
            Unit = unit,
            Nature = nature,
            Citations = [cite ?? Log],
            Certainty = certainty,
            Ordinal = ordinal,
        };

    public static ConflictSideFact Side(string conflict, string subject, string property, string? value, ConflictType type, string? reference = null, Citation? cite = null,
        string? note = null, int ordinal = 0) => new()
        {
            Conflict = conflict,
            Subject = subject,
            Property = property,
            Value = value,
            Type = type,
            Reference = reference,
            Citations = [cite ?? Log],
            Note = note,
            Ordinal = ordinal,
        };

    public static PartialDate Date(string text) => PartialDate.Parse(text);

    /// <summary>A snapshot of some facts, of the documents that they cite, and of the indicators of their figures.</summary>
    public static GraphSnapshot Snapshot(params IEnumerable<Fact> facts) => Snapshot(1, facts);

    public static GraphSnapshot Snapshot(long revision, IEnumerable<Fact> facts) => GraphSnapshot.Build(new GraphContent(revision, Manifest, [.. DocumentFacts, .. Indicators([.. facts]), .. facts]));

    /// <summary>The indicators that figures may have and that no fact defines.</summary>
    private static IEnumerable<IndicatorFact> Indicators(IReadOnlyList<Fact> facts) =>
        facts.OfType<ObservationStatement>().Select(o => o.Indicator).Concat(["crew", "guns"]).Distinct().Except(facts.OfType<IndicatorFact>().Select(i => i.Id))
            .Select(id => new IndicatorFact { Id = id, Name = id });

    public static GraphView View(params IEnumerable<Fact> facts) => GraphView.Of(Snapshot(facts));

    /// <summary>The next snapshot, with facts added and others removed.</summary>
    public static GraphSnapshot Next(this GraphSnapshot snapshot, IEnumerable<Fact> added, IEnumerable<Fact>? removed = null) => snapshot.Apply(new RevisionDelta
    {
        Revision = snapshot.Revision + 1,
        ChangeSetId = $"change-{snapshot.Revision + 1}",
        Closed = [.. (removed ?? []).Select(f => new RowKey(f.Key, f.Origin))],
        Opened = [.. added],
    });

    public static IEnumerable<Fact> DocumentFacts => Documents.Select(d => Entity("Document", d, cite: new Citation(d, "cover")));

    public static EntityType Type(string name) => Ontology.Type(name)!;

    public static RelationKind Kind(string name) => Ontology.Relation(name)!;

    public static RelationField Field(string type, string name) => Type(type).Field(name)!;

    public static PropertyDefinition Property(string name) => Ontology.Properties[name];

    public static int Index(this GraphView view, string id) => view.Snapshot.Entities.TryFind(id, out var entity) ? entity : throw new KeyNotFoundException(id);

    public static string Id(this GraphView view, int entity) => view.Snapshot.Entities.Id(entity);

    public static string[] Ids(this GraphView view, IEnumerable<int> entities) => [.. entities.Select(view.Snapshot.Entities.Id)];

    private static PropertyBag Bag((string Name, object Value)[] properties) => PropertyBag.Create(properties.Select(p => KeyValuePair.Create(p.Name, p.Value)));
}
