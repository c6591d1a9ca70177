using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class DegreePreservingRewiringTests
{
    [Fact]
    public void Every_draw_keeps_the_degrees_of_both_ends_in_every_group() =>
        Gen.Select(Gen.Int[2, 9], Gen.Bool, Gen.Bool).SelectMany((n, first, second) =>
            Gen.Select(Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1], Gen.Int[0, 1]).Array[0, 25], Gen.Const((n, directed: new[] { first, second })))).Sample((edges, given) =>
        {
            (int n, bool[] directed) = given;
            (int S, int T, int G)[] list = [.. edges.Select(e => (e.Item1, e.Item2, e.Item3)).OrderBy(e => e.Item3)];
            var draws = Draw(n, list, directed, 20, new KernelContext { Threads = 1, Seed = 7 });
            foreach (var draw in draws)
            {
                Assert.Equal(list.Length, draw.Count);
                // An undirected group that is swapped keeps the number of edges at each vertex, whichever end they are.
                Assert.Equal(Degrees(list.Select(e => (e.S, e.T))), Degrees(draw));
                Assert.Equal(list.Count(e => e.S == e.T), draw.Count(e => e.Source == e.Target));
            }
        }, iter: 300);

    [Fact]
    public void In_one_directed_group_no_draw_repeats_an_edge_or_makes_a_loop() => Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6]).Array[0, 30].Sample(ends =>
    {
        (int S, int T, int G)[] list = [.. ends.Where(e => e.Item1 != e.Item2).Distinct().Select(e => (e.Item1, e.Item2, 0))];
        foreach (var draw in Draw(7, list, [true], 10, new KernelContext { Threads = 1, Seed = 3 }))
        {
            Assert.Equal(draw.Count, draw.Distinct().Count());
            Assert.DoesNotContain(draw, e => e.Source == e.Target);
            Assert.Equal(list.Select(e => e.S).Order(), draw.Select(e => e.Source).Order());
            Assert.Equal(list.Select(e => e.T).Order(), draw.Select(e => e.Target).Order());
        }
    }, iter: 300);

    [Theory]
    [InlineData("0-3 0-4 1-3 1-5 2-4", true)] // companies and alliances: traded
    [InlineData("0-3 0-4 1-3 1-5 2-4", false)] // the same undirected: no vertex is on both sides, so it is traded too
    [InlineData("0-1 1-2 2-0 3-4 4-5 5-3", false)] // two triangles: swapped
    [InlineData("0-1 1-2 2-3 3-0", true)] // a directed ring: traded, loops left out
    public void Every_graph_with_these_degrees_is_drawn_as_often_as_any_other(string edges, bool directed)
    {
        (int S, int T, int G)[] list = [.. edges.Split(' ').Select(e => (e[0] - '0', e[2] - '0', 0))];
        var all = Everyone(list, directed);
        const int draws = 20_000;
        var counts = Draw(8, list, [directed], draws, new KernelContext { Threads = 2, Seed = 11 }).GroupBy(d => Name(d, directed)).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(all.Order(StringComparer.Ordinal), counts.Keys.Order(StringComparer.Ordinal));

        // Neighbouring draws of a chain are alike, so the counts spread more than independent ones: a quarter either way.
        double expected = (double)draws / all.Count;
        double spread = Math.Max(.25 * expected, 6 * Math.Sqrt(expected));
        Assert.All(counts.Values, c => Assert.InRange(c, expected - spread, expected + spread));
    }

    [Fact]
    public void The_draws_are_the_same_at_any_number_of_threads_and_others_with_another_seed()
    {
        var random = new Random(1);
        (int S, int T, int G)[] list = [.. Enumerable.Range(0, 300).Select(i => (random.Next(40), random.Next(40), i % 3)).OrderBy(e => e.Item3)];
        string[] One(int threads, ulong seed) => [.. Draw(40, list, [true, false, true], 500, new KernelContext { Threads = threads, Seed = seed }).Select(d => Name(d, true))];
        var one = One(1, 5);
        Assert.Equal(one, One(2, 5));
        Assert.Equal(one, One(4, 5));
        Assert.NotEqual(one, One(1, 6));
        Assert.True(one.Distinct().Count() > 490);
    }

    [Fact]
    public void What_is_no_list_of_edges_is_refused_and_a_cancelled_run_stops()
    {
        Assert.Contains("-1", Assert.Throws<KernelException>(() => Draw(2, [(0, 1, 0)], [true], -1, KernelContext.Default)).Message, StringComparison.Ordinal);
        Assert.Contains("is 1, expected one from 0 to 0", Assert.Throws<KernelException>(() => Draw(2, [(0, 1, 1)], [true], 1, KernelContext.Default)).Message, StringComparison.Ordinal);
        Assert.Contains("is 2, expected a vertex", Assert.Throws<KernelException>(() => Draw(2, [(0, 2, 0)], [true], 1, KernelContext.Default)).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => Draw(2, [(0, 1, 0)], [true], 1, new KernelContext { Cancellation = new CancellationToken(true) }));
        Assert.Empty(Draw(2, [(0, 1, 0)], [true], 0, KernelContext.Default));
    }

    private static List<(int Source, int Target)>[] Draw(int n, (int S, int T, int G)[] edges, bool[] directed, int draws, KernelContext context)
    {
        var drawn = new List<(int, int)>[Math.Max(0, draws)];
        DegreePreservingRewiring.Sample(n, [.. edges.Select(e => e.S)], [.. edges.Select(e => e.T)], [.. edges.Select(e => e.G)], directed, draws, context,
            (draw, sources, targets) => drawn[draw] = [.. sources.ToArray().Zip(targets.ToArray())]);
        return drawn;
    }

    private static IEnumerable<(int, int)> Degrees(IEnumerable<(int S, int T)> edges) =>
        edges.SelectMany(e => new[] { e.S, e.T }).GroupBy(v => v).Select(g => (g.Key, g.Count())).Order();

    private static string Name(IEnumerable<(int Source, int Target)> edges, bool directed) =>
        string.Join(' ', edges.Select(e => directed || e.Source < e.Target ? e : (Source: e.Target, Target: e.Source)).Order().Select(e => $"{e.Source}-{e.Target}"));

    /// <summary>All simple graphs with the same degrees, by trying every set of edges.</summary>
    private static List<string> Everyone((int S, int T, int G)[] edges, bool directed)
    {
        bool bipartite = !edges.Any(e => edges.Any(f => f.S == e.T));
        bool keepsEnds = directed || bipartite;
        var candidates = (from s in Enumerable.Range(0, 8) from t in Enumerable.Range(0, 8) where keepsEnds ? s != t : s < t select (S: s, T: t)).ToList();
        var (wantedOut, wantedIn) = (new int[8], new int[8]);
        foreach (var (s, t, _) in edges)
        {
            wantedOut[s]++;
            (keepsEnds ? wantedIn : wantedOut)[t]++;
        }
        var found = new List<string>();
        var chosen = new List<(int, int)>();
        Try(0);
        return found;

        void Try(int at)
        {
            if (chosen.Count == edges.Length)
            {
                found.Add(Name(chosen, directed));
                return;
            }
            for (int i = at; i < candidates.Count; i++)
            {
                var (s, t) = candidates[i];
                int[] second = keepsEnds ? wantedIn : wantedOut;
                if (wantedOut[s] == 0 || second[t] == 0)
                {
                    continue;
                }
                wantedOut[s]--;
                second[t]--;
                chosen.Add((s, t));
                Try(i + 1);
                chosen.RemoveAt(chosen.Count - 1);
                wantedOut[s]++;
                second[t]++;
            }
        }
    }
}
