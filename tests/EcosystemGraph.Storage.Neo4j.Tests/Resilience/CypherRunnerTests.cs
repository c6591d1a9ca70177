using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;

namespace EcosystemGraph.Storage.Neo4j.Tests.Resilience;

/// <summary>What is tried again, what is not, and when nothing is tried.</summary>
public sealed class CypherRunnerTests
{
    [Theory]
    [InlineData(CypherErrorKind.Unavailable, 4)]
    [InlineData(CypherErrorKind.Transient, 4)]
    [InlineData(CypherErrorKind.Security, 1)]
    [InlineData(CypherErrorKind.DatabaseNotFound, 1)]
    [InlineData(CypherErrorKind.ConstraintViolation, 1)]
    [InlineData(CypherErrorKind.Client, 1)]
    [InlineData(CypherErrorKind.Server, 1)]
    public async Task Only_what_may_pass_is_tried_again(CypherErrorKind kind, int attempts)
    {
        await using var runner = Create();
        var tried = 0;
        var e = await Assert.ThrowsAsync<CypherException>(() => runner.RunAsync<int>((_, _) => throw Fail(kind, ref tried)));
        Assert.Equal((kind, attempts), (e.Kind, tried));
    }

    [Fact]
    public async Task What_must_not_be_repeated_is_tried_once()
    {
        await using var runner = Create();
        var tried = 0;
        await Assert.ThrowsAsync<CypherException>(() => runner.RunOnceAsync<int>((_, _) => throw Fail(CypherErrorKind.Transient, ref tried)));
        Assert.Equal(1, tried);
    }

    [Fact]
    public async Task What_succeeds_in_the_end_is_the_answer()
    {
        await using var runner = Create();
        var tried = 0;
        Assert.Equal(3, await runner.RunAsync((_, _) => ++tried < 3 ? throw new CypherException(CypherErrorKind.Transient, "x", "busy") : Task.FromResult(tried)));
    }

    [Fact]
    public async Task Mistakes_of_our_own_are_not_tried_again()
    {
        await using var runner = Create();
        var tried = 0;
        await Assert.ThrowsAsync<InvalidCastException>(() => runner.RunAsync<int>((_, _) =>
        {
            tried++;
            throw new InvalidCastException();
        }));
        Assert.Equal(1, tried);
    }

    [Fact]
    public async Task After_many_failures_nothing_is_tried_for_a_while()
    {
        await using var runner = Create(new ResilienceOptions { MaxRetries = 0, BreakAfterFailures = 3, BreakSeconds = 600 });
        var tried = 0;
        for (var i = 0; i < 10; i++)
        {
            var e = await Assert.ThrowsAsync<CypherException>(() => runner.RunAsync<int>((_, _) => throw Fail(CypherErrorKind.Unavailable, ref tried)));
            Assert.Equal(CypherErrorKind.Unavailable, e.Kind);
        }

        Assert.Equal(3, tried);
    }

    [Fact]
    public async Task A_server_that_says_no_is_not_away()
    {
        await using var runner = Create(new ResilienceOptions { MaxRetries = 0, BreakAfterFailures = 3, BreakSeconds = 600 });
        var tried = 0;
        for (var i = 0; i < 10; i++) await Assert.ThrowsAsync<CypherException>(() => runner.RunAsync<int>((_, _) => throw Fail(CypherErrorKind.Client, ref tried)));
        Assert.Equal(10, tried);
    }

    [Fact]
    public async Task Too_much_at_a_time_waits_and_far_too_much_is_refused()
    {
        await using var runner = Create(new ResilienceOptions { MaxConcurrency = 2, MaxQueue = 3 });
        using var go = new SemaphoreSlim(0);
        var (running, most) = (0, 0);
        var works = Enumerable.Range(0, 5).Select(_ => runner.RunAsync(async (_, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await go.WaitAsync(token);
            return Interlocked.Decrement(ref running);
        })).ToArray();
        var e = await Assert.ThrowsAsync<CypherException>(() => runner.RunAsync((_, _) => Task.FromResult(0)));
        Assert.Equal(CypherErrorKind.Transient, e.Kind);
        go.Release(5);
        await Task.WhenAll(works);
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task Silence_ends_work_and_signs_of_life_do_not()
    {
        var transport = new SilentTransport();
        await using var runner = new CypherRunner(transport, new ResilienceOptions { TimeoutSeconds = 1, AttemptTimeoutSeconds = 1, MaxRetries = 0 });
        var alive = await runner.RunAsync(async (watched, token) =>
        {
            // Longer than the limit, in steps that are shorter.
            for (var i = 0; i < 6; i++)
            {
                await Task.Delay(250, token);
                await watched.RunAsync(new CypherStatement("one", "RETURN 1"), AccessMode.Read, null, token);
            }

            return true;
        });
        Assert.True(alive);
        var e = await Assert.ThrowsAsync<CypherException>(() => runner.RunAsync(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return 0;
        }));
        Assert.Equal(CypherErrorKind.Unavailable, e.Kind);
        Assert.Contains("no sign of life for 1 s", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_caller_stops_is_stopped_and_no_failure()
    {
        await using var runner = Create();
        using var source = new CancellationTokenSource();
        var work = runner.RunAsync(async (_, token) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return 0;
        }, source.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    private static CypherRunner Create(ResilienceOptions? options = null)
    {
        options ??= new ResilienceOptions { MaxRetries = 3 };
        options.RetryDelaySeconds = 0.001;
        return new CypherRunner(new SilentTransport(), options);
    }

    private static CypherException Fail(CypherErrorKind kind, ref int tried)
    {
        tried++;
        return new CypherException(kind, null, "no");
    }

    private sealed class SilentTransport : ICypherTransport
    {
        public string Description => "nowhere";

        public Task<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, OnCypherRow? onRow = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new CypherSummary(0, CypherCounters.None, []));

        public Task<ICypherTransaction> BeginAsync(AccessMode mode, CancellationToken cancellationToken = default) => throw new InvalidOperationException("not asked for");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
