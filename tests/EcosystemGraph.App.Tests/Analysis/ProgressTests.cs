using EcosystemGraph.App.Output;

namespace EcosystemGraph.App.Tests.Analysis;

/// <summary>Progress is said where somebody looks on or asked, and only of what takes more than a moment.</summary>
public sealed class ProgressTests : IDisposable
{
    private readonly StringWriter _error = new();
    private readonly Clock _clock = new();

    public void Dispose() => _error.Dispose();

    [Theory]
    [InlineData(false, false, "")]
    [InlineData(true, false, "\r\u001b[Kpagerank: 50 of 200, 0:03 left\r\u001b[K")]
    [InlineData(false, true, "pagerank: 50 of 200, 0:03 left\n")]
    public void It_says_phase_done_total_and_time_left(bool isTerminal, bool isAskedFor, string text)
    {
        using (var progress = Line(isTerminal, isAskedFor))
        {
            progress.Report("pagerank", 0, 200);
            _clock.Seconds = 1;
            progress.Report("pagerank", 50, 200);
            progress.Report("pagerank", 51, 200);
        }

        Assert.Equal(text, _error.ToString().Replace(Environment.NewLine, "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void What_takes_a_moment_is_not_worth_a_word()
    {
        using (var progress = Line(isTerminal: true, isAskedFor: false))
        {
            _clock.Seconds = .4;
            progress.Report("pagerank", 200, 200);
        }

        Assert.Equal("", _error.ToString());
    }

    private ProgressLine Line(bool isTerminal, bool isAskedFor) =>
        new(new Terminal(TextReader.Null, TextWriter.Null, _error, isInteractive: false, isErrorInteractive: isTerminal), isAskedFor, _clock);

    private sealed class Clock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => (long)(Seconds * TimestampFrequency);
    }
}
