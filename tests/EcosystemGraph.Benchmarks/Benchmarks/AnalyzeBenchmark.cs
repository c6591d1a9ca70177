using System.Diagnostics;
using System.Globalization;
using EcosystemGraph.Benchmarks.Harness;
using EcosystemGraph.Ingest.EdgeLists;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.Benchmarks.Benchmarks;

/// <summary>
/// From a CSV of edges to the vertices of the highest PageRank: ours, and as a textbook does it with lines, a dictionary and lists; both to the same tolerance.
/// With <c>--program</c> also the whole process of the published program. Without <c>--edges</c> a directed R-MAT graph is drawn.
/// </summary>
internal static class AnalyzeBenchmark
{
    private const int Top = 20;
    private const int Repetitions = 5;
    private const double Damping = PageRankOptions.DefaultDamping;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        var drawn = options.Edges is null ? Path.Combine(Path.GetTempPath(), $"edges-{Guid.NewGuid():N}.csv") : null;
        var file = options.Edges ?? drawn!;
        try
        {
            if (drawn is not null) await RandomEdges.WriteAsync(drawn, options.Relations);
            Compare(file);
            if (options.Program is { } program) await RunProgramAsync(program, file);
        }
        finally
        {
            if (drawn is not null) File.Delete(drawn);
        }
    }

    private static void Compare(string file)
    {
        string[] ours = [], theirs = [];
        var read = Median(() => EdgeListReader.Read(new EdgeListSource(file), null, CancellationToken.None));
        var all = Median(() => ours = Ours(file));
        var textbook = Median(() => theirs = Textbook(file));
        if (!ours.SequenceEqual(theirs)) throw new InvalidOperationException($"the first are {string.Join(", ", ours)} and {string.Join(", ", theirs)}");
        Measure.Report("analyze: reading a CSV of edges", $"{read:F0} ms, {new FileInfo(file).Length / 1e6 / (read / 1e3):F0} MB/s");
        Measure.Report("  reading, graph, PageRank, the first 20", $"{all:F0} ms");
        Measure.Report("  against a textbook in C#, one thread", $"{textbook:F0} ms, ratio {all / textbook:F3}");
    }

    private static string[] Ours(string file)
    {
        var list = EdgeListReader.Read(new EdgeListSource(file), null, CancellationToken.None);
        var graph = CsrGraph.FromEdges(list.Ids.Length, list.Sources, list.Targets, directed: true);
        var ranking = Ranking.Of(PageRank.Compute(graph).Scores);
        return [.. ranking.Order.Take(Top).Select(v => list.Ids[v])];
    }

    private static string[] Textbook(string file)
    {
        var numbers = new Dictionary<string, int>();
        var (ids, targets) = (new List<string>(), new List<List<int>>());
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var cells = line.Split(',');
            targets[NumberOf(cells[0])].Add(NumberOf(cells[1]));
        }

        var n = ids.Count;
        var (scores, change) = (Enumerable.Repeat(1.0 / n, n).ToArray(), 1.0);
        while (change > PageRankOptions.DefaultTolerance)
        {
            var (next, dangling) = (new double[n], 0.0);
            for (var v = 0; v < n; v++)
            {
                if (targets[v].Count == 0) dangling += scores[v];
                foreach (var w in targets[v]) next[w] += scores[v] / targets[v].Count;
            }

            change = 0;
            for (var v = 0; v < n; v++)
            {
                next[v] = ((1 - Damping) / n) + (Damping * (next[v] + (dangling / n)));
                change = Math.Max(change, Math.Abs(next[v] - scores[v]) / next[v]);
            }

            scores = next;
        }

        return [.. Enumerable.Range(0, n).OrderByDescending(v => Math.Round(scores[v], 12)).ThenBy(v => ids[v], StringComparer.Ordinal).Take(Top).Select(v => ids[v])];

        int NumberOf(string id)
        {
            if (numbers.TryGetValue(id, out var number)) return number;
            numbers.Add(id, ids.Count);
            ids.Add(id);
            targets.Add([]);
            return ids.Count - 1;
        }
    }

    private static async Task RunProgramAsync(string program, string file)
    {
        var times = new double[Repetitions];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(program, ["analyze", "pagerank", "--edges", file, "--directed"]) { RedirectStandardOutput = true })!;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"'{program}' ended with {process.ExitCode}"));
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        Measure.Report("  the whole process of the program", $"{times[times.Length / 2]:F0} ms, the fastest {times[0]:F0} ms");
    }

    private static double Median(Action run) => Measure.Quantile(Measure.Many(1, Repetitions, _ => run()).Milliseconds, .5);
}
