using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;
using EcosystemGraph.TestKit.Neo4j;
using EcosystemGraph.TestKit.Network;

namespace EcosystemGraph.Storage.Neo4j.Tests.Faults;

/// <summary>
/// What every transport promises when the network fails between it and the real server: no part of a result passes for the whole, nothing is written twice, nothing hangs.
/// </summary>
public abstract class CypherFaultContract(Neo4jServer server) : IAsyncLifetime
{
    // What a test waits for before it calls something hanging; far beyond what it takes.
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(60);
    private static readonly CypherStatement Few = new("few", "UNWIND range(1, 5) AS n RETURN n, 'row ' + n AS name");
    private static readonly CypherStatement Many = new("many", "UNWIND range(1, 20000) AS n RETURN n, 'row ' + n AS name");
    private static readonly CypherStatement Append = new("append", "CREATE (:Written)");
    private TcpProxy _proxy = null!;

    /// <summary>The server's address that this kind of transport uses.</summary>
    protected abstract Uri Target(Neo4jAddress address);

    /// <summary>What the request for a commit contains.</summary>
    protected abstract byte[] CommitMark { get; }

    /// <summary>Makes a transport.</summary>
    protected abstract ICypherTransport Create(Neo4jOptions options);

    public async Task InitializeAsync()
    {
        _proxy = TcpProxy.Before(Target(server.Address));
        await using var transport = Create(Options());
        await transport.RunAsync(new CypherStatement("clean", "MATCH (n) DETACH DELETE n"), AccessMode.Write);
    }

    public async Task DisposeAsync() => await _proxy.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_cut_at_any_byte_is_whole_or_an_error(bool reset)
    {
        await using var transport = Create(Options());
        var before = _proxy.AnsweredBytes;
        Assert.Equal(5, await CountRowsAsync(transport, Few));
        var length = _proxy.AnsweredBytes - before;
        var (whole, errors) = (0, 0);
        for (var cut = 0L; cut <= length; cut++)
        {
            _proxy.CutAnswer(cut, reset);
            if (await CountRowsAsync(transport, Few).WaitAsync(Hanging) is { } rows)
            {
                Assert.Equal(5, rows);
                whole++;
            }
            else
            {
                errors++;
            }

            _proxy.Pass();
        }

        Assert.True(errors >= length / 2, $"{errors} errors at {length} bytes, {whole} whole");
    }

    [Fact]
    public async Task A_long_answer_that_is_cut_is_an_error()
    {
        await using var transport = Create(Options());
        var before = _proxy.AnsweredBytes;
        Assert.Equal(20_000, await CountRowsAsync(transport, Many));
        var length = _proxy.AnsweredBytes - before;
        for (var i = 0; i < 20; i++)
        {
            _proxy.CutAnswer(i * length / 20, reset: i % 2 == 0);
            Assert.Null(await CountRowsAsync(transport, Many).WaitAsync(Hanging));
        }

        Assert.Equal(20_000, await CountRowsAsync(transport, Many));
    }

    [Fact]
    public async Task A_cut_inside_a_transaction_leaves_nothing_of_it()
    {
        await using var transport = Create(Options());
        await using (var transaction = await transport.BeginAsync(AccessMode.Write))
        {
            await transaction.RunAsync(Append);
            _proxy.CutAnswer(10, reset: true);
            var e = await Assert.ThrowsAsync<CypherException>(() => transaction.RunAsync(Append).WaitAsync(Hanging));
            Assert.Equal(CypherErrorKind.Unavailable, e.Kind);
        }

        Assert.Equal(0, await CountAsync(transport, "Written"));
    }

    [Fact]
    public async Task Work_that_may_be_repeated_is_whole_in_spite_of_a_cut()
    {
        await using var runner = new CypherRunner(Create(Options()), Options().Resilience);
        for (var i = 0; i < 5; i++)
        {
            _proxy.CutAnswer(20_000 * i, reset: i % 2 == 0);
            var rows = await runner.RunAsync(async (transport, token) =>
            {
                var numbers = new List<long>();
                await transport.RunAsync(Many, AccessMode.Read, row => numbers.Add(row.Get<long>(0)), token);
                return numbers;
            }).WaitAsync(Hanging);
            Assert.Equal(Enumerable.Range(1, 20_000).Select(n => (long)n), rows);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_whose_answer_is_lost_is_repeated_and_writes_once(bool reset)
    {
        await using var runner = new CypherRunner(Create(Options()), Options().Resilience);
        for (var cut = 0; cut < 60; cut += 12)
        {
            _proxy.CutAnswer(cut, reset, CommitMark);
            await WriteAsync(runner, $"change-{cut}").WaitAsync(Hanging);
        }

        await using var transport = Create(Options());
        Assert.Equal(5, await CountAsync(transport, "ChangeSet"));
        Assert.Equal(5, await CountAsync(transport, "Written"));
    }

    [Fact]
    public async Task A_commit_that_is_lost_on_its_way_is_repeated_and_writes_once()
    {
        await using var runner = new CypherRunner(Create(Options()), Options().Resilience);
        _proxy.LoseRequest(CommitMark);
        await WriteAsync(runner, "change-1").WaitAsync(Hanging);
        await using var transport = Create(Options());
        Assert.Equal(1, await CountAsync(transport, "ChangeSet"));
        Assert.Equal(1, await CountAsync(transport, "Written"));
    }

    [Fact]
    public async Task A_commit_is_never_sent_twice_by_the_transport()
    {
        await using var transport = Create(Options());
        for (var i = 0; i < 5; i++)
        {
            await using var transaction = await transport.BeginAsync(AccessMode.Write);
            await transaction.RunAsync(Append);
            _proxy.CutAnswer(0, reset: i % 2 == 0, CommitMark);
            var e = await Assert.ThrowsAsync<CypherException>(() => transaction.CommitAsync().WaitAsync(Hanging));
            Assert.Equal(CypherErrorKind.Unavailable, e.Kind);
        }

        // Each has reached the server, whose answer was lost.
        Assert.Equal(5, await CountAsync(transport, "Written"));
    }

    [Fact]
    public async Task Silence_is_given_up()
    {
        await using var runner = new CypherRunner(Create(Options(1)), Options(1).Resilience);
        await WriteAsync(runner, "before");
        _proxy.BlackHole();
        var e = await Assert.ThrowsAsync<CypherException>(() => WriteAsync(runner, "silent").WaitAsync(Hanging));
        Assert.Equal(CypherErrorKind.Unavailable, e.Kind);
        await Assert.ThrowsAsync<CypherException>(() => runner.RunOnceAsync((transport, token) => transport.RunAsync(Few, AccessMode.Read, null, token)).WaitAsync(Hanging));

        // Connections of before are as dead as those of a machine that lost its network.
        _proxy.Pass();
        _proxy.Reset();
        await UntilItWorksAsync(() => WriteAsync(runner, "after"));
        await using var transport = Create(Options());
        Assert.Equal(2, await CountAsync(transport, "ChangeSet"));
    }

    [Fact]
    public async Task A_server_that_refuses_is_left_alone_for_a_while_and_found_again()
    {
        await using var runner = new CypherRunner(Create(Options()), Options().Resilience);
        await WriteAsync(runner, "before");
        _proxy.Refuse();
        for (var i = 0; i < 3; i++)
            Assert.Equal(CypherErrorKind.Unavailable, (await Assert.ThrowsAsync<CypherException>(() => WriteAsync(runner, "refused").WaitAsync(Hanging))).Kind);
        _proxy.Pass();
        await UntilItWorksAsync(() => WriteAsync(runner, "after"));
    }

    [Fact]
    public async Task Slowness_is_no_failure()
    {
        await using var transport = Create(Options());
        _proxy.Delay(TimeSpan.FromMilliseconds(20));
        Assert.Equal(20_000, await CountRowsAsync(transport, Many).WaitAsync(Hanging));
    }

    private Neo4jOptions Options(double timeout = 20)
    {
        var options = server.Address.Options(_proxy.Address);
        options.Resilience = new ResilienceOptions
        {
            TimeoutSeconds = timeout,
            AttemptTimeoutSeconds = timeout,
            ConnectTimeoutSeconds = 2,
            RetryDelaySeconds = 0.05,
            MaxRetries = 3,
            BreakAfterFailures = 8,
            BreakSeconds = 0.5,
        };
        return options;
    }

    // The way of the store: whoever finds the id of the change set there has nothing to write.
    private static Task<bool> WriteAsync(CypherRunner runner, string id) => runner.RunAsync(async (transport, token) =>
    {
        await using var transaction = await transport.BeginAsync(AccessMode.Write, token);
        var isNew = false;
        await transaction.RunAsync(
            new CypherStatement("claim", "MERGE (c:ChangeSet {id: $id}) ON CREATE SET c.isNew = true WITH c, c.isNew AS isNew REMOVE c.isNew RETURN isNew").With(("id", id)),
            row => isNew = row[0] is true,
            token);
        if (isNew) await transaction.RunAsync(Append, null, token);
        await transaction.CommitAsync(token);
        return isNew;
    });

    private static async Task UntilItWorksAsync(Func<Task> work)
    {
        using var source = new CancellationTokenSource(Hanging);
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (CypherException e) when (e.MayPass)
            {
                await Task.Delay(50, source.Token);
            }
        }
    }

    private static async Task<long?> CountRowsAsync(ICypherTransport transport, CypherStatement statement)
    {
        var rows = 0L;
        try
        {
            var summary = await transport.RunAsync(statement, AccessMode.Read, _ => rows++);
            Assert.Equal(rows, summary.Rows);
            return rows;
        }
        catch (CypherException e)
        {
            Assert.Equal(CypherErrorKind.Unavailable, e.Kind);
            return null;
        }
    }

    private static async Task<long> CountAsync(ICypherTransport transport, string label)
    {
        var count = -1L;
        await transport.RunAsync(new CypherStatement("count", $"MATCH (n:{label}) RETURN count(n)"), AccessMode.Read, row => count = row.Get<long>(0));
        return count;
    }
}
