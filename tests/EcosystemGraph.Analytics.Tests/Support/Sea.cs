using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Tests.Support;

/// <summary>A small ecosystem of another subject (ships, lines, ports and coasts) and short ways to write it down.</summary>
internal sealed class Sea
{
    public const string Sdl = """
        interface Place @node(plural: "places") {
          partOf: [Place!]! @relationship(type: "PART_OF", direction: OUT) @contains
          parts: [Place!]! @relationship(type: "PART_OF", direction: IN) @contains
          moored: [Ship!]! @relationship(type: "MOORED_IN", direction: IN) @contains
        }
        type Port implements Place @node { berths: Int }
        type Coast implements Place @node(plural: "coasts") @region(property: "standing", value: "MAIN") { standing: Standing }
        type Ship @node @exists(from: "launched") {
          launched: Date
          moorings: [Place!]! @relationship(type: "MOORED_IN", direction: OUT) @contains
          lines: [Line!]! @relationship(type: "SAILS_FOR", direction: OUT, properties: "Sailing")
          sisters: [Ship!]! @relationship(type: "SISTER_OF", direction: UNDIRECTED)
        }
        type Line @node {
          ships: [Ship!]! @relationship(type: "SAILS_FOR", direction: IN, properties: "Sailing")
          feeders: [Line!]! @relationship(type: "FEEDS", direction: IN)
          feeds: [Line!]! @relationship(type: "FEEDS", direction: OUT)
        }
        type Sailing @relationshipProperties(key: "contract") { contract: String tonnage: Decimal flag: String }
        enum Standing { MAIN MINOR }
        """;

    private readonly List<Fact> _facts = [];
    private int _ordinal;

    public static BundleManifest Manifest { get; } = new("sea", "Sea", "Ships and ports.", Sdl, "0");

    public static Citation Log { get; } = new("log", "page 1");

    public static ProjectionSpec Everything { get; } = Spec();

    public static ProjectionSpec Spec(IReadOnlyList<string>? kinds = null, IReadOnlyList<string>? relations = null, bool directed = false, string? weight = null,
        string? path = null, float minConfidence = 0) =>
        new(ProjectionSpec.InlineId, "test", null, kinds ?? (path is null ? ["-DOCUMENT"] : []), relations ?? [], directed, weight, path, minConfidence);

    public Sea Ships(params string[] ids) => Entities("Ship", ids);

    public Sea Lines(params string[] ids) => Entities("Line", ids);

    public Sea Ports(params string[] ids) => Entities("Port", ids);

    public Sea Coasts(params string[] ids)
    {
        foreach (var id in ids) Entity("Coast", id, properties: ("standing", "MAIN"));
        return this;
    }

    public Sea Entities(string kind, params string[] ids)
    {
        foreach (var id in ids) Entity(kind, id);
        return this;
    }

    public Sea Entity(string kind, string id, Citation? cite = null, Certainty certainty = Certainty.Stated, params (string Name, object Value)[] properties) => Add(new EntityStatement
    {
        Id = id,
        Kind = kind,
        Name = id,
        Citations = [cite ?? Log],
        Certainty = certainty,
        Properties = PropertyBag.Create(properties.Select(p => KeyValuePair.Create(p.Name, p.Value))),
    });

    public Sea Document(string id) => Entity("Document", id, new Citation(id, "title"));

    /// <summary><c>"a -SAILS_FOR-> b"</c>.</summary>
    public Sea Tie(string text, Citation? cite = null, Certainty certainty = Certainty.Stated, string key = "", string? validFrom = null, string? validTo = null,
        params (string Name, object Value)[] properties)
    {
        var words = text.Split(' ');
        return Add(new RelationStatement
        {
            Kind = words[1].Trim('-', '>'),
            From = words[0],
            To = words[2],
            RelationKey = key,
            Citations = [cite ?? Log],
            Certainty = certainty,
            ValidFrom = validFrom is null ? null : PartialDate.Parse(validFrom),
            ValidTo = validTo is null ? null : PartialDate.Parse(validTo),
            Properties = PropertyBag.Create(properties.Select(p => KeyValuePair.Create(p.Name, p.Value))),
        });
    }

    public Sea Ties(params string[] texts)
    {
        foreach (var text in texts) Tie(text);
        return this;
    }

    public Sea Figure(string subject, string indicator, decimal? value, string unit = "count", string? by = null, string? period = null, decimal? high = null,
        Qualifier qualifier = Qualifier.Exact, Citation? cite = null, Certainty certainty = Certainty.Stated) => Add(new ObservationStatement
        {
            Subject = subject,
            Indicator = indicator,
            By = by,
            Period = period is null ? null : PartialDate.Parse(period),
            Value = value,
            High = high,
            Qualifier = qualifier,
            Unit = unit,
            Certainty = certainty,
            Citations = [cite ?? Log],
        });

    public Sea Indicators(params string[] ids)
    {
        foreach (var id in ids) Add(new IndicatorFact { Id = id, Name = id });
        return this;
    }

    public Sea Check(string id, string stated, string rule, string parts, decimal tolerance = 0, string? note = null) =>
        Add(new DerivationFact { Id = id, Stated = stated, Rule = rule, Parts = parts, Tolerance = tolerance, Note = note });

    public Sea Derive(string id, string derived, string rule, string parts, string? note = null) =>
        Add(new DerivationFact { Id = id, Derived = derived, Rule = rule, Parts = parts, Note = note });

    public Sea Add(Fact fact)
    {
        _facts.Add(fact with { Ordinal = _ordinal++ });
        return this;
    }

    public GraphSnapshot Build(bool reversed = false) =>
        GraphSnapshot.Build(new GraphContent(1, Manifest, reversed ? [.. _facts.AsEnumerable().Reverse()] : [.. _facts]));

    public GraphView View(string? asOf = null, params string[] sources) => GraphView.Of(Build(), asOf is null ? null : PartialDate.Parse(asOf), sources);
}

/// <summary>Ids in place of indices.</summary>
internal static class SeaReading
{
    public static string Id(this GraphView view, int entity) => view.Snapshot.Entities.Id(entity);

    public static int Find(this GraphView view, string id)
    {
        Assert.True(view.Snapshot.Entities.TryFind(id, out var entity), $"no '{id}'");
        return entity;
    }

    public static Projection Project(this GraphView view, ProjectionSpec spec) => Projection.Build(view, spec, CancellationToken.None);

    public static string[] EdgesOf(this GraphView view, ProjectionSpec spec) => view.Edges(view.Project(spec));

    public static string[] IdsOf(this GraphView view, ProjectionSpec spec) => [.. view.Project(spec).Entities.Select(view.Id)];

    /// <summary>The edges in words: <c>a→b:2</c> (directed), <c>a–b:2</c> (undirected), sorted.</summary>
    public static string[] Edges(this GraphView view, Projection projection)
    {
        var edges = new List<string>();
        var graph = projection.Graph;
        for (var v = 0; v < graph.VertexCount; v++)
        {
            var loops = 0;
            for (var i = 0; i < graph.OutDegree(v); i++)
            {
                var other = graph.OutNeighbors(v)[i];
                if (!graph.IsDirected && (other < v || (other == v && loops++ % 2 == 1))) continue;
                var weight = graph.HasWeights ? $":{graph.OutWeights(v)[i]}" : "";
                edges.Add($"{view.Id(projection.Entities[v])}{(graph.IsDirected ? "→" : "–")}{view.Id(projection.Entities[other])}{weight}");
            }
        }

        edges.Sort(StringComparer.Ordinal);
        return [.. edges];
    }
}
