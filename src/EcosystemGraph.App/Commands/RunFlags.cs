using System.CommandLine;
using System.Globalization;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.App.Commands;

/// <summary>The flags that say how to run measures; they change no result.</summary>
internal sealed class RunFlags
{
    private const double LongestTimeout = 30 * 24 * 3600;

    private readonly Option<int?> _threads = new("--threads") { Description = "The threads to use [default: one a processor]", HelpName = "number" };
    private readonly Option<double?> _timeout = new("--timeout") { Description = "Give up after so many seconds", HelpName = "seconds" };
    private readonly Option<bool> _progress = new("--progress") { Description = "Say the progress on standard error also where that is not a terminal" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _threads, _timeout, _progress }) command.Add(option);
    }

    /// <summary>The threads.</summary>
    /// <exception cref="UsageException">Out of range.</exception>
    public int Threads(ParseResult parsed) => parsed.GetValue(_threads) switch
    {
        null => Math.Clamp(Environment.ProcessorCount, 1, KernelContext.MaxThreads),
        { } threads when threads is >= 1 and <= KernelContext.MaxThreads => threads,
        { } threads => throw new UsageException($"--threads: {threads} does not do; expected 1 to {KernelContext.MaxThreads}"),
    };

    /// <summary>The seconds; null for any.</summary>
    /// <exception cref="UsageException">Out of range.</exception>
    public double? Timeout(ParseResult parsed) => parsed.GetValue(_timeout) is not { } timeout || timeout is > 0 and <= LongestTimeout
        ? parsed.GetValue(_timeout)
        : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--timeout: {timeout} does not do; expected seconds above 0, at most {LongestTimeout}"));

    /// <summary>Whether progress is said in any case.</summary>
    public bool SaysProgress(ParseResult parsed) => parsed.GetValue(_progress);
}
