namespace EcosystemGraph.Storage.Neo4j.Transport.Resilience;

/// <summary>How long to wait, how often to try, and how much to ask at a time: the section <c>Neo4j:Resilience</c>.</summary>
public sealed class ResilienceOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = Neo4jOptions.Section + ":Resilience";

    /// <summary>
    /// How long work may go without any sign of life from the server, over all attempts, before it fails, in seconds.
    /// As long as the server answers, work may take longer: a million rows are no failure.
    /// </summary>
    public double TimeoutSeconds { get; set; } = 15;

    /// <summary>How long the server may be silent within one attempt before that is given up, in seconds.</summary>
    public double AttemptTimeoutSeconds { get; set; } = 10;

    /// <summary>How long a connection may take, in seconds.</summary>
    public double ConnectTimeoutSeconds { get; set; } = 3;

    /// <summary>How often work is tried again after a fault that may pass.</summary>
    public int MaxRetries { get; set; } = 5;

    /// <summary>The wait before the second attempt, in seconds; it doubles from attempt to attempt, and is jittered.</summary>
    public double RetryDelaySeconds { get; set; } = 0.2;

    /// <summary>How many failures to reach the server, at least, and four of five attempts lately, stop all tries for a while.</summary>
    public int BreakAfterFailures { get; set; } = 5;

    /// <summary>How long nothing is tried then, in seconds.</summary>
    public double BreakSeconds { get; set; } = 2;

    /// <summary>How much work may be under way at a time.</summary>
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>How much work may wait for its turn; what comes beyond fails at once.</summary>
    public int MaxQueue { get; set; } = 256;

    /// <summary>Everything that is wrong with the options, each naming its key and value; empty if nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        (string Key, double Value, double Low, double High)[] bounds =
        [
            (nameof(TimeoutSeconds), TimeoutSeconds, 0.1, 3600),
            (nameof(AttemptTimeoutSeconds), AttemptTimeoutSeconds, 0.1, 3600),
            (nameof(ConnectTimeoutSeconds), ConnectTimeoutSeconds, 0.1, 600),
            (nameof(MaxRetries), MaxRetries, 0, 100),
            (nameof(RetryDelaySeconds), RetryDelaySeconds, 0.001, 60),
            (nameof(BreakAfterFailures), BreakAfterFailures, 2, 1000),
            (nameof(BreakSeconds), BreakSeconds, 0.5, 600),
            (nameof(MaxConcurrency), MaxConcurrency, 1, 1000),
            (nameof(MaxQueue), MaxQueue, 0, 100_000),
        ];
        foreach (var (key, value, low, high) in bounds)
        {
            if (!(value >= low && value <= high)) yield return $"{Section}:{key} {value} does not do; expected {low} to {high}";
        }

        if (AttemptTimeoutSeconds > TimeoutSeconds)
            yield return $"{Section}:{nameof(AttemptTimeoutSeconds)} {AttemptTimeoutSeconds} is more than {nameof(TimeoutSeconds)} {TimeoutSeconds}; expected no more";
    }
}
