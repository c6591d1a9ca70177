namespace EcosystemGraph.TestKit.Network;

/// <summary>What a proxy does to what passes. All connections share it.</summary>
internal sealed class ProxyRules
{
    private readonly Lock _lock = new();
    private bool _isBlackHole;
    private TimeSpan _delay;
    private Cut? _cut;
    private byte[]? _lost;
    private long _answeredBytes;

    public long AnsweredBytes => Interlocked.Read(ref _answeredBytes);

    public void Pass()
    {
        lock (_lock) (_isBlackHole, _delay, _cut, _lost) = (false, TimeSpan.Zero, null, null);
    }

    public void Delay(TimeSpan delay)
    {
        lock (_lock) _delay = delay;
    }

    public void BlackHole()
    {
        lock (_lock) _isBlackHole = true;
    }

    public void CutAnswer(long bytes, bool reset, byte[] after)
    {
        lock (_lock) _cut = new Cut(after.Length == 0) { Left = bytes, Reset = reset, After = after };
    }

    public void LoseRequest(byte[] with)
    {
        lock (_lock) _lost = with;
    }

    /// <summary>What becomes of a piece of a request.</summary>
    public Verdict Request(ProxiedConnection connection, ReadOnlySpan<byte> piece)
    {
        lock (_lock)
        {
            if (_isBlackHole) return Verdict.Swallow;
            if (_lost is { } lost && piece.IndexOf(lost) >= 0)
            {
                _lost = null;
                return new Verdict { Pass = 0, End = true, Reset = true };
            }

            if (_cut is { IsArmed: false } cut && piece.IndexOf(cut.After) >= 0) (cut.IsArmed, cut.Of) = (true, connection);
            return new Verdict { Pass = piece.Length };
        }
    }

    /// <summary>What becomes of a piece of an answer.</summary>
    public Verdict Answer(ProxiedConnection connection, int length)
    {
        lock (_lock)
        {
            if (_isBlackHole) return Verdict.Swallow;
            var verdict = new Verdict { Pass = length, Delay = _delay };
            if (_cut is { IsArmed: true } cut && (cut.Of is null || cut.Of == connection))
            {
                cut.Of = connection;
                if (cut.Left <= length)
                {
                    verdict = verdict with { Pass = (int)cut.Left, End = true, Reset = cut.Reset };
                    _cut = null;
                }
                else
                {
                    cut.Left -= length;
                }
            }

            Interlocked.Add(ref _answeredBytes, verdict.Pass);
            return verdict;
        }
    }

    private sealed class Cut(bool isArmed)
    {
        public required byte[] After { get; init; }

        public required bool Reset { get; init; }

        public bool IsArmed { get; set; } = isArmed;

        public ProxiedConnection? Of { get; set; }

        public long Left { get; set; }
    }
}

/// <summary>What becomes of a piece of what passes.</summary>
internal readonly record struct Verdict
{
    /// <summary>It goes nowhere.</summary>
    public static Verdict Swallow => default;

    /// <summary>How many of its bytes pass.</summary>
    public int Pass { get; init; }

    /// <summary>How long it is held up before.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>True if the connection ends after it.</summary>
    public bool End { get; init; }

    /// <summary>True if it ends by a reset.</summary>
    public bool Reset { get; init; }
}
