using System.Diagnostics;

namespace EcosystemGraph.Benchmarks.Harness;

/// <summary>Two programs timed in turn, so that a machine that is busy now and then is so for both.</summary>
internal static class Duel
{
    private const int Rounds = 9;

    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(.4);
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(1.5);

    /// <summary>The median milliseconds of both, over at least one round and at most as many as the budget of time allows.</summary>
    public static (double Ours, double Theirs) Run(Action ours, Action theirs)
    {
        // The just-in-time compiler needs some runs before the code is what it stays.
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 30 && (i == 0 || Stopwatch.GetElapsedTime(start) < Warmup); i++) ours();
        start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 30 && (i == 0 || Stopwatch.GetElapsedTime(start) < Warmup); i++) theirs();
        var (a, b) = (new List<double>(), new List<double>());
        start = Stopwatch.GetTimestamp();
        while (a.Count == 0 || (a.Count < Rounds && Stopwatch.GetElapsedTime(start) < Budget))
        {
            a.Add(Time(ours));
            b.Add(Time(theirs));
        }

        return (Median(a), Median(b));
    }

    private static double Time(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
