using EcosystemGraph.Analytics.Hubs;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Tests.Hubs;

/// <summary>Would the region still be first if one had chosen otherwise?</summary>
public sealed class HubSensitivityTests
{
    private static readonly ProjectionSpec All = new("all", "All", null, [], [], false, null, null, 0);

    /// <summary>Ships on each coast, in one port or in one each; every baltic ship is tied to the next three, the western ones to the next one.</summary>
    private static Sea Coasts(int width = 11, bool ownPorts = false)
    {
        var sea = new Sea().Ships([.. Enumerable.Range(0, width).SelectMany(i => new[] { $"b-{i:00}", $"w-{i:00}" })]).Ports("kiel", "brest").Coasts("baltic", "western")
            .Ties("kiel -PART_OF-> baltic", "brest -PART_OF-> western");
        for (var i = 0; i < width; i++)
        {
            if (ownPorts) sea.Ports($"b-port-{i:00}", $"w-port-{i:00}").Ties($"b-port-{i:00} -PART_OF-> baltic", $"w-port-{i:00} -PART_OF-> western");
            sea.Ties($"b-{i:00} -MOORED_IN-> {(ownPorts ? $"b-port-{i:00}" : "kiel")}", $"w-{i:00} -MOORED_IN-> {(ownPorts ? $"w-port-{i:00}" : "brest")}");
            // One ship alone: scores differ on each coast.
            for (var step = 1; step <= 3 && i + step < width; step++) sea.Tie($"b-{i:00} -SISTER_OF- b-{i + step:00}");
            if (i + 1 < width) sea.Tie($"w-{i:00} -SISTER_OF- w-{i + 1:00}");
        }

        return sea;
    }

    [Fact]
    public void A_region_that_is_first_whatever_one_chooses_is_supported_and_the_other_contradicted()
    {
        var result = Compare(Coasts().View());
        var (baltic, western) = (result.Regions[0].Measures[0], result.Regions[1].Measures[0]);
        Assert.Equal((1, 1, 1.0), (baltic.RankMin, baltic.RankMax, baltic.FirstShare));
        Assert.Equal((2, 2, 0.0), (western.RankMin, western.RankMax, western.FirstShare));
        Assert.Equal(HubVerdict.Contradicted, western.Verdict);

        // One place each: that the place is the better one of two is chance, whatever its ships score.
        Assert.True(baltic.P > .05);
        Assert.Equal(HubVerdict.Mixed, baltic.Verdict);
    }

    [Fact]
    public void A_place_of_its_own_for_every_ship_leaves_chance_no_room()
    {
        var baltic = Compare(Coasts(ownPorts: true).View()).Regions[0].Measures[0];
        Assert.True(baltic.P < .05);
        Assert.Equal(HubVerdict.Supported, baltic.Verdict);
    }

    [Fact]
    public void Few_members_carry_no_verdict()
    {
        Assert.All(Compare(Coasts(9).View()).Regions, r => Assert.Equal(HubVerdict.Undetermined, r.Measures[0].Verdict));
    }

    [Fact]
    public void What_one_document_says_of_the_region_can_turn_the_ranks()
    {
        // By the almanac alone, the baltic coast is the poor port of two; nobody else names it.
        var sea = Coasts().Ships("poor-1", "poor-2").Ports("lund").Tie("lund -PART_OF-> baltic", new Citation("almanac", "p"))
            .Ties("poor-1 -MOORED_IN-> lund", "poor-2 -MOORED_IN-> lund");
        var result = Compare(sea.View());
        Assert.Equal((1, 2), (result.Regions[0].Measures[0].RankMin, result.Regions[0].Measures[0].RankMax));
        Assert.InRange(result.Regions[0].Measures[0].FirstShare!.Value, .5, .99);
    }

    [Fact]
    public void Unlocated_entities_that_are_tied_to_members_count_at_their_best_and_worst()
    {
        // A ship that lies nowhere is tied to a western one and to half of the others: with it, the western coast may be ahead.
        var sea = new Sea().Ships("a", "b", "c", "d", "x").Ports("kiel", "brest").Coasts("baltic", "western").Ties("kiel -PART_OF-> baltic", "brest -PART_OF-> western")
            .Ties("a -MOORED_IN-> kiel", "b -MOORED_IN-> kiel", "c -MOORED_IN-> brest", "d -MOORED_IN-> brest")
            .Ties("a -SISTER_OF- b", "a -SISTER_OF- x", "b -SISTER_OF- x", "c -SISTER_OF- x", "d -SISTER_OF- x");
        var western = Compare(sea.View()).Regions[1].Measures[0];

        // Degrees 2, 2 | 1, 1, and x has 4: (1 + 1 + 4) / 3 ties with the baltic 2.
        Assert.Equal((2, 1, 2), (western.Rank, western.RankMin, western.RankMax));
    }

    [Fact]
    public void The_specifications_are_all_combinations()
    {
        // One projection × all, stated or merged relations; the reading of all, of what is stated and of the log; three ways with the unlocated. No document has a date.
        var one = Compare(Coasts().Document("log").View());
        Assert.Equal(3 * 3 * 3, one.Specifications);
        Assert.Contains(one.Caveats, c => c.Contains("over 27 specifications", StringComparison.Ordinal));
    }

    private static HubResult Compare(GraphView view) => new HubService(new CentralityService())
        .Compare(view, new HubRequest { Projection = All, Measures = ["degree"], Draws = 999, Seed = 1 }, CancellationToken.None);
}
