using System.Diagnostics;

namespace EcosystemGraph.Benchmarks.Harness;

/// <summary>Times, and what they allocate.</summary>
internal static class Measure
{
    /// <summary>Runs something many times and gives the times in milliseconds, sorted, and the bytes that a run allocates on this thread.</summary>
    public static (double[] Milliseconds, double BytesPerRun) Many(int warmup, int runs, Action<int> run)
    {
        for (var i = 0; i < warmup; i++) run(i);
        var times = new double[runs];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            run(i);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)runs;
        Array.Sort(times);
        return (times, bytes);
    }

    /// <summary>The quantile of sorted times.</summary>
    public static double Quantile(double[] sorted, double q) => sorted[Math.Min(sorted.Length - 1, (int)(q * sorted.Length))];

    /// <summary>The live bytes of the managed heap after a full collection.</summary>
    public static long LiveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(true);
    }

    /// <summary>Prints a line of a report.</summary>
    public static void Report(string what, FormattableString result) => Console.WriteLine($"{what,-48} {result}");
}
