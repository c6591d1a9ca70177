using CsCheck;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Sorts;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Paging;

public sealed class PagingTests
{
    private static readonly Gen<EntitySort> Sort = Gen.Select(Gen.Int[0, 9], Gen.Bool, (which, descending) => (EntitySort)(which switch
    {
        0 => new ByBuiltIn(BuiltInField.Name, descending),
        1 => new ByBuiltIn(BuiltInField.Id, descending),
        2 => new ByBuiltIn(BuiltInField.Confidence, descending),
        3 => new ByProperty(Fleet.Property("tons"), descending),
        4 => new ByProperty(Fleet.Property("launched"), descending),
        5 => new ByProperty(Fleet.Property("rig"), descending),
        6 => new ByProperty(Fleet.Property("motto"), descending),
        7 => new ByRelatedCount(Fleet.Field("Port", "visitors"), descending),
        8 => new ByObservation(new ObservationFilter { Indicator = [new IndicatorIs([Reference.ToIndicator("crew")])] }, descending),
        _ => new ByKind(descending),
    }));

    private static readonly Gen<EntityFilter?> Filter = Gen.OneOf<EntityFilter?>(null, new KindIs([Fleet.Type("Vessel")]), new HasRelated(Fleet.Field("Ship", "calls"), true));

    [Fact]
    public void Pages_one_after_another_are_the_whole_list_in_its_order() =>
        Gen.Select(GenFleet.Facts, Filter, Sort.Array[0, 3], Gen.Int[1, 7]).Sample((facts, filter, order, size) =>
        {
            var view = Fleet.View(facts);
            var whole = EntityQuery.Run(view, null, filter, order, new PageRequest(1000));
            var inPages = new List<int>();
            Page<int> page;
            string? after = null;
            do
            {
                page = EntityQuery.Run(view, null, filter, order, new PageRequest(size, after));
                Assert.True(page.Items.Count == size || !page.HasNextPage);
                Assert.Equal(after is not null, page.HasPreviousPage);
                Assert.Equal(whole.Items.Count, page.TotalCount);
                inPages.AddRange(page.Items);
                after = page.Items.Count > 0 ? page.Cursors[^1] : null;
            }
            while (page.HasNextPage);
            Assert.Equal(whole.Items, inPages);
            Assert.Equal(view.Entities().Where(FilterEvaluator.Compile(view, filter).Invoke).Order(), whole.Items.Order());
            Assert.All(whole.Items.Zip(whole.Items.Skip(1)), pair => Assert.True(InOrder(view, order, pair.First, pair.Second)));
        });

    [Fact]
    public void A_cursor_goes_on_at_its_place_in_the_next_revision_even_if_its_entity_has_gone() =>
        Gen.Select(GenFleet.Facts, Sort.Where(s => s is not (ByRelatedCount or ByObservation)).Array[0, 2], Gen.Int[1, 7]).Sample((facts, order, size) =>
        {
            var before = Fleet.View(facts);
            var whole = EntityQuery.Run(before, null, null, order, new PageRequest(1000)).Items;
            var page = EntityQuery.Run(before, null, null, order, new PageRequest(size));
            var last = before.Id(page.Items[^1]);
            if (Fleet.Documents.Contains(last)) return;

            var after = GraphView.Of(before.Snapshot.Next([], facts.Where(f => Concerns(f, last))));
            var rest = EntityQuery.Run(after, null, null, order, new PageRequest(1000, page.Cursors[^1]));
            Assert.Equal(before.Ids(whole.Skip(size)), after.Ids(rest.Items));
        });

    [Fact]
    public void A_cursor_of_an_order_by_a_property_keeps_its_place_when_its_entity_goes()
    {
        Fact[] ships = [Fleet.Ship("a", ("tons", 3m)), Fleet.Ship("b", ("tons", 2m)), Fleet.Ship("c", ("tons", 2m)), Fleet.Ship("d", ("tons", 1m)), Fleet.Ship("e")];
        EntitySort[] order = [new ByProperty(Fleet.Property("tons"), true)];
        var snapshot = Fleet.Snapshot(ships);
        var cursor = Page(GraphView.Of(snapshot), new PageRequest(2)).Cursors[^1];
        var next = GraphView.Of(snapshot.Next([Fleet.Ship("bb", ("tons", 2m)), Fleet.Ship("aa", ("tons", 9m))], [ships[1]]));
        Assert.Equal(["bb", "c", "d", "e"], next.Ids(Page(next, new PageRequest(10, cursor)).Items));

        Page<int> Page(GraphView view, PageRequest page) => EntityQuery.Run(view, Fleet.Type("Ship"), null, order, page);
    }

    [Fact]
    public void Nothing_comes_last_in_either_direction_and_ties_break_by_id()
    {
        var view = Fleet.View(Fleet.Ship("d", ("masts", 1)), Fleet.Ship("c"), Fleet.Ship("b", ("masts", 2)), Fleet.Ship("a"), Fleet.Ship("e", ("masts", 1)));
        Assert.Equal(["d", "e", "b", "a", "c"], Ordered(view, new ByProperty(Fleet.Property("masts"), false)));
        Assert.Equal(["b", "d", "e", "a", "c"], Ordered(view, new ByProperty(Fleet.Property("masts"), true)));
    }

    [Fact]
    public void Enums_sort_as_the_ontology_lists_them_dates_by_their_start_and_texts_folded()
    {
        var view = Fleet.View(
            Fleet.Entity("Ship", "a", "Éclair", properties: [("rig", "BARQUE"), ("launched", Fleet.Date("1801"))]),
            Fleet.Entity("Ship", "b", "delphin", properties: [("rig", "SLOOP"), ("launched", Fleet.Date("1800/1805"))]),
            Fleet.Entity("Ship", "c", "Falcon", properties: [("rig", "BRIG"), ("launched", Fleet.Date("1800-12-31"))]));
        Assert.Equal(["b", "c", "a"], Ordered(view, new ByProperty(Fleet.Property("rig"), false)));
        Assert.Equal(["b", "c", "a"], Ordered(view, new ByProperty(Fleet.Property("launched"), false)));
        Assert.Equal(["b", "a", "c"], Ordered(view, new ByBuiltIn(BuiltInField.Name, false)));
    }

    [Fact]
    public void Decimals_that_a_double_cannot_tell_apart_are_in_their_order()
    {
        var view = Fleet.View(Fleet.Ship("a", ("tons", 9007199254740993.1m)), Fleet.Ship("b", ("tons", 9007199254740993.0m)));
        Assert.Equal(["b", "a"], Ordered(view, new ByProperty(Fleet.Property("tons"), false)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("bm9uc2Vuc2U")]
    [InlineData("AAAA")]
    public void What_is_no_cursor_is_refused(string cursor)
    {
        var refused = Assert.Throws<QueryException>(() => EntityQuery.Run(Fleet.View(), null, null, [], new PageRequest(5, cursor)));
        Assert.Equal(QueryErrorCode.BadArgument, refused.Code);
        Assert.Contains($"'{cursor}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cursor_cut_short_or_lengthened_anywhere_is_refused_or_read_and_nothing_else() =>
        Gen.Select(Gen.Int[0, 60], Gen.Char['-', 'z']).Sample((at, c) =>
        {
            var view = Fleet.View(Fleet.Ship("a", ("tons", 3m)), Fleet.Ship("b"));
            EntitySort[] order = [new ByProperty(Fleet.Property("tons"), true), new ByBuiltIn(BuiltInField.Name, false)];
            var cursor = EntityQuery.Run(view, Fleet.Type("Ship"), null, order, new PageRequest(1)).Cursors[0];
            var damaged = string.Concat(cursor.AsSpan(0, Math.Min(at, cursor.Length)), c.ToString());
            try
            {
                EntityQuery.Run(view, Fleet.Type("Ship"), null, order, new PageRequest(1, damaged));
            }
            catch (QueryException e)
            {
                Assert.Equal(QueryErrorCode.BadArgument, e.Code);
            }
        });

    [Fact]
    public void A_cursor_of_another_order_is_refused()
    {
        var view = Fleet.View(Fleet.Ship("a"), Fleet.Ship("b"));
        var cursor = EntityQuery.Run(view, null, null, [new ByBuiltIn(BuiltInField.Name, false)], new PageRequest(1)).Cursors[0];
        foreach (EntitySort[] other in new EntitySort[][] { [], [new ByBuiltIn(BuiltInField.Name, true)], [new ByBuiltIn(BuiltInField.Id, false)] })
        {
            var refused = Assert.Throws<QueryException>(() => EntityQuery.Run(view, null, null, other, new PageRequest(1, cursor)));
            Assert.Contains("another order", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(-1, QueryErrorCode.BadArgument)]
    [InlineData(1001, QueryErrorCode.LimitExceeded)]
    public void A_page_has_between_none_and_a_thousand_items(int first, string code) =>
        Assert.Equal(code, Assert.Throws<QueryException>(() => EntityQuery.Run(Fleet.View(), null, null, [], new PageRequest(first))).Code);

    [Fact]
    public void A_page_of_none_still_counts()
    {
        var page = EntityQuery.Run(Fleet.View(Fleet.Ship("a")), Fleet.Type("Ship"), null, [], new PageRequest(0));
        Assert.Empty(page.Items);
        Assert.True(page.HasNextPage);
        Assert.Equal(1, page.TotalCount);
    }

    [Fact]
    public void The_whole_is_counted_only_when_it_is_asked_for()
    {
        var counted = 0;
        var page = new Page<int>([1], i => $"{i}", false, false, () => ++counted);
        Assert.Equal(0, counted);
        Assert.Equal((1, 1), (page.TotalCount, page.TotalCount));
    }

    [Fact]
    public void Sorting_by_a_list_or_by_a_relation_that_is_not_there_is_refused()
    {
        foreach (EntitySort sort in new EntitySort[] { new ByProperty(Fleet.Property("flags"), false), new ByEdgeProperty(Fleet.Property("cargo"), false), new ByRelevance(true) })
            Assert.Equal(QueryErrorCode.BadArgument, Assert.Throws<QueryException>(() => Ordered(Fleet.View(), sort)).Code);
    }

    private static string[] Ordered(GraphView view, params EntitySort[] order) => view.Ids(EntityQuery.Run(view, Fleet.Type("Ship"), null, order, PageRequest.Default).Items);

    private static bool Concerns(Fact fact, string id) => fact switch
    {
        EntityStatement e => e.Id == id,
        RelationStatement r => r.From == id || r.To == id,
        ObservationStatement o => o.Subject == id || o.By == id,
        _ => false,
    };

    /// <summary>The order again, in another way: key by key, with values as the ontology types them.</summary>
    private static bool InOrder(GraphView view, EntitySort[] order, int a, int b)
    {
        foreach (var sort in order)
        {
            var (x, y) = (KeyOf(view, sort, a), KeyOf(view, sort, b));
            if (x is null && y is null) continue;
            if (x is null || y is null) return y is null;
            var comparison = x is string ? string.CompareOrdinal((string)x, (string)y) : x.CompareTo(y);
            if (comparison != 0) return comparison < 0 != sort.Descending;
        }

        return string.CompareOrdinal(view.Id(a), view.Id(b)) < 0;
    }

    private static IComparable? KeyOf(GraphView view, EntitySort sort, int entity)
    {
        var entities = view.Snapshot.Entities;
        return sort switch
        {
            ByBuiltIn { Field: BuiltInField.Id } => entities.Id(entity),
            ByBuiltIn { Field: BuiltInField.Name } => Model.Values.Names.Fold(entities.Name(entity)),
            ByBuiltIn => entities.Confidence(entity),
            ByKind => entities.KindIndex(entity),
            ByRelatedCount count => view.Related(entity, count.Field).ToList().Count,
            ByObservation => view.Snapshot.Observations.Of(entity).FirstOrDefault(o => o.Indicator == "crew")?.Preferred.Value,
            ByProperty { Property.Name: "rig" } => entities.Property(entity, "rig") is string rig ? Fleet.Property("rig").Enum!.Values.ToList().FindIndex(v => v.Name == rig) : null,
            ByProperty { Property.Name: "launched" } => (entities.Property(entity, "launched") as Model.Values.PartialDate)?.Start,
            ByProperty { Property.Name: "motto" } => entities.Property(entity, "motto") is string motto ? Model.Values.Names.Fold(motto) : null,
            ByProperty property => (IComparable?)entities.Property(entity, property.Property.Name),
            _ => throw new NotSupportedException(),
        };
    }
}
