using CsCheck;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Traversals;

public sealed class NeighborhoodTests
{
    private static readonly Gen<string[]?> Types = Gen.OneOf<string[]?>(null, ["Vessel", "Port"], ["Sea"]);
    private static readonly Gen<string[]?> Kinds = Gen.OneOf<string[]?>(null, ["CALLS_AT", "SAILS_WITH"], ["PART_OF", "LIES_ON", "HOME_PORT"]);

    [Fact]
    public void A_neighbourhood_is_what_steps_over_all_relations_reach_nearest_first() =>
        Gen.Select(GenFleet.Facts, Gen.OneOf(GenFleet.All).Array[1, 2], Gen.Int[0, 4], Gen.Enum<Direction>(), Types, Kinds, Gen.Int[0, 12], Gen.OneOf<string?>(null, "1801")).Sample(
            (facts, start, depth, direction, types, kinds, limit, asOf) =>
            {
                var date = asOf is null ? null : Fleet.Date(asOf);
                var snapshot = Fleet.Snapshot(facts);
                var view = GraphView.Of(snapshot, date);
                var found = Neighborhood.Run(view, new NeighborhoodRequest
                {
                    Start = [.. start.Select(view.Index)],
                    Depth = depth,
                    Direction = direction,
                    Kinds = types?.Select(Fleet.Type).ToList(),
                    Relations = kinds?.Select(Fleet.Kind).ToList(),
                    Limit = limit,
                }, default);

                var naive = new Naive(snapshot, date);
                var relations = naive.Relations.Where(r => kinds?.Contains(r.Kind.Name) != false).ToList();
                var all = Reach(naive, relations, start, depth, direction, types?.SelectMany(t => Fleet.Type(t).Kinds.Select(k => k.Name)).ToHashSet());
                var taken = all.Take(limit).ToList();
                Assert.Equal(taken, view.Ids(found.Entities));
                Assert.Equal(all.Count > limit, found.Truncated);
                Assert.Equal(
                    relations.Where(r => taken.Contains(r.From) && taken.Contains(r.To)).Select(r => r.Id).Order(StringComparer.Ordinal),
                    found.Relations.Select(view.Snapshot.Relations.Id).Order(StringComparer.Ordinal));
            });

    [Theory]
    [InlineData(-1, 10, QueryErrorCode.BadArgument)]
    [InlineData(13, 10, QueryErrorCode.LimitExceeded)]
    [InlineData(1, 10_001, QueryErrorCode.LimitExceeded)]
    public void Depth_and_limit_have_bounds(int depth, int limit, string code)
    {
        var view = Fleet.View(Fleet.Ship("s1"));
        var request = new NeighborhoodRequest { Start = [view.Index("s1")], Depth = depth, Limit = limit };
        Assert.Equal(code, Assert.Throws<QueryException>(() => Neighborhood.Run(view, request, default)).Code);
    }

    [Fact]
    public void A_walk_ends_when_it_is_cancelled()
    {
        var view = Fleet.View(Fleet.Ship("s1"));
        Assert.Throws<OperationCanceledException>(() => Neighborhood.Run(view, new NeighborhoodRequest { Start = [view.Index("s1")] }, new CancellationToken(true)));
    }

    private static List<string> Reach(Naive naive, List<Naive.NaiveRelation> relations, string[] start, int depth, Direction direction, HashSet<string>? kinds)
    {
        var reached = start.Where(naive.Entities.Contains).Distinct().Order(StringComparer.Ordinal).ToList();
        for (var level = reached.ToList(); depth-- > 0 && level.Count > 0;)
        {
            level = [.. relations.SelectMany(r => new[]
                {
                    (From: r.From, To: r.To, Goes: direction != Direction.In || r.Kind.Undirected),
                    (From: r.To, To: r.From, Goes: direction != Direction.Out || r.Kind.Undirected),
                })
                .Where(s => s.Goes && level.Contains(s.From) && !reached.Contains(s.To) && kinds?.Contains(naive.Kind(s.To).Name) != false)
                .Select(s => s.To).Distinct().Order(StringComparer.Ordinal)];
            reached.AddRange(level);
        }

        return reached;
    }
}
