using CsCheck;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Projections;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Tests.Projections;

/// <summary>A path is collapsed by sparse products; walking every path one by one must give the same.</summary>
public sealed class PathCollapseTests
{
    private static readonly string[] Ships = [.. Enumerable.Range(0, 6).Select(i => $"ship-{i}")];
    private static readonly string[] Lines = [.. Enumerable.Range(0, 4).Select(i => $"line-{i}")];
    private static readonly string[] Ports = [.. Enumerable.Range(0, 4).Select(i => $"port-{i}")];

    private static readonly Gen<GraphView> AnySea =
        Gen.Select(Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[1, 3]).Array[0, 25], Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3]).Array[0, 12], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 6])
            .Select((sailings, moorings, feeds) =>
            {
                var sea = new Sea().Ships(Ships).Lines(Lines).Ports(Ports);
                foreach (var (s, l, key, tons) in sailings.DistinctBy(t => (t.Item1, t.Item2, t.Item3)))
                    sea.Tie($"{Ships[s]} -SAILS_FOR-> {Lines[l]}", key: $"{key}", properties: ("tonnage", (decimal)tons));
                foreach (var (s, p) in moorings.Distinct()) sea.Tie($"{Ships[s]} -MOORED_IN-> {Ports[p]}");
                foreach (var (a, b) in feeds.Distinct()) sea.Tie($"{Lines[a]} -FEEDS-> {Lines[b]}");
                return sea.View();
            });

    [Theory]
    [InlineData("SHIP -SAILS_FOR-> LINE")]
    [InlineData("SHIP -SAILS_FOR-> LINE <-SAILS_FOR- SHIP")]
    [InlineData("LINE <-SAILS_FOR- SHIP -SAILS_FOR-> LINE")]
    [InlineData("PORT <-MOORED_IN- SHIP -SAILS_FOR-> LINE <-SAILS_FOR- SHIP -MOORED_IN-> PORT")]
    [InlineData("LINE -FEEDS-> LINE -FEEDS-> LINE")]
    [InlineData("LINE -FEEDS- LINE -FEEDS- LINE")]
    [InlineData("SHIP -SAILS_FOR-> LINE -FEEDS-> LINE <-SAILS_FOR- SHIP")]
    public void It_equals_the_enumeration_of_paths(string path) => AnySea.Sample(view =>
    {
        foreach (var directed in new[] { true, false })
        {
            foreach (var weight in new[] { null, "tonnage" })
            {
                if (weight is not null && !path.Contains("SAILS_FOR", StringComparison.Ordinal)) continue;
                var spec = Sea.Spec(directed: directed, weight: weight, path: path);
                Assert.Equal(Enumerated(view, spec), view.EdgesOf(spec));
            }
        }
    }, iter: 60);

    [Fact]
    public void Ships_of_one_line_are_joined_by_the_number_of_lines_that_they_share()
    {
        var view = new Sea().Ships("ada", "bella", "cora").Lines("north", "south")
            .Ties("ada -SAILS_FOR-> north", "bella -SAILS_FOR-> north", "cora -SAILS_FOR-> north", "ada -SAILS_FOR-> south", "bella -SAILS_FOR-> south").View();
        Assert.Equal(["ada–bella:2", "ada–cora:1", "bella–cora:1"], view.EdgesOf(Sea.Spec(path: "SHIP -SAILS_FOR-> LINE <-SAILS_FOR- SHIP")));
    }

    [Fact]
    public void It_is_the_same_on_any_number_of_threads()
    {
        // More ships than one block of rows has, some in many lines and most in a few.
        var sea = new Sea().Ships([.. Enumerable.Range(0, 500).Select(i => $"s{i:000}")]).Lines([.. Enumerable.Range(0, 40).Select(i => $"l{i:00}")]);
        for (var i = 0; i < 2000; i++) sea.Tie($"s{i * 7919 % 500:000} -SAILS_FOR-> l{i * i % 40 * (i % 3) / 2:00}", key: $"{i}", properties: ("tonnage", (decimal)(i % 17) / 3));
        var view = sea.View();
        foreach (var directed in new[] { false, true })
        {
            var spec = Sea.Spec(directed: directed, weight: "tonnage", path: "SHIP -SAILS_FOR-> LINE <-SAILS_FOR- SHIP");
            var built = new[] { 1, 2, 4 }.Select(threads => ProjectionBuilder.Build(view, spec, threads, CancellationToken.None)).ToList();
            Assert.True(built[0].Graph.EdgeCount > 1000);
            Assert.All(built, p => Assert.Equal(Bits(built[0]), Bits(p)));
        }

        static long[] Bits(Projection projection) => [.. Enumerable.Range(0, projection.Graph.VertexCount)
            .SelectMany(v => projection.Graph.OutNeighbors(v).ToArray().Select(u => (long)u).Concat(projection.Graph.OutWeights(v).ToArray().Select(BitConverter.DoubleToInt64Bits)))];
    }

    [Fact]
    public void A_ship_moored_in_two_ports_makes_no_pair_with_itself()
    {
        var view = new Sea().Ships("ada").Lines("north").Ports("kiel", "lund").Ties("ada -SAILS_FOR-> north", "ada -MOORED_IN-> kiel", "ada -MOORED_IN-> lund").View();
        Assert.Empty(view.EdgesOf(Sea.Spec(path: "PORT <-MOORED_IN- SHIP -SAILS_FOR-> LINE <-SAILS_FOR- SHIP -MOORED_IN-> PORT")));
    }

    [Fact]
    public void A_collapsed_edge_is_no_relation()
    {
        var view = new Sea().Ships("ada").Lines("north").Ties("ada -SAILS_FOR-> north").View();
        Assert.Equal([-1], view.Project(Sea.Spec(path: "SHIP -SAILS_FOR-> LINE")).RelationOf);
    }

    /// <summary>Every walk one by one, over the relations themselves.</summary>
    private static string[] Enumerated(GraphView view, ProjectionSpec spec)
    {
        Assert.True(MetaPath.TryParse(view.Snapshot.Ontology, spec.Path!, out var path, out _));
        var sums = new Dictionary<(string, string), double>();
        foreach (var start in view.Entities(path.Start)) Walk([start], 1);
        return [.. sums.Select(s => $"{s.Key.Item1}{(spec.Directed ? "→" : "–")}{s.Key.Item2}:{s.Value}").Order(StringComparer.Ordinal)];

        void Walk(List<int> walk, double weight)
        {
            if (walk.Count <= path.Steps.Count)
            {
                foreach (var next in Next(walk[^1], path.Steps[walk.Count - 1])) Walk([.. walk, next.Key], weight * next.Value);
                return;
            }

            var middle = walk.Count / 2;
            if (walk[0] == walk[^1] || (path.IsMirrored && walk[middle - 1] == walk[middle + 1])) return;
            var (a, b) = (view.Id(walk[0]), view.Id(walk[^1]));
            if (!spec.Directed && string.CompareOrdinal(a, b) > 0)
            {
                // The reverse of a walk along a mirrored path is found from the other end.
                if (path.IsMirrored) return;
                (a, b) = (b, a);
            }

            sums[(a, b)] = sums.GetValueOrDefault((a, b)) + weight;
        }

        Dictionary<int, double> Next(int entity, MetaPathStep step)
        {
            var relations = view.Snapshot.Relations;
            var next = new Dictionary<int, double>();
            for (var r = 0; r < relations.Capacity; r++)
            {
                if (relations.Kind(r) != step.Relation) continue;
                var ends = new HashSet<int>();
                if (step.Direction != RelationDirection.In && relations.From(r) == entity) ends.Add(relations.To(r));
                if (step.Direction != RelationDirection.Out && relations.To(r) == entity) ends.Add(relations.From(r));
                foreach (var other in ends.Where(e => step.To.Kinds.Contains(view.Snapshot.Entities.Kind(e))))
                    next[other] = spec.Weight is null ? 1 : next.GetValueOrDefault(other) + Convert.ToDouble(relations.Property(r, spec.Weight) ?? 1m);
            }

            return next;
        }
    }
}
