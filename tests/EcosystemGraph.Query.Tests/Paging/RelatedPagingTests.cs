using CsCheck;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Sorts;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Traversals;

namespace EcosystemGraph.Query.Tests.Paging;

public sealed class RelatedPagingTests
{
    private static readonly Gen<RelationField> Field = Gen.OneOf(
        Fleet.Field("Ship", "home"), Fleet.Field("Ship", "calls"), Fleet.Field("Ship", "consorts"), Fleet.Field("Port", "visitors"), Fleet.Field("Sea", "parts"));

    private static readonly Gen<EntitySort[]> Order = Gen.OneOf<EntitySort[]>(
        [], [new ByEdgeProperty(Fleet.Property("cargo"), true)], [new ByEdgeBuiltIn(BuiltInField.ValidFrom, false)], [new ByBuiltIn(BuiltInField.Name, true), new ByEdgeProperty(Fleet.Property("on"), false)]);

    [Fact]
    public void The_pages_of_related_entities_are_all_of_them_once() =>
        Gen.Select(GenFleet.Facts, Gen.OneOf(GenFleet.All), Field, Order, Gen.Int[1, 3]).Sample((facts, id, field, order, size) =>
        {
            var view = Fleet.View(facts);
            var whole = RelatedQuery.Run(view, view.Index(id), field, null, null, order, new PageRequest(1000));
            var pages = Pages(after => RelatedQuery.Run(view, view.Index(id), field, null, null, order, new PageRequest(size, after)));
            Assert.Equal(whole.Items, pages);
            Assert.Equal(view.Related(view.Index(id), field).ToList().OrderBy(n => n.Relation), whole.Items.OrderBy(n => n.Relation));
            Assert.Equal(whole.Items.Count, whole.TotalCount);
            if (order.Length > 0) return;
            Assert.Equal(whole.Items.OrderBy(n => view.Id(n.Entity), StringComparer.Ordinal).ThenBy(n => view.Snapshot.Relations.Key(n.Relation), StringComparer.Ordinal), whole.Items);
        });

    [Fact]
    public void All_relations_of_an_entity_come_kind_by_kind_and_each_once() =>
        Gen.Select(GenFleet.Facts, Gen.OneOf(GenFleet.All), Gen.Enum<Direction>(), Gen.Int[1, 3]).Sample((facts, id, direction, size) =>
        {
            var view = Fleet.View(facts);
            var entity = view.Index(id);
            var pages = Pages(after => RelatedQuery.All(view, entity, null, direction, new PageRequest(size, after)));
            var relations = view.Snapshot.Relations;
            var expected = Enumerable.Range(0, relations.Capacity).Where(view.SeesRelation).Where(r =>
                ((direction != Direction.In || relations.Kind(r).Undirected) && relations.From(r) == entity)
                || ((direction != Direction.Out || relations.Kind(r).Undirected) && relations.To(r) == entity));
            Assert.Equal(expected.Order(), pages.Select(n => n.Relation).Order());
            Assert.Equal(pages.Select(n => relations.KindIndex(n.Relation)).Order(), pages.Select(n => relations.KindIndex(n.Relation)));
        });

    [Fact]
    public void Related_entities_are_chosen_by_themselves_and_by_their_relation()
    {
        var view = Fleet.View(
            Fleet.Ship("s1"), Fleet.Entity("Port", "p1"), Fleet.Entity("Port", "p2"), Fleet.Entity("Port", "p3"),
            Fleet.Relation("s1", "CALLS_AT", "p1", properties: ("cargo", 5m)), Fleet.Relation("s1", "CALLS_AT", "p2", properties: ("cargo", 9m)), Fleet.Relation("s1", "CALLS_AT", "p3"));
        var page = RelatedQuery.Run(view, view.Index("s1"), Fleet.Field("Ship", "calls"),
            new Negation(new IsOneOf([Reference.ToEntity("p1")])),
            new RelationPropertyFilter(Fleet.Property("cargo"), ValueCondition.Of(ValueOperator.Gt, 1)), [], PageRequest.Default);
        Assert.Equal(["p2"], view.Ids(page.Items.Select(n => n.Entity)));
        Assert.Equal(1, page.TotalCount);
    }

    [Fact]
    public void Observations_come_in_pages_too() =>
        Gen.Select(GenFleet.Facts, Gen.Enum<ObservationField>(), Gen.Bool, Gen.Int[1, 3]).Sample((facts, field, descending, size) =>
        {
            var view = Fleet.View(facts);
            ObservationSort[] order = [new(field, descending)];
            var pages = Pages(after => ObservationQuery.Run(view, null, order, new PageRequest(size, after)));
            Assert.Equal(view.Snapshot.Observations.All.Select(o => o.Id), pages.Select(o => o.Id).Order(StringComparer.Ordinal));
            Assert.Equal(ObservationQuery.Run(view, null, order, new PageRequest(1000)).Items, pages);
        });

    private static List<T> Pages<T>(Func<string?, Page<T>> get)
    {
        var items = new List<T>();
        for (string? after = null; ;)
        {
            var page = get(after);
            items.AddRange(page.Items);
            if (!page.HasNextPage) return items;
            after = page.Cursors[^1];
        }
    }
}
