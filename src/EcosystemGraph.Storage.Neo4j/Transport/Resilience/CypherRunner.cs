using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Retry;

namespace EcosystemGraph.Storage.Neo4j.Transport.Resilience;

/// <summary>Runs work on a transport through a limit of concurrency, retries and a circuit breaker, in this order, and gives up when there was no sign of life for too long.</summary>
public sealed class CypherRunner : ICypherRunner
{
    private static readonly ResiliencePropertyKey<bool> MayRepeat = new(nameof(MayRepeat));
    private const double MostlyFailing = 0.8;
    private readonly ICypherTransport _transport;
    private readonly ResiliencePipeline _pipeline;
    private readonly TimeSpan _timeout;

    /// <summary>Creates the runner, which owns the transport.</summary>
    public CypherRunner(ICypherTransport transport, ResilienceOptions options)
    {
        _transport = transport;
        _timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        _pipeline = Build(options);
    }

    /// <inheritdoc/>
    public string Description => _transport.Description;

    /// <inheritdoc/>
    public Task<T> RunAsync<T>(Func<ICypherTransport, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default) =>
        RunAsync(work, true, cancellationToken);

    /// <inheritdoc/>
    public Task<T> RunOnceAsync<T>(Func<ICypherTransport, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default) =>
        RunAsync(work, false, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    private static ResiliencePipeline Build(ResilienceOptions options)
    {
        var builder = new ResiliencePipelineBuilder()
            .AddConcurrencyLimiter(options.MaxConcurrency, options.MaxQueue);
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                Delay = TimeSpan.FromSeconds(options.RetryDelaySeconds),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = static args => ValueTask.FromResult(
                    args.Outcome.Exception is CypherException { MayPass: true } && args.Context.Properties.GetValue(MayRepeat, false)),
            });
        }

        // Only silence counts: a server that says no is there.
        return builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = MostlyFailing,
            MinimumThroughput = options.BreakAfterFailures,
            SamplingDuration = TimeSpan.FromSeconds(Math.Max(10, 2 * options.TimeoutSeconds)),
            BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
            ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Exception is CypherException { Kind: CypherErrorKind.Unavailable }),
        }).Build();
    }

    private async Task<T> RunAsync<T>(Func<ICypherTransport, CancellationToken, Task<T>> work, bool mayRepeat, CancellationToken cancellationToken)
    {
        using var deadline = new SilenceDeadline(_timeout, cancellationToken);
        var context = ResilienceContextPool.Shared.Get(deadline.Token);
        context.Properties.Set(MayRepeat, mayRepeat);
        CypherException? last = null;
        try
        {
            return await _pipeline.ExecuteAsync(
                async attempt =>
                {
                    try
                    {
                        return await work(new WatchedTransport(_transport, deadline), attempt.CancellationToken).ConfigureAwait(false);
                    }
                    catch (CypherException e)
                    {
                        last = e;
                        throw;
                    }
                },
                context).ConfigureAwait(false);
        }
        catch (BrokenCircuitException e)
        {
            throw CypherErrors.Unavailable(Description, last?.Statement, $"has failed several times lately; the next try is in a moment{Because(last ?? e.InnerException)}", e);
        }
        catch (RateLimiterRejectedException e)
        {
            throw new CypherException(CypherErrorKind.Transient, null, $"{Description}: too much is being asked at a time; try again later", e);
        }
        catch (OperationCanceledException e) when (deadline.IsOver)
        {
            throw CypherErrors.Unavailable(Description, last?.Statement, $"showed no sign of life for {deadline.Limit.TotalSeconds:0.###} s{Because(last)}", e);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static string Because(Exception? e) => e is CypherException ? $"; last: {e.Message}" : "";
}
