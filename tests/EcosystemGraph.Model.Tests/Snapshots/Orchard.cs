using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Tests.Snapshots;

/// <summary>A small ontology of another subject, and short ways to write facts about it.</summary>
internal static class Orchard
{
    public const string Sdl = """
        interface Being @node { likes: [Tree!]! @relationship(type: "LIKES", direction: OUT) }
        type Bee implements Being @node { size: Int }
        type Keeper implements Being @node { hives: [Hive!]! @relationship(type: "KEEPS", direction: OUT, properties: "Keeping") }
        type Hive @node @exists(from: "built", to: "gone") {
          built: Date gone: Date colours: [String!]
          keepers: [Keeper!]! @relationship(type: "KEEPS", direction: IN, properties: "Keeping")
          neighbours: [Hive!]! @relationship(type: "BESIDE", direction: UNDIRECTED)
        }
        type Tree @node { lovers: [Being!]! @relationship(type: "LIKES", direction: IN) }
        type Keeping @relationshipProperties { tier: Tier }
        enum Tier { CHIEF HELPER }
        """;

    public static BundleManifest Manifest { get; } = new("orchard", "Orchard", "Bees, trees and keepers.", Sdl, "0");

    public static Citation Diary { get; } = new("diary", "page 1");

    public static EntityStatement Entity(string kind, string id, string? name = null, Citation? cite = null, Certainty certainty = Certainty.Stated, int ordinal = 0,
        params (string Name, object Value)[] properties) => new()
        {
            Id = id,
            Kind = kind,
            Name = name ?? id,
            Citations = [cite ?? Diary],
            Certainty = certainty,
            Ordinal = ordinal,
            Properties = PropertyBag.Create(properties.Select(p => KeyValuePair.Create(p.Name, p.Value))),
        };

    public static RelationStatement Relation(string kind, string from, string to, Citation? cite = null, Certainty certainty = Certainty.Stated, string key = "",
        string? validFrom = null, string? validTo = null, params (string Name, object Value)[] properties) => new()
        {
            Kind = kind,
            From = from,
            To = to,
            RelationKey = key,
            Citations = [cite ?? Diary],
            Certainty = certainty,
            ValidFrom = validFrom is null ? null : PartialDate.Parse(validFrom),
            ValidTo = validTo is null ? null : PartialDate.Parse(validTo),
            Properties = PropertyBag.Create(properties.Select(p => KeyValuePair.Create(p.Name, p.Value))),
        };

    public static Snapshots.Ledger Ledger(params Fact[] facts)
    {
        var ledger = new Ledger();
        ledger.Apply(new ChangeSet { Id = "first", Origin = Origin.Bundle, Upserts = facts, Manifest = Manifest });
        return ledger;
    }
}

/// <summary>Rows by hand: what a store does, in a dictionary.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<RowKey, Fact> _rows = [];

    private BundleManifest? _manifest;

    public long Revision { get; private set; }

    public IReadOnlyCollection<RowKey> Keys => _rows.Keys;

    public RevisionDelta Apply(ChangeSet changes)
    {
        var (closed, opened) = Layering.Plan(changes, row => _rows.GetValueOrDefault(row));
        foreach (var row in closed) Assert.True(_rows.Remove(row));
        foreach (var fact in opened) _rows.Add(new RowKey(fact.Key, fact.Origin), fact);
        _manifest = changes.Manifest ?? _manifest;
        return new RevisionDelta { Revision = ++Revision, ChangeSetId = changes.Id, Closed = closed, Opened = opened, Manifest = changes.Manifest };
    }

    public Model.Snapshots.GraphSnapshot Build() => Model.Snapshots.GraphSnapshot.Build(new GraphContent(Revision, _manifest, [.. _rows.Values]));
}
