using CsCheck;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Tests.Snapshots;

/// <summary>The next snapshot is made from the one before, never by reading the store again; both ways must give the same.</summary>
public class NextSnapshotTests
{
    private static readonly string[] Keepers = ["ada", "bo", "cy"];
    private static readonly string[] Hives = ["hive-1", "hive-2", "hive-3", "hive-4"];
    private static readonly string[] Trees = ["apple", "pear"];
    private static readonly Citation[] Places = [new("diary", "page 1"), new("diary", "page 2"), new("almanac", "May")];

    private static readonly Gen<Certainty> AnyCertainty = Gen.Int[0, 4].Select(i => new[] { Certainty.Stated, Certainty.Stated, Certainty.Likely, Certainty.Misprint, Certainty.Denied }[i]);

    /// <summary>A fact about one of a few subjects, so that facts meet: same subject, same place, other content.</summary>
    private static readonly Gen<Fact> AnyFact = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2].Select(p => Places[p]), AnyCertainty, Gen.Int[0, 2]).Select(Fact (what, a, b, place, certainty, n) => what switch
    {
        0 => Orchard.Entity("Keeper", Keepers[a % 3], $"Keeper {n}", place, certainty, n),
        1 => Orchard.Entity("Hive", Hives[a], $"Hive {b}", place, certainty, n, ("built", PartialDate.Parse($"{2000 + n}")), ("colours", new object[] { "red", $"blue {n}" })),
        2 => Orchard.Relation("KEEPS", Keepers[a % 3], Hives[b], place, certainty, n == 2 ? "again" : "", n == 1 ? "2001" : null, null, ("tier", n == 0 ? "CHIEF" : "HELPER")),
        3 => Orchard.Relation("BESIDE", Hives[a], Hives[b], place, certainty),
        4 => Orchard.Relation("LIKES", Keepers[a % 3], Trees[b % 2], place, certainty),
        _ => new ObservationStatement { Subject = Hives[a], Indicator = "honey", By = b == 0 ? null : Trees[b % 2], Value = n, Unit = "kg", Citations = [place], Certainty = certainty },
    });

    private static readonly Gen<(Origin Origin, Fact[] Upserts, int[] Removals, bool Merge)> AnyChange =
        Gen.Select(Gen.Bool.Select(b => b ? Origin.Bundle : Origin.Mutation), AnyFact.Array[0, 6], Gen.Int[0, 1000].Array[0, 3], Gen.Int[0, 9].Select(n => n == 0));

    /// <summary>What every graph of the test starts with: each subject has a statement that no change removes, so no end dangles.</summary>
    private static Fact[] Ground() =>
    [
        .. Keepers.Select(k => Orchard.Entity("Keeper", k, cite: new Citation("ground", "list"))),
        .. Hives.Select(h => Orchard.Entity("Hive", h, cite: new Citation("ground", "list"))),
        .. Trees.Select(t => Orchard.Entity("Tree", t, cite: new Citation("ground", "list"))),
        .. Enumerable.Range(0, 40).Select(i => Orchard.Entity("Bee", $"bee-{i:00}", cite: new Citation("ground", "list"))),
        .. Enumerable.Range(0, 40).Select(i => Orchard.Relation("LIKES", $"bee-{i:00}", Trees[i % 2], new Citation("ground", "list"))),
        new IndicatorFact { Id = "honey", Name = "Honey" },
    ];

    [Fact]
    public void It_equals_a_rebuild_whatever_changed()
    {
        AnyChange.Array[1, 12].Sample(changes =>
        {
            var ledger = Orchard.Ledger(Ground());
            var snapshot = ledger.Build();
            for (var i = 0; i < changes.Length; i++)
            {
                snapshot = snapshot.Apply(ledger.Apply(ToChangeSet(ledger, i, changes[i])));
                Assert.Equal(SnapshotText.Describe(ledger.Build()), SnapshotText.Describe(snapshot));
            }
        }, iter: 400);
    }

    [Fact]
    public void The_snapshot_before_stays_as_it_was()
    {
        AnyChange.Sample(change =>
        {
            var ledger = Orchard.Ledger(Ground());
            var before = ledger.Build();
            var text = SnapshotText.Describe(before);
            before.Apply(ledger.Apply(ToChangeSet(ledger, 0, change)));
            Assert.Equal(text, SnapshotText.Describe(before));
        }, iter: 200);
    }

    [Fact]
    public void An_entity_may_come_and_go_and_come_again()
    {
        var ledger = Orchard.Ledger(Ground());
        var snapshot = ledger.Build();
        var bee = Orchard.Entity("Bee", "queen", "The queen");
        foreach (var present in new[] { true, false, true, false, true })
        {
            var changes = new ChangeSet { Id = Guid.NewGuid().ToString(), Origin = Origin.Mutation, Upserts = present ? [bee] : [], Removals = present ? [] : [bee.Key] };
            snapshot = snapshot.Apply(ledger.Apply(changes));
            Assert.Equal(present, snapshot.Entities.TryFind("queen", out _));
            Assert.Equal(SnapshotText.Describe(ledger.Build()), SnapshotText.Describe(snapshot));
        }
    }

    [Fact]
    public void A_derived_value_is_made_once_and_handed_on_with_what_changed()
    {
        var ledger = Orchard.Ledger(Ground());
        var snapshot = ledger.Build();
        var made = 0;
        string Make(Model.Snapshots.GraphSnapshot s, Model.Snapshots.DerivedFrom<string>? from)
        {
            made++;
            return from is null ? "fresh" : $"{from.Value}+{string.Join(',', from.ChangedEntities.Select(s.Entities.Id).Order(StringComparer.Ordinal))}";
        }

        Assert.Equal("fresh", snapshot.Derive<string>(Make));
        Assert.Equal("fresh", snapshot.Derive<string>(Make));
        Assert.Equal(1, made);
        var next = snapshot.Apply(ledger.Apply(new ChangeSet { Id = "n", Origin = Origin.Mutation, Upserts = [Orchard.Relation("KEEPS", "ada", "hive-1")] }));
        Assert.Equal("fresh+ada,hive-1", next.Derive<string>(Make));
    }

    private static ChangeSet ToChangeSet(Ledger ledger, int i, (Origin Origin, Fact[] Upserts, int[] Removals, bool Merge) change)
    {
        var upserts = change.Upserts.DistinctBy(f => f.Key).ToList();
        if (change.Merge) upserts.Add(new MergeFact { Id = "hive-4", Into = "hive-2", Reason = "the same wood", Ordinal = i });
        var removable = ledger.Keys.Where(k => k.Key.Citations != "ground#list" && k.Key.Type != FactType.Indicator).OrderBy(k => k.Key).ToList();
        var removals = removable.Count == 0 ? [] : change.Removals.Select(r => removable[r % removable.Count].Key).Where(k => upserts.All(u => u.Key != k)).Distinct().ToList();
        return new ChangeSet { Id = $"change-{i}", Origin = change.Origin, Upserts = upserts, Removals = removals };
    }
}
