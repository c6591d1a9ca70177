using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Trust;

namespace EcosystemGraph.Analytics.Tests.Derivations;

public sealed class DerivedConflictTests
{
    private static Sea Fleet(decimal total) => new Sea().Indicators("tons").Document("log").Entity("Document", "sums", new Citation("sums", "all"), properties: ("documentType", "COMPUTED"))
        .Lines("north", "south").Ports("kiel").Figure("north", "tons", 30).Figure("south", "tons", 70).Figure("kiel", "tons", total)
        .Check("kiel-tons", "kiel.tons...count", "SUM", "{north|south}.tons...count", note: "ships of both lines");

    [Fact]
    public void A_failed_check_is_a_conflict_with_the_stated_and_the_computed_claim()
    {
        var view = Fleet(90).View();
        var conflict = Assert.Single(DerivedConflicts.Find(view));
        Assert.Equal(("derivation:kiel-tons", ConflictKind.Derived, ConflictType.Arithmetic, "tons", "tons"), (conflict.Id, conflict.Kind, conflict.Type, conflict.Property, conflict.Indicator));
        Assert.Equal("kiel", view.Id(conflict.Subject!.Value));
        Assert.Equal([("90 count", "log#page 1", true), ("100 count", "sums#kiel-tons", false)], conflict.Claims.Select(c => (c.Value, c.Citation.ToString(), c.Preferred)));
        Assert.Equal("ships of both lines", conflict.Note);
        var derivation = DerivedConflicts.DerivationOf(view, conflict.Claims[1])!;
        Assert.Equal(("SUM {north|south}.tons...count", 100m), (derivation.Expression, derivation.Value));
        Assert.Null(DerivedConflicts.DerivationOf(view, conflict.Claims[0]));
        Assert.Equal(conflict.Id, Assert.Single(DerivedConflicts.All(view, new ConflictRequest { Document = "sums" })).Id);
        Assert.Empty(DerivedConflicts.All(view, new ConflictRequest { Kinds = [ConflictKind.Property] }));
    }

    [Fact]
    public void A_check_that_holds_is_none() => Assert.Empty(DerivedConflicts.Find(Fleet(100).View()));

    [Theory]
    [InlineData("derivation:kiel-tons", "log#page 1", null)]
    [InlineData(null, "sums#kiel-tons", null)]
    [InlineData("kiel.tons...count", "log#page 1", "north.tons...count")]
    public void What_an_editor_states_about_it_is_one_conflict_with_it(string? reference, string cite, string? other)
    {
        Assert.True(Citation.TryParse(cite, out var citation));
        var view = Fleet(90)
            .Add(new ConflictSideFact { Conflict = "tons-of-kiel", Subject = "kiel", Property = "load", Value = "ninety", Type = ConflictType.Scope, Reference = reference, Citations = [citation] })
            .Add(new ConflictSideFact { Conflict = "tons-of-kiel", Subject = "kiel", Property = "load", Value = "a hundred", Type = ConflictType.Scope, Reference = other, Citations = [Sea.Log] }).View();
        Assert.Empty(DerivedConflicts.Find(view));
        var conflict = Assert.Single(DerivedConflicts.All(view, new ConflictRequest()));
        Assert.Equal(("tons-of-kiel", ConflictType.Scope), (conflict.Id, conflict.Type));
        Assert.Equal("100 count", conflict.Claims[^1].Value);
        Assert.Equal(100m, DerivedConflicts.DerivationOf(view, conflict.Claims[^1])!.Value);
    }

    [Fact]
    public void Each_rank_out_of_order_is_one()
    {
        var view = new Sea().Indicators("rank", "score").Lines("north", "south", "east").Figure("north", "rank", 1, "rank").Figure("south", "rank", 2, "rank").Figure("east", "rank", 3, "rank")
            .Figure("north", "score", 5).Figure("south", "score", 8).Figure("east", "score", 1).Check("order", "*.rank...rank", "ORDER", "*.score...count").View();
        Assert.Equal(["derivation:order:north.rank...rank: 1 rank, 2 rank", "derivation:order:south.rank...rank: 2 rank, 1 rank"],
            DerivedConflicts.Find(view).Select(c => $"{c.Id}: {string.Join(", ", c.Claims.Select(x => x.Value))}"));
    }

    [Fact]
    public void Parts_that_do_not_add_up_to_a_number_stand_against_it()
    {
        var view = new Sea().Indicators("share").Lines("north", "south").Figure("north", "share", 30, "%").Figure("south", "share", 71, "%").Check("whole", "100", "SUM", "*.share...%").View();
        var conflict = Assert.Single(DerivedConflicts.Find(view));
        Assert.Equal(["30 %", "71 %", "101 %, expected 100"], conflict.Claims.Select(c => c.Value));
        Assert.Equal("log#page 1", conflict.Claims[2].Citation.ToString());
    }
}
