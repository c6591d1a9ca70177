using EcosystemGraph.Analytics.Hubs;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Tests.Hubs;

/// <summary>Would chance have made the region as central, and tied it as much to itself?</summary>
public sealed class HubNullTests
{
    private static readonly ProjectionSpec All = new("all", "All", null, [], [], false, null, null, 0);

    /// <summary>Six ships with degrees 4, 3, 3, 2, 1, 1; the first three in kiel on the baltic coast, the others in brest on the western one.</summary>
    private static Sea Fleet() => new Sea().Ships("ada", "bella", "cora", "dora", "elsa", "fay").Ports("kiel", "brest").Coasts("baltic", "western")
        .Ties("kiel -PART_OF-> baltic", "brest -PART_OF-> western")
        .Ties("ada -MOORED_IN-> kiel", "bella -MOORED_IN-> kiel", "cora -MOORED_IN-> kiel", "dora -MOORED_IN-> brest", "elsa -MOORED_IN-> brest", "fay -MOORED_IN-> brest")
        .Ties("ada -SISTER_OF- bella", "ada -SISTER_OF- cora", "bella -SISTER_OF- cora", "ada -SISTER_OF- dora", "ada -SISTER_OF- elsa", "bella -SISTER_OF- fay", "cora -SISTER_OF- dora");

    [Fact]
    public void Labels_that_are_permuted_within_a_kind_give_the_p_of_all_selections()
    {
        // Of the 20 ways to pick three ships of the six, one has as high a sum of degrees: ada, bella, cora with 4 + 3 + 3.
        var degree = Compare(Fleet().View(), 9_999).Regions[0].Measures[0];
        var kind = Assert.Single(degree.Nulls, n => n.Model == HubNullModel.Kind);
        Assert.Equal(9_999, kind.Draws);
        Assert.InRange(kind.P, .05 - .008, .05 + .008);
        Assert.InRange(kind.Mean, 14 / 6.0 - .03, 14 / 6.0 + .03);

        // The variance of a mean of three out of six without replacement: population variance / 3 × (6 − 3) / (6 − 1).
        double[] degrees = [4, 3, 3, 2, 1, 1];
        var variance = degrees.Select(d => (d - 14 / 6.0) * (d - 14 / 6.0)).Average() / 3 * (3 / 5.0);
        Assert.Equal((10 / 3.0 - 14 / 6.0) / Math.Sqrt(variance), kind.Z!.Value, .06);
    }

    [Fact]
    public void Places_move_with_all_that_lies_in_them()
    {
        // Two places, two regions: each is one of two ways, so chance explains everything.
        var degree = Compare(Fleet().View(), 999).Regions[0].Measures[0];
        var place = Assert.Single(degree.Nulls, n => n.Model == HubNullModel.Place);
        Assert.InRange(place.P, .44, .56);

        // The reported p is that of the model that explains most, corrected for two regions and one measure.
        Assert.Equal(Math.Min(1, 2 * place.P), degree.P!.Value, 1e-12);
        Assert.Equal(place.Z, degree.Z);
    }

    [Fact]
    public void Ties_are_judged_by_graphs_in_which_everybody_has_as_many()
    {
        var sea = new Sea().Ships([.. Enumerable.Range(0, 12).Select(i => $"ship-{i:00}")]).Ports("kiel", "brest").Coasts("baltic", "western").Ties("kiel -PART_OF-> baltic", "brest -PART_OF-> western");
        for (var i = 0; i < 12; i++) sea.Tie($"ship-{i:00} -MOORED_IN-> {(i < 6 ? "kiel" : "brest")}");
        // Two rings of six, one on each coast: degree 2 everywhere, and no tie across.
        for (var i = 0; i < 6; i++)
        {
            sea.Tie($"ship-{Math.Min(i, (i + 1) % 6):00} -SISTER_OF- ship-{Math.Max(i, (i + 1) % 6):00}");
            sea.Tie($"ship-{6 + Math.Min(i, (i + 1) % 6):00} -SISTER_OF- ship-{6 + Math.Max(i, (i + 1) % 6):00}");
        }

        var region = Compare(sea.View(), 2_000).Regions[0];
        Assert.Equal(-1, region.EiIndex);

        // Twelve stubs on each side: a stub meets one of its own side with about 11 of 23, less the loops and parallels that no draw has.
        Assert.InRange(region.EiNull!.Mean, .2, .5);
        Assert.True(region.EiNull.Z < -2);
        Assert.InRange(region.EiNull.P, 1 / 2001.0, .05);
    }

    [Fact]
    public void The_same_seed_draws_the_same_at_any_number_of_threads()
    {
        var view = Fleet().View();
        string Digest(int threads, int seed) => new HubService(new CentralityService(), new AnalyticsOptions { Threads = threads })
            .Compare(view, new HubRequest { Projection = All, Draws = 499, Seed = seed }, CancellationToken.None).Record.Digest;
        var one = Digest(1, 3);
        Assert.Equal(one, Digest(2, 3));
        Assert.Equal(one, Digest(4, 3));
        Assert.NotEqual(one, Digest(1, 4));
    }

    [Fact]
    public void Without_draws_there_is_no_p_and_too_many_are_refused()
    {
        var view = Fleet().View();
        var region = Compare(view, 0).Regions[0];
        Assert.Empty(region.Measures[0].Nulls);
        Assert.Null(region.Measures[0].P);
        Assert.Null(region.EiNull);
        var refused = Assert.Throws<QueryException>(() => Compare(view, 100_000));
        Assert.Equal((QueryErrorCode.BadArgument, "draws is 100000, expected 0 to 99999"), (refused.Code, refused.Message));
    }

    [Fact]
    public void A_comparison_is_computed_once()
    {
        var computed = new List<string>();
        var view = Fleet().View();
        var service = new HubService(new CentralityService { Computing = computed.Add });
        var request = new HubRequest { Projection = All, Measures = ["degree"], Draws = 9 };
        var first = service.Compare(view, request, CancellationToken.None);
        Assert.Same(first, service.Compare(view, request, CancellationToken.None));
        Assert.Equal(["degree", "edge-betweenness"], computed);
    }

    private static HubResult Compare(GraphView view, int draws) => new HubService(new CentralityService())
        .Compare(view, new HubRequest { Projection = All, Measures = ["degree"], Draws = draws, Seed = 1 }, CancellationToken.None);
}
