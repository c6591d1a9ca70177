using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Tests.Projections;

public sealed class ProjectionTests
{
    private static Sea Fleet() => new Sea()
        .Ships("zora", "ada", "bella").Lines("north", "south").Ports("kiel", "lund").Coasts("baltic")
        .Ties("ada -SAILS_FOR-> north", "bella -SAILS_FOR-> north", "zora -SAILS_FOR-> south", "ada -SISTER_OF- zora", "south -FEEDS-> north")
        .Ties("ada -MOORED_IN-> kiel", "kiel -PART_OF-> baltic");

    [Fact]
    public void Its_vertices_stand_in_the_order_of_their_ids_and_its_edges_know_their_relations()
    {
        var view = Fleet().View();
        var projection = view.Project(Sea.Everything);
        Assert.Equal(["ada", "baltic", "bella", "kiel", "lund", "north", "south", "zora"], projection.Entities.Select(view.Id));
        Assert.All(projection.Entities, (entity, vertex) => Assert.Equal(vertex, projection.VertexOf(entity)));
        var ada = projection.VertexOf(view.Find("ada"));
        for (var i = 0; i < projection.Graph.OutDegree(ada); i++)
        {
            var relation = projection.RelationOf[projection.Graph.OutEdgeIds(ada)[i]];
            var ends = new[] { view.Snapshot.Relations.From(relation), view.Snapshot.Relations.To(relation) };
            Assert.Equivalent(new[] { projection.Entities[ada], projection.Entities[projection.Graph.OutNeighbors(ada)[i]] }, ends);
        }
    }

    [Fact]
    public void Kinds_and_relations_are_chosen_or_left_out_and_an_interface_stands_for_its_kinds()
    {
        var view = Fleet().View();
        Assert.Equal(["ada–north", "ada–zora", "bella–north", "north–south", "south–zora"],
            view.Edges(view.Project(Sea.Spec(["-DOCUMENT", "-PLACE"]))));
        Assert.Equal(["ada–north", "bella–north", "south–zora"], view.Edges(view.Project(Sea.Spec(["SHIP", "LINE"], ["SAILS_FOR"]))));
        Assert.Equal(["ada–kiel", "baltic–kiel"], view.Edges(view.Project(Sea.Spec(["Ship", "PLACE"], ["-SISTER_OF"]))));
        Assert.Equal(["kiel", "lund"], view.Project(Sea.Spec(["PLACE", "-COAST"])).Entities.Select(view.Id));
    }

    [Fact]
    public void On_a_directed_projection_a_symmetric_relation_leads_both_ways()
    {
        var view = Fleet().View();
        Assert.Equal(["ada→north", "ada→zora", "bella→north", "south→north", "zora→ada", "zora→south"],
            view.Edges(view.Project(Sea.Spec(["SHIP", "LINE"], directed: true))));
    }

    [Fact]
    public void A_relation_without_the_weight_weighs_one_and_each_parallel_is_an_edge()
    {
        var view = new Sea().Ships("ada").Lines("north", "south")
            .Tie("ada -SAILS_FOR-> north", key: "1", properties: ("tonnage", 2.5m)).Tie("ada -SAILS_FOR-> north", key: "2", properties: ("tonnage", 4m))
            .Tie("ada -SAILS_FOR-> south").View();
        Assert.Equal(["ada–north:2.5", "ada–north:4", "ada–south:1"], view.Edges(view.Project(Sea.Spec(weight: "tonnage"))));
    }

    [Fact]
    public void A_negative_weight_is_refused_with_the_relation_that_has_it()
    {
        var view = new Sea().Ships("ada").Lines("north").Tie("ada -SAILS_FOR-> north", properties: ("tonnage", -2m)).View();
        var problem = Assert.Throws<QueryException>(() => view.Project(Sea.Spec(weight: "tonnage")));
        Assert.Equal(QueryErrorCode.BadArgument, problem.Code);
        Assert.Contains("sails-for:ada:north", problem.Message, StringComparison.Ordinal);
        Assert.Contains("-2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_sees_what_its_view_sees()
    {
        var sea = new Sea().Document("log").Document("gazette").Ships("ada").Lines("north", "south")
            .Entity("Ship", "bella", properties: ("launched", Model.Values.PartialDate.Parse("1990")))
            .Tie("ada -SAILS_FOR-> north", validTo: "1980").Tie("bella -SAILS_FOR-> north").Tie("ada -SAILS_FOR-> south", new Citation("gazette", "p"), Certainty.Possible);
        var spec = Sea.Spec(["SHIP", "LINE"]);
        Assert.Equal(["ada–north"], sea.View("1970").EdgesOf(Sea.Spec(["SHIP", "LINE"], minConfidence: .5f)));
        Assert.Equal(["ada–south", "bella–north"], sea.View("2000").EdgesOf(spec));
        Assert.Equal(["ada", "north", "south"], sea.View("1970").IdsOf(spec));
        Assert.Equal(["ada–south"], sea.View(null, "gazette").EdgesOf(spec));
        Assert.Equal(["ada–north", "bella–north"], sea.View().EdgesOf(Sea.Spec(["SHIP", "LINE"], minConfidence: .5f)));
    }

    [Fact]
    public void It_does_not_depend_on_the_order_in_which_facts_came()
    {
        var forward = Query.Views.GraphView.Of(Fleet().Build());
        var backward = Query.Views.GraphView.Of(Fleet().Build(reversed: true));
        var (a, b) = (forward.Project(Sea.Everything), backward.Project(Sea.Everything));
        Assert.Equal(a.RelationOf.Select(forward.Snapshot.Relations.Id), b.RelationOf.Select(backward.Snapshot.Relations.Id));
        Assert.Equal(forward.Edges(a), backward.Edges(b));
    }

    [Fact]
    public void It_is_kept_with_its_snapshot()
    {
        var view = Fleet().View();
        var first = view.Project(Sea.Spec(["SHIP"]));
        Assert.Same(first, Query.Views.GraphView.Of(view.Snapshot).Project(Sea.Spec(["SHIP"])));
        Assert.NotSame(first, view.Project(Sea.Spec(["SHIP"], directed: true)));
        Assert.NotSame(first, view.With(Model.Values.PartialDate.Parse("2000"), null).Project(Sea.Spec(["SHIP"])));
    }

    [Theory]
    [InlineData("'BOAT'", "SHIP|BOAT", "", null, null, 0)]
    [InlineData("'BOAT'", "-BOAT", "", null, null, 0)]
    [InlineData("'TOWS'", "", "-TOWS", null, null, 0)]
    [InlineData("'berths'", "", "", "berths", null, 0)]
    [InlineData("'flag'", "", "SAILS_FOR", "flag", null, 0)]
    [InlineData("'tonnage'", "", "SISTER_OF", "tonnage", null, 0)]
    [InlineData("1.5", "", "", null, null, 1.5)]
    [InlineData("'SHIP'", "SHIP", "", null, "SHIP -SAILS_FOR-> LINE", 0)]
    [InlineData("'BOAT'", "", "", null, "BOAT -SAILS_FOR-> LINE", 0)]
    [InlineData("'TOWS'", "", "", null, "SHIP -TOWS-> LINE", 0)]
    [InlineData("'SHIP <-SAILS_FOR- LINE'", "", "", null, "SHIP <-SAILS_FOR- LINE", 0)]
    [InlineData("'SAILS_FOR'", "", "", null, "SHIP SAILS_FOR LINE", 0)]
    [InlineData("'<-SAILS_FOR->'", "", "", null, "SHIP <-SAILS_FOR-> LINE", 0)]
    [InlineData("take turns", "", "", null, "SHIP -SAILS_FOR->", 0)]
    [InlineData("take turns", "", "", null, "", 0)]
    public void What_does_not_fit_the_ontology_is_named(string offending, string kinds, string relations, string? weight, string? path, float minConfidence)
    {
        var spec = Sea.Spec(Split(kinds), Split(relations), false, weight, path, minConfidence);
        var problem = Assert.Throws<QueryException>(() => Fleet().View().Project(spec));
        Assert.Equal(QueryErrorCode.BadArgument, problem.Code);
        Assert.Contains(offending, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_projections_come_from_the_bundle_and_the_first_is_the_default()
    {
        var snapshot = Fleet().Add(new ProjectionFact { Id = "all", Name = "All" }).Add(new ProjectionFact { Id = "ships", Name = "Ships", Kinds = ["SHIP"], Directed = true }).Build();
        Assert.Equal(["all", "ships"], ProjectionSpec.All(snapshot).Select(p => p.Id));
        Assert.Equal("all", ProjectionSpec.Named(snapshot, null).Id);
        Assert.True(ProjectionSpec.Named(snapshot, "ships").Directed);
        var problem = Assert.Throws<QueryException>(() => ProjectionSpec.Named(snapshot, "boats"));
        Assert.Equal(QueryErrorCode.NotFound, problem.Code);
        Assert.Contains("'boats'", problem.Message, StringComparison.Ordinal);
        Assert.Equal(QueryErrorCode.NotFound, Assert.Throws<QueryException>(() => ProjectionSpec.Named(Fleet().Build(), null)).Code);
    }

    private static string[] Split(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
