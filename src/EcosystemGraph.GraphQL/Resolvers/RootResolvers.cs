using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Sorts;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers the root fields that list and look up, and <c>about</c>.</summary>
internal static class RootResolvers
{
    private const int ShownProblems = 100;

    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<RequestScope>("Query")
            .Field("entity", (_, context) => RootEntity.One(context, null))
            .Field("relation", (_, context) => Relation(context))
            .Field("entities", (_, context) => RootEntity.Many(context, null, context.Kinds() is { } kinds ? new KindIs(kinds) : null))
            .Field("entitiesAggregate", (_, context) => RootEntity.Aggregate(context, null))
            .Field("search", (scope, context) => new SearchConnection(scope, context.View(), context.Get<string>("text")!, context.Kinds(), context.Page()))
            .Field("observations", (scope, context) =>
                new ObservationConnection(scope, context.View(), context.Get<ObservationFilter>("where"), context.List<ObservationSort>("order"), context.Page()))
            .Field("indicators", (scope, context) => Indicators(scope, context))
            .Field("indicator", (scope, context) => IndicatorLookup.Find(scope.Snapshot, context.Get<string>("id")!) is { } found ? new IndicatorNode(context.View(), found) : null)
            .Field("about", scope => scope);
        ConnectionTypes.Add(resolvers, "Search");
        ConnectionTypes.Add(resolvers, "Observation");
        ConnectionTypes.Add(resolvers, "Indicator");
        foreach (var name in new[] { "Search", "Observation" })
        {
            resolvers.For<Edge>(name + "Edge")
                .Field("cursor", e => e.Cursor.ToString())
                .Field("node", e => e.Node);
        }

        resolvers.For<IndicatorEdge>("IndicatorEdge")
            .Field("cursor", e => e.Cursor.ToString())
            .Field("node", e => e.Node)
            .Field("score", e => e.Score)
            .Field("matched", e => e.Matched);

        resolvers.For<SearchNode>("SearchHit")
            .Field("entity", h => new EntityNode(h.View, h.Result.Entity))
            .Field("score", h => h.Result.Score)
            .Field("matched", h => h.Result.Matched);
        resolvers.For<IndicatorNode>("Indicator")
            .Field("id", i => i.Indicator.Id)
            .Field("name", i => i.Indicator.Name)
            .Field("definition", i => i.Indicator.Definition)
            .Field("units", i => i.Indicator.Units)
            .Field("observations", (i, context) => new ObservationConnection(
                context.Scope(), i.View, context.Get<ObservationFilter>("where"), context.List<ObservationSort>("order"), context.Page(), i.Indicator.Id));
        AddAbout(resolvers);
    }

    private static void AddAbout(ResolverTable resolvers)
    {
        resolvers.For<RequestScope>("About")
            .Field("revision", s => s.Snapshot.Revision)
            .Field("name", s => s.Snapshot.Manifest.Name)
            .Field("title", s => s.Snapshot.Manifest.Title)
            .Field("description", s => s.Snapshot.Manifest.Description)
            .Field("version", s => s.Services.Version)
            .Field("hash", s => s.Snapshot.Manifest.Hash)
            .Field("counts", s => s.Snapshot.Derive<KindCounts>((snapshot, _) => new KindCounts(snapshot)).All)
            .Field("store", s => s.Services.Graph);
        resolvers.For<Model.Live.LiveGraph>("StoreInfo")
            .Field("kind", g => g.Store.Kind)
            .Field("stale", g => g.Health.IsStale)
            .Field("since", g => g.Health.Since?.ToString("O"))
            .Field("problems", g => g.Problems.Take(ShownProblems).ToArray())
            .Field("problemCount", g => g.Problems.Count);
        resolvers.For<KindCountNode>("KindCount")
            .Field("kind", c => c.Kind)
            .Field("count", c => c.Count);
    }

    private static Connection Indicators(RequestScope scope, IResolveFieldContext context) => context.Get<string>("text") is { } text
        ? new IndicatorSearchConnection(scope, context.View(), text, context.Page())
        : new IndicatorConnection(scope, context.View(), context.Page());

    private static RelationNode? Relation(IResolveFieldContext context)
    {
        var view = context.View();
        return view.Snapshot.Relations.TryFind(context.Get<string>("id")!, out var relation) && view.SeesRelation(relation) ? new RelationNode(view, relation) : null;
    }
}

/// <summary>How many entities and relations there are of each kind; counted once for a snapshot.</summary>
internal sealed class KindCounts
{
    public KindCounts(GraphSnapshot snapshot)
    {
        var relations = new int[snapshot.Ontology.Relations.Count];
        for (var r = 0; r < snapshot.Relations.Capacity; r++)
        {
            if (snapshot.Relations.Exists(r)) relations[snapshot.Relations.KindIndex(r)]++;
        }

        All =
        [
            .. snapshot.Ontology.Kinds.Select(k => new KindCountNode(k.EnumName, snapshot.Entities.OfKind(k).Length)),
            .. snapshot.Ontology.Relations.Select(r => new KindCountNode(r.Name, relations[r.Index])),
        ];
    }

    public IReadOnlyList<KindCountNode> All { get; }
}

/// <summary>How many there are of a kind.</summary>
internal sealed record KindCountNode(string Kind, int Count);
