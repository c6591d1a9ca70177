using System.Globalization;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.App.Output;

/// <summary>
/// Says on standard error how far a long piece of work is: phase, done, total, time left. Nothing for what takes a moment, and nothing where nobody looks on unless it was asked for.
/// </summary>
internal sealed class ProgressLine : IProgress<KernelProgress>, IDisposable
{
    private const string ClearLine = "\r\u001b[K";

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(.5);
    private static readonly TimeSpan WhileLookedAt = TimeSpan.FromSeconds(.1);
    private static readonly TimeSpan WhileKept = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly TextWriter? _error;
    private readonly bool _moves;
    private readonly TimeProvider _time;
    private readonly long _start;
    private string? _phase;
    private long _phaseStart;
    private long _next;
    private bool _isShown;

    /// <param name="terminal">Where to.</param>
    /// <param name="isAskedFor">True to say it also where nobody looks on, a line at a time.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public ProgressLine(Terminal terminal, bool isAskedFor, TimeProvider? time = null)
    {
        _moves = terminal.IsErrorInteractive;
        _error = _moves || isAskedFor ? terminal.Error : null;
        _time = time ?? TimeProvider.System;
        _start = _time.GetTimestamp();
        _next = _start + Ticks(Moment);
    }

    /// <inheritdoc/>
    public void Report(KernelProgress value) => Report(value.Phase, value.Done, value.Total);

    /// <summary>Told from any thread. A total of 0 is one that is not known.</summary>
    public void Report(string phase, long done, long total)
    {
        if (_error is null) return;
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            if (phase != _phase) (_phase, _phaseStart) = (phase, now);
            if (now < _next) return;
            _next = now + Ticks(_moves ? WhileLookedAt : WhileKept);
            var line = Describe(phase, done, total, _time.GetElapsedTime(_phaseStart, now));
            if (_moves) _error.Write(ClearLine + line);
            else _error.WriteLine(line);
            _error.Flush();
            _isShown = _moves;
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isShown) _error!.Write(ClearLine);
            _isShown = false;
        }
    }

    /// <summary>The line.</summary>
    internal static string Describe(string phase, long done, long total, TimeSpan elapsed)
    {
        if (total <= 0) return string.Create(CultureInfo.InvariantCulture, $"{phase}: {done:N0}");
        var line = string.Create(CultureInfo.InvariantCulture, $"{phase}: {done:N0} of {total:N0}");
        if (done <= 0 || done >= total) return line;
        var left = elapsed * ((double)(total - done) / done);
        return $"{line}, {(left.TotalHours >= 1 ? left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : left.ToString(@"m\:ss", CultureInfo.InvariantCulture))} left";
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * _time.TimestampFrequency);
}
