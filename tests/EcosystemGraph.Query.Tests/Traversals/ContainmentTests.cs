using CsCheck;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Traversals;

public sealed class ContainmentTests
{
    [Fact]
    public void What_lies_in_a_place_has_it_among_the_places_in_which_it_lies_and_circles_do_no_harm() =>
        Gen.Select(GenFleet.Facts, Gen.OneOf<string?>(null, "1801")).Sample((facts, asOf) =>
        {
            var snapshot = Fleet.Snapshot(facts);
            var date = asOf is null ? null : Fleet.Date(asOf);
            var view = GraphView.Of(snapshot, date);
            var naive = new Naive(snapshot, date);
            var containment = Containment.Of(view);
            foreach (var place in GenFleet.Ports.Concat(GenFleet.Seas).Where(naive.Entities.Contains))
            {
                var within = naive.Within(place);
                Assert.Equal(within.Order(StringComparer.Ordinal), view.Ids(view.Entities().Where(containment.Within(view.Index(place)).Contains)));
                Assert.Equal(within.Count, containment.Within(view.Index(place)).Count);
                Assert.All(naive.Entities, e => Assert.Equal(within.Contains(e) && e != place, containment.Ancestors(view.Index(e)).Contains(view.Index(place))));
            }
        });

    [Fact]
    public void The_nearest_place_comes_first()
    {
        var view = Fleet.View(
            Fleet.Ship("s1"), Fleet.Entity("Port", "kiel"), Fleet.Entity("Sea", "baltic"), Fleet.Entity("Sea", "atlantic"),
            Fleet.Relation("s1", "HOME_PORT", "kiel"), Fleet.Relation("kiel", "LIES_ON", "baltic"), Fleet.Relation("baltic", "PART_OF", "atlantic"));
        Assert.Equal(["kiel", "baltic", "atlantic"], view.Ids(Containment.Of(view).Ancestors(view.Index("s1"))));
    }
}
