using CsCheck;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Traversals;

public sealed class PathsTests
{
    private static readonly Gen<(int Nodes, (int From, int To)[] Edges)> SmallGraph = Gen.Int[2, 7].SelectMany(nodes =>
        Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1]).Array[0, 16].Select(edges => (nodes, edges)));

    [Fact]
    public void Paths_are_those_that_trying_everything_finds() =>
        Gen.Select(SmallGraph, Gen.Int[0, 8], Gen.Int[1, 6], Gen.Enum<Direction>(), Gen.Int[0, 6].Array[0, 2], Gen.Int[0, 6].Array[0, 2]).Sample((graph, k, length, direction, via, avoid) =>
        {
            var view = Ports(graph.Nodes, graph.Edges);
            via = [.. via.Where(v => v < graph.Nodes)];
            avoid = [.. avoid.Where(v => v > 1 && v < graph.Nodes && !via.Contains(v))];
            var request = new PathRequest
            {
                From = view.Index("p0"),
                To = view.Index("p1"),
                Count = k,
                Length = length,
                Direction = direction,
                Via = [.. via.Select(v => view.Index($"p{v}"))],
                Avoid = [.. avoid.Select(v => view.Index($"p{v}"))],
            };
            var found = Paths.Run(view, request, default).Select(p => string.Join(' ', view.Ids(p.Hops.Select(h => h.From).Append(p.Hops[^1].To)))).ToArray();
            Assert.Equal(EveryPath(graph.Edges, length, direction, via, avoid).Take(k), found);
        });

    private static IEnumerable<string> EveryPath((int From, int To)[] edges, int length, Direction direction, int[] via, int[] avoid)
    {
        var found = new List<int[]>();
        Extend([0]);
        return found.Select(p => string.Join(' ', p.Select(v => $"p{v}"))).OrderBy(p => p.Count(c => c == ' ')).ThenBy(p => p, StringComparer.Ordinal);

        void Extend(int[] path)
        {
            if (path[^1] == 1)
            {
                if (via.All(path.Contains)) found.Add(path);
                return;
            }

            if (path.Length > length) return;
            var next = edges.Where(e => direction != Direction.In && e.From == path[^1]).Select(e => e.To)
                .Concat(edges.Where(e => direction != Direction.Out && e.To == path[^1]).Select(e => e.From));
            foreach (var v in next.Distinct().Where(v => !path.Contains(v) && !avoid.Contains(v))) Extend([.. path, v]);
        }
    }

    private static GraphView Ports(int nodes, (int From, int To)[] edges) => Fleet.View([
        .. Enumerable.Range(0, nodes).Select(v => Fleet.Entity("Sea", $"p{v}")),
        .. edges.Distinct().Select(e => (Fact)Fleet.Relation($"p{e.From}", "PART_OF", $"p{e.To}")),
    ]);
}
