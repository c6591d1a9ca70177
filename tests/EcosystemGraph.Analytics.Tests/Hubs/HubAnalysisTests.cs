using CsCheck;
using EcosystemGraph.Analytics.Hubs;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Tests.Hubs;

public sealed class HubAnalysisTests
{
    private static readonly ProjectionSpec All = new("all", "All", null, [], [], false, null, null, 0);

    /// <summary>Two coasts in one sea; ada, bella and cora lie on the baltic one, dora and elsa on the western one, fay somewhere else, gina who knows where.</summary>
    private static Sea Coasts() => new Sea()
        .Ships("ada", "bella", "cora", "dora", "elsa", "fay", "gina").Lines("north").Ports("kiel", "lund", "brest", "lima").Coasts("baltic", "western")
        .Entity("Coast", "europe", properties: ("standing", "MINOR"))
        .Tie("kiel -PART_OF-> baltic", new Citation("log", "p")).Tie("lund -PART_OF-> baltic", new Citation("almanac", "p"), Certainty.Likely).Ties("brest -PART_OF-> western", "baltic -PART_OF-> europe", "western -PART_OF-> europe")
        .Ties("ada -MOORED_IN-> kiel", "bella -MOORED_IN-> lund", "cora -MOORED_IN-> baltic", "dora -MOORED_IN-> brest", "elsa -MOORED_IN-> brest", "fay -MOORED_IN-> lima", "gina -MOORED_IN-> europe")
        .Ties("ada -SISTER_OF- bella", "ada -SISTER_OF- cora", "bella -SISTER_OF- cora", "cora -SISTER_OF- dora", "dora -SISTER_OF- elsa", "ada -SISTER_OF- fay", "ada -SISTER_OF- gina", "ada -SAILS_FOR-> north");

    [Fact]
    public void A_region_is_what_its_documents_say_it_is()
    {
        var view = Coasts().View();
        var baltic = Run(view).Regions[0];
        Assert.StartsWith("kiel (log), lund (almanac; confidence 0.7) and what lies in them; 1 more is put in it directly by log. Version ", baltic.Definition, StringComparison.Ordinal);
        Assert.NotEqual(baltic.Definition[^10..], Run(Coasts().Tie("lima -PART_OF-> baltic").View()).Regions[0].Definition[^10..]);
        Assert.StartsWith("No document names a place of it", Run(new Sea().Coasts("baltic").View()).Regions[0].Definition, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_members_are_counted_against_those_of_whom_it_is_known()
    {
        var view = Coasts().View();
        var result = Run(view);
        Assert.Equal(["baltic", "western"], result.Regions.Select(r => view.Id(r.Region)));
        var (baltic, western) = (result.Regions[0], result.Regions[1]);

        // gina lies in what holds both coasts and north lies nowhere; fay lies elsewhere for sure.
        Assert.Equal((3, 1, 6, 2, 0.5), (baltic.Members, baltic.StatedMembers, baltic.Located, baltic.Unlocated, baltic.Share));
        Assert.Equal((2, 0, 6, 2), (western.Members, western.StatedMembers, western.Located, western.Unlocated));
        Assert.Equal(["Ship 3"], baltic.Counts.Select(c => $"{c.Kind.Name} {c.Count}"));
        Assert.Equal((3, 2, -.2), (baltic.Within, baltic.Across, baltic.EiIndex));
        Assert.Equal((1, 1, 0.0), (western.Within, western.Across, western.EiIndex));
        Assert.Contains(result.Caveats, c => c.StartsWith("Of 2 of the projection's 8 entities", StringComparison.Ordinal));
        Assert.Contains(result.Caveats, c => c.Contains("baltic 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Measures_are_summed_over_members_and_set_against_their_number()
    {
        var view = Coasts().View();
        var result = Compare(view, new HubRequest { Projection = All, Measures = ["DEGREE"] });
        var degree = Assert.Single(result.Regions[0].Measures);

        // Degrees: ada 5, bella 2, cora 3 | dora 2, elsa 1, fay 1.
        Assert.Equal(("degree", 10.0, 10 / 3.0, 3.0, 1), (degree.Measure.Name, degree.Sum, degree.Mean, degree.Median, degree.Rank));
        Assert.Equal(10 / 14.0 / (3 / 6.0), degree.Lift!.Value, 1e-12);
        Assert.Equal(5 / 9.0 / (2 / 5.0), degree.WithoutTop!.Value, 1e-12);
        Assert.Equal(1, degree.TopDecile);
        Assert.Equal(["ada", "cora", "bella"], degree.Top.Select(t => view.Id(t.Entity)));
        Assert.Equal((2, 1.5, 1.5), (result.Regions[1].Measures[0].Rank, result.Regions[1].Measures[0].Mean, result.Regions[1].Measures[0].Median));
        Assert.Null(result.Agreement);
    }

    [Fact]
    public void Gateways_are_the_edges_to_elsewhere_that_carry_most()
    {
        var view = Coasts().View();
        var gateway = Run(view).Regions[1].Gateways[0];
        Assert.Equal(("cora", "dora", "sister-of:cora:dora", 1), (view.Id(gateway.Source), view.Id(gateway.Target), view.Snapshot.Relations.Id(gateway.Relation!.Value), gateway.Rank));

        // Every path between dora or elsa and the six others leads over it.
        Assert.Equal(12, gateway.Score);
    }

    [Fact]
    public void Regions_places_documents_and_location_are_left_out_of_the_projection()
    {
        var view = Coasts().Document("log").View();
        var spec = Run(view).Record.Projection;
        Assert.Equal("hubs:all", spec.Id);
        Assert.Equal(["ada", "bella", "cora", "dora", "elsa", "fay", "gina", "north"], view.IdsOf(spec));
        Assert.DoesNotContain(view.Project(spec).RelationOf, r => view.Snapshot.Relations.Kind(r).Contains);
    }

    [Fact]
    public void Whoever_ties_and_scores_are_summed_up_by_hand_gets_the_same() => Gen.Select(Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[0, 25], Gen.Int[0, 3].Array[10]).Sample((ties, places) =>
    {
        var sea = new Sea().Ships([.. Enumerable.Range(0, 10).Select(i => $"ship-{i}")]).Ports("kiel", "brest", "lima").Coasts("baltic", "western").Ties("kiel -PART_OF-> baltic", "brest -PART_OF-> western");
        var located = new string?[] { "kiel", "brest", "lima", null };
        for (var i = 0; i < 10; i++)
        {
            if (located[places[i]] is { } port) sea.Tie($"ship-{i} -MOORED_IN-> {port}");
        }

        foreach (var (a, b) in ties.Select(t => (Math.Min(t.Item1, t.Item2), Math.Max(t.Item1, t.Item2))).Distinct()) sea.Tie($"ship-{a} -SISTER_OF- ship-{b}");
        var view = sea.View();
        var result = Run(view);
        for (var r = 0; r < 2; r++)
        {
            bool Member(int ship) => places[ship] == r;
            bool Known(int ship) => places[ship] != 3;
            var edges = ties.Select(t => (A: Math.Min(t.Item1, t.Item2), B: Math.Max(t.Item1, t.Item2))).Distinct().ToList();
            var region = result.Regions[r];
            Assert.Equal(places.Count(p => p == r), region.Members);
            Assert.Equal(places.Count(p => p != 3), region.Located);
            Assert.Equal(edges.Count(e => e.A != e.B && Member(e.A) && Member(e.B)), region.Within);
            Assert.Equal(edges.Count(e => Member(e.A) != Member(e.B) && Known(e.A) && Known(e.B)), region.Across);
            Assert.Equal(edges.Sum(e => (Member(e.A) ? 1 : 0) + (Member(e.B) ? 1 : 0)), region.Measures[0].Sum);
        }
    }, iter: 40);

    [Fact]
    public void Any_place_can_be_compared_and_overlap_is_said()
    {
        var view = Coasts().View();
        var result = Compare(view, new HubRequest { Projection = All, Regions = [view.Find("europe"), view.Find("baltic")] });
        Assert.Equal([6, 3], result.Regions.Select(r => r.Members));
        Assert.Contains("europe and baltic overlap: they share 3 members, so their shares do not add up.", result.Caveats);
    }

    [Fact]
    public void Contested_doubtful_and_denied_definitions_are_said()
    {
        var caveats = Run(Coasts().Tie("lima -PART_OF-> baltic", new Citation("almanac", "q"), Certainty.Denied).View()).Caveats;
        Assert.Contains("The documents do not define baltic alike, and all of it is taken: almanac names lund; log names kiel.", caveats);
        Assert.Contains("1 of the 2 places of baltic are not stated outright (confidence below 1).", caveats);
        Assert.Contains("That lima lies in baltic is denied by almanac.", caveats);
        Assert.Contains(caveats, c => c.StartsWith("baltic has 3 located members", StringComparison.Ordinal));
    }

    [Fact]
    public void A_region_that_holds_nothing_has_no_mean_and_no_rank()
    {
        var region = Run(new Sea().Ships("ada").Coasts("baltic").View()).Regions[0];
        Assert.Equal((0, 0, 1, 0.0), (region.Members, region.Located, region.Unlocated, region.Share));
        Assert.All(region.Measures, m => Assert.Equal((0.0, null, null, null, null), (m.Sum, m.Mean, m.Median, m.Lift, m.Rank)));
    }

    [Fact]
    public void The_record_is_the_same_for_the_same_facts()
    {
        var record = Run(GraphView.Of(Coasts().Build())).Record;
        Assert.Equal(record.Digest, Run(GraphView.Of(Coasts().Build(reversed: true))).Record.Digest);
        Assert.NotEqual(record.Digest, Run(Coasts().Tie("elsa -SISTER_OF- fay").View()).Record.Digest);
        Assert.Equal(["baltic", "western"], (IEnumerable<string>)record.Parameters["regions"]!);
        Assert.Equal(["degree", "pagerank", "betweenness"], (IEnumerable<string>)record.Parameters["measures"]!);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        var view = Coasts().View();
        Assert.Equal(QueryErrorCode.NotFound, Assert.Throws<QueryException>(() => Compare(view, new HubRequest())).Code);
        var path = All with { Path = "COAST <-MOORED_IN- SHIP -MOORED_IN-> COAST" };
        Assert.Contains("COAST", Assert.Throws<QueryException>(() => Compare(view, new HubRequest { Projection = path })).Message, StringComparison.Ordinal);
        var coasts = Coasts().View();
        var ship = Assert.Throws<QueryException>(() => Compare(coasts, new HubRequest { Projection = All, Regions = [coasts.Find("ada")] }));
        Assert.StartsWith("'ada' is of the kind SHIP, in which nothing lies; expected one of: COAST", ship.Message, StringComparison.Ordinal);
        var unknown = Assert.Throws<QueryException>(() => Compare(view, new HubRequest { Projection = All, Measures = ["fame"] }));
        Assert.Contains("'fame'", unknown.Message, StringComparison.Ordinal);
        var manifest = new BundleManifest("x", "x", "x", "type Ship @node { size: Int }", "0");
        var without = GraphView.Of(GraphSnapshot.Build(new GraphContent(1, manifest, [])));
        Assert.Contains("@region", Assert.Throws<QueryException>(() => Run(without)).Message, StringComparison.Ordinal);
    }

    private static HubResult Run(GraphView view) => Compare(view, new HubRequest { Projection = All, Draws = 99 });

    private static HubResult Compare(GraphView view, HubRequest request) => new HubService(new CentralityService()).Compare(view, request, CancellationToken.None);
}
