using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Tests.Snapshots;

public class SnapshotTests
{
    [Fact]
    public void Of_two_claims_the_surer_is_preferred_and_the_other_name_becomes_an_alias()
    {
        var snapshot = Orchard.Ledger(
            Orchard.Entity("Hive", "hive-1", "The old hive", new Citation("almanac", "May"), Certainty.Likely, 0, ("built", PartialDate.Parse("1999"))),
            Orchard.Entity("Hive", "hive-1", "Grandmother's hive", new Citation("diary", "page 1"), Certainty.Stated, 1, ("built", PartialDate.Parse("2001-05")))).Build();
        Assert.True(snapshot.Entities.TryFind("hive-1", out var hive));
        Assert.Equal("Grandmother's hive", snapshot.Entities.Name(hive));
        Assert.Equal(["The old hive"], snapshot.Entities.Aliases(hive));
        Assert.Equal("2001-05", snapshot.Entities.Property(hive, "built")!.ToString());
        Assert.Equal(2, snapshot.Entities.Statements(hive).Count);
        Assert.Equal(["diary#page 1", "almanac#May"], snapshot.Entities.Citations(hive).Select(c => c.ToString()));
    }

    [Fact]
    public void A_misprint_is_only_for_searching()
    {
        var snapshot = Orchard.Ledger(
            Orchard.Entity("Bee", "maya", "Maja", new Citation("almanac", "May"), Certainty.Misprint, 0),
            Orchard.Entity("Bee", "maya", "Maya", ordinal: 1)).Build();
        snapshot.Entities.TryFind("maya", out var bee);
        Assert.Equal("Maya", snapshot.Entities.Name(bee));
        Assert.Empty(snapshot.Entities.Aliases(bee));
        Assert.Contains("Maja", snapshot.Entities.AllNames(bee));
    }

    [Fact]
    public void An_observation_cites_who_gives_its_figure_and_who_gives_another_stands_among_the_statements()
    {
        var honey = Assert.Single(Honeys());
        Assert.Equal(12, honey.Preferred.Value);
        Assert.Equal(["diary#page 1", "letter#June"], honey.Citations.Select(c => c.ToString()));
        Assert.Equal(4, honey.Statements.Count);
    }

    [Fact]
    public void An_observation_can_be_had_as_one_document_states_it()
    {
        var honey = Assert.Single(Honeys());
        var almanac = honey.As("almanac");
        Assert.Equal((honey.Id, 9m), (almanac.Id, almanac.Preferred.Value));
        Assert.Equal(["almanac#May"], almanac.Citations.Select(c => c.ToString()));
        Assert.Equal(Qualifier.MoreThan, honey.As("market").Preferred.Qualifier);
        Assert.Same(honey, honey.As("atlas"));
        Assert.Same(almanac, almanac.As("almanac"));
    }

    private static IReadOnlyList<Observation> Honeys()
    {
        static ObservationStatement Honey(Qualifier qualifier, decimal kilograms, Citation place, int ordinal) =>
            new() { Subject = "hive-1", Indicator = "honey", Qualifier = qualifier, Value = kilograms, Unit = "kg", Citations = [place], Ordinal = ordinal };
        return Orchard.Ledger(Orchard.Entity("Hive", "hive-1"),
            Honey(Qualifier.Exact, 12, new Citation("diary", "page 1"), 0), Honey(Qualifier.Exact, 9, new Citation("almanac", "May"), 1),
            Honey(Qualifier.Exact, 12, new Citation("letter", "June"), 2), Honey(Qualifier.MoreThan, 12, new Citation("market", "July"), 3)).Build().Observations.All;
    }

    [Fact]
    public void A_relation_that_is_only_denied_is_not_in_the_graph_but_its_claim_is()
    {
        var snapshot = Orchard.Ledger(Orchard.Entity("Keeper", "ada"), Orchard.Entity("Tree", "apple"),
            Orchard.Relation("LIKES", "ada", "apple", certainty: Certainty.Denied)).Build();
        snapshot.Entities.TryFind("ada", out var ada);
        Assert.Equal(0, snapshot.Relations.Count);
        Assert.True(snapshot.Relations.Out(ada).IsEmpty);
        Assert.False(snapshot.Relations.TryFind("likes:ada:apple", out _));
        Assert.Equal("likes:ada:apple", snapshot.Relations.Id(snapshot.Relations.Denied[0]));
    }

    [Fact]
    public void A_symmetric_relation_is_one_whichever_way_it_is_written()
    {
        var snapshot = Orchard.Ledger(Orchard.Entity("Hive", "a"), Orchard.Entity("Hive", "b"),
            Orchard.Relation("BESIDE", "b", "a"), Orchard.Relation("BESIDE", "a", "b", new Citation("almanac", "May"))).Build();
        Assert.Equal(1, snapshot.Relations.Count);
        Assert.True(snapshot.Relations.TryFind("beside:b:a", out var relation));
        Assert.Equal("beside:a:b", snapshot.Relations.Id(relation));
        Assert.Equal(2, snapshot.Relations.Statements(relation).Count);
    }

    [Fact]
    public void A_merged_id_resolves_and_removing_the_judgement_splits_the_two_again()
    {
        var merge = new MergeFact { Id = "old-ada", Into = "ada", Reason = "the same hat" };
        var ledger = Orchard.Ledger(Orchard.Entity("Keeper", "ada", "Ada", new Citation("diary", "page 9")), Orchard.Entity("Keeper", "old-ada", "Adelaide"), Orchard.Entity("Hive", "hive-1"),
            Orchard.Relation("KEEPS", "old-ada", "hive-1"), merge);
        var merged = ledger.Build();
        Assert.True(merged.Entities.TryFind("old-ada", out var ada));
        Assert.Equal("ada", merged.Entities.Id(ada));
        Assert.Equal("Ada", merged.Entities.Name(ada));
        Assert.Equal(["Adelaide"], merged.Entities.Aliases(ada));
        Assert.Equal("keeps:ada:hive-1", merged.Relations.Id(merged.Relations.Out(ada)[0]));

        var split = merged.Apply(ledger.Apply(new ChangeSet { Id = "split", Origin = Origin.Bundle, Removals = [merge.Key] }));
        Assert.True(split.Entities.TryFind("old-ada", out var old));
        Assert.Equal("keeps:old-ada:hive-1", split.Relations.Id(split.Relations.Out(old)[0]));
    }

    [Fact]
    public void A_mutation_stands_before_the_bundle_and_a_retraction_hides_it()
    {
        var written = Orchard.Entity("Bee", "maya", "Maya");
        var ledger = Orchard.Ledger(written);
        var corrected = ledger.Build().Apply(ledger.Apply(new ChangeSet { Id = "m1", Origin = Origin.Mutation, Upserts = [written with { Name = "Maia" }] }));
        corrected.Entities.TryFind("maya", out var bee);
        Assert.Equal("Maia", corrected.Entities.Name(bee));

        var hidden = corrected.Apply(ledger.Apply(new ChangeSet { Id = "m2", Origin = Origin.Mutation, Removals = [written.Key] }));
        Assert.False(hidden.Entities.TryFind("maya", out _));

        var reloaded = hidden.Apply(ledger.Apply(new ChangeSet { Id = "b2", Origin = Origin.Bundle, Upserts = [written with { Name = "Maya the Bee" }] }));
        Assert.False(reloaded.Entities.TryFind("maya", out _));
    }

    [Fact]
    public void Through_some_documents_only_what_they_say_is_seen_and_what_they_mention_keeps_its_name()
    {
        var almanac = new Citation("almanac", "May");
        var snapshot = Orchard.Ledger(Orchard.Entity("Keeper", "ada", "Ada"), Orchard.Entity("Keeper", "bo", "Bo"), Orchard.Entity("Hive", "hive-1", "Blue hive"),
            Orchard.Entity("Hive", "hive-1", cite: almanac, properties: ("built", PartialDate.Parse("1999"))) with { Name = null },
            Orchard.Relation("KEEPS", "ada", "hive-1", almanac), Orchard.Relation("KEEPS", "bo", "hive-1")).Build();
        var restricted = snapshot.Restrict(new HashSet<string> { "almanac" });
        Assert.Equal(["ada", "hive-1"], restricted.Entities.All.Select(restricted.Entities.Id));
        restricted.Entities.TryFind("hive-1", out var hive);
        Assert.Equal("Blue hive", restricted.Entities.Name(hive));
        restricted.Entities.TryFind("ada", out var ada);
        Assert.Equal("Ada", restricted.Entities.Name(ada));
        Assert.Equal([almanac], restricted.Entities.Citations(hive));
        Assert.Equal("keeps:ada:hive-1", restricted.Relations.Id(restricted.Relations.In(hive)[0]));
        Assert.Equal(1, restricted.Relations.Count);
    }
}
