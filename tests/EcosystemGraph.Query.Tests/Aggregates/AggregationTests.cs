using CsCheck;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Aggregates;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Aggregates;

public sealed class AggregationTests
{
    private static readonly Gen<GroupKey> Key = Gen.OneOf<GroupKey>(
        new ByKindKey(), new ByPropertyKey(Fleet.Property("rig")), new ByPropertyKey(Fleet.Property("flags")), new ByYearKey(Fleet.Property("launched")),
        new ByRelatedKey(Fleet.Field("Ship", "calls")), new ByRelatedKey(Fleet.Field("Ship", "calls"), new ByRelatedKey(Fleet.Field("Port", "sea"))),
        new ByRelatedKey(Fleet.Field("Ship", "captains"), new ByKindKey()), new ByWithinKey(Fleet.Type("Sea")));

    [Fact]
    public void A_group_holds_the_entities_that_have_its_values() =>
        Gen.Select(GenFleet.Facts, Key.Array[0, 3]).Sample((facts, keys) =>
        {
            var view = Fleet.View(facts);
            var groups = Aggregation.Run(view, view.Entities(), keys);
            var expected = view.Entities()
                .SelectMany(e => keys.Aggregate<GroupKey, IEnumerable<string>>([""], (sofar, key) => sofar.SelectMany(s => Values(view, key, e).Select(v => $"{s}/{v}"))).Select(k => (Key: k, Entity: e)))
                .GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Select(p => p.Entity).ToArray());
            Assert.Equal(expected.Keys.Order(), groups.Select(Text).Order());
            Assert.All(groups, g => Assert.Equal(expected[Text(g)], g.Entities));
            Assert.Equal(groups.Select(g => g.Count).OrderDescending(), groups.Select(g => g.Count));
        });

    [Fact]
    public void Numbers_and_dates_are_summed_up()
    {
        var view = Fleet.View(
            Fleet.Ship("s1", ("tons", 1.5m), ("launched", Fleet.Date("1800"))), Fleet.Ship("s2", ("tons", 2.5m), ("launched", Fleet.Date("1790/1810"))), Fleet.Ship("s3"));
        var all = Assert.Single(Aggregation.Run(view, view.Entities(Fleet.Type("Ship")), []));
        Assert.Equal(3, all.Count);
        Assert.Equal(new NumberSummary(2, 1.5m, 2.5m, 4m, 2m), all.Numbers(Fleet.Property("tons")));
        Assert.Equal(new DateSummary(2, Fleet.Date("1790/1810"), Fleet.Date("1790/1810")), all.Dates(Fleet.Property("launched")));
        Assert.Null(all.Numbers(Fleet.Property("masts")));
    }

    [Fact]
    public void Related_entities_are_grouped_by_their_relations_too()
    {
        var view = Fleet.View(
            Fleet.Ship("s1"), Fleet.Ship("s2"), Fleet.Ship("s3"), Fleet.Entity("Captain", "c1"),
            Fleet.Relation("c1", "COMMANDS", "s1", properties: ("rank", "MATE")), Fleet.Relation("c1", "COMMANDS", "s2", properties: ("rank", "MATE")), Fleet.Relation("c1", "COMMANDS", "s3"));
        var field = Fleet.Field("Captain", "commands");
        var groups = Aggregation.Run(view, view.Related(view.Index("c1"), field).ToList(), [new ByEdgePropertyKey(Fleet.Property("rank"))]);
        Assert.Equal([("MATE", 2), (null, 1)], groups.Select(g => (g.Keys[0].Text, g.Count)));
        Assert.Equal(QueryErrorCode.BadArgument, Assert.Throws<QueryException>(() => Aggregation.Run(view, view.Entities(), [new ByEdgePropertyKey(Fleet.Property("rank"))])).Code);
    }

    [Fact]
    public void Figures_are_grouped_by_document_period_and_unit()
    {
        var view = Fleet.View(
            Fleet.Ship("s1"), Fleet.Figure("s1", "crew", 3, "1800"), Fleet.Figure("s1", "crew", 3, "1800", cite: Fleet.Almanac), Fleet.Figure("s1", "guns", 5, "1800-02", unit: "kg"));
        var observations = view.Snapshot.Observations.All;
        Assert.Equal([("log", 2), ("almanac", 1)], Groups(ObservationGroupKey.Document));
        Assert.Equal([("1800", 2)], Groups(ObservationGroupKey.Year));
        Assert.Equal([("count", 1), ("kg", 1)], Groups(ObservationGroupKey.Unit));
        Assert.Equal(8, Assert.Single(ObservationAggregation.Run(view, observations, [])).Values!.Sum);

        IEnumerable<(string?, int)> Groups(ObservationGroupKey key) => ObservationAggregation.Run(view, observations, [key]).Select(g => (g.Keys[0].Text, g.Count));
    }

    private static string Text(AggregateGroup group) => string.Concat(group.Keys.Select(k => "/" + k.Text));

    private static List<string> Values(GraphView view, GroupKey key, int entity)
    {
        var entities = view.Snapshot.Entities;
        IEnumerable<object?> values = key switch
        {
            ByKindKey => [entities.Kind(entity).EnumName],
            ByPropertyKey p when entities.Property(entity, p.Property.Name) is object[] items => items,
            ByPropertyKey p => [entities.Property(entity, p.Property.Name)],
            ByYearKey y => [(entities.Property(entity, y.Property.Name) as PartialDate)?.Year],
            ByRelatedKey { Inner: null } r => view.Related(entity, r.Field).ToList().Select(n => view.Id(n.Entity)),
            ByRelatedKey { Inner: { } inner } r => view.Related(entity, r.Field).ToList().SelectMany(n => Values(view, inner, n.Entity).Where(v => v.Length > 0)),
            ByWithinKey w => Containment.Of(view).Ancestors(entity).Append(entity).Where(e => w.Type.Kinds.Any(k => k.Name == entities.Kind(e).Name)).Select(view.Id),
            _ => throw new NotSupportedException(),
        };
        return [.. values.OfType<object>().Select(v => $"{v}").Distinct().DefaultIfEmpty("")];
    }
}
