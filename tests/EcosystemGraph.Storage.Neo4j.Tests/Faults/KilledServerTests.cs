using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;
using EcosystemGraph.TestKit.Facts;
using EcosystemGraph.TestKit.Neo4j;
using static EcosystemGraph.TestKit.Facts.SameFacts;

namespace EcosystemGraph.Storage.Neo4j.Tests.Faults;

/// <summary>Neo4j's plug is pulled while it is written to: what was answered is there once it runs again, everything is there once, and nothing else.</summary>
[Collection(KillableNeo4j.Collection)]
public sealed class KilledServerTests(KillableNeo4j server)
{
    private const int Changes = 60;
    private const int Kills = 1;
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task What_was_answered_outlives_a_kill_and_nothing_is_written_twice()
    {
        using var source = new CancellationTokenSource(Hanging);
        await ClearAsync();
        await using var store = await OpenAsync();
        var applied = 0;
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < Changes; i++)
            {
                Assert.Equal(i + 1, await ApplyAsync(store, i, source.Token));
                Volatile.Write(ref applied, i + 1);
            }
        });
        for (var kill = 1; kill <= Kills; kill++)
        {
            while (Volatile.Read(ref applied) < kill * Changes / (Kills + 1) && !writing.IsCompleted) await Task.Delay(5, source.Token);
            await server.KillAsync();
            var answered = Volatile.Read(ref applied);
            await server.StartAgainAsync();
            await using var other = await OpenAsync();
            Assert.InRange(await other.GetRevisionAsync(), answered, Changes);
        }

        await writing;
        var content = await store.ReadAsync();
        Assert.Equal(Changes, content.Revision);
        AssertSameFacts([.. Enumerable.Range(0, Changes).SelectMany(i => StoreFaultTests.Change(i).Upserts)], content.Facts);
        Assert.Equal(Enumerable.Range(0, Changes).Select(i => $"change-{i}"), (await store.ReadChangesAsync(0).ToListAsync()).Select(delta => delta.ChangeSetId));
    }

    [Fact]
    public async Task A_large_change_set_goes_on_where_a_kill_between_its_parts_has_interrupted_it()
    {
        await ClearAsync();
        Fact[] facts = [.. SyntheticGraph.Facts(150, 1_500)];
        var parts = 0;
        await using var store = await Neo4jGraphStore.OpenAsync(
            new InterceptedRunner(Connect(), async statement =>
            {
                if (statement.Name != "write/plain-relations" || Interlocked.Increment(ref parts) != 12) return;
                await server.KillAsync();
                await server.StartAgainAsync();
            }),
            new Neo4jStoreOptions { LargestTransaction = 100, BatchSize = 50, InlineFrom = 10, Lanes = 3 });
        Assert.Equal(1, (await store.ApplyAsync(SampleFacts.Load("large", facts)).WaitAsync(Hanging)).Revision);
        Assert.True(parts > 12);
        AssertSameFacts(facts, (await store.ReadAsync()).Facts);
        Assert.True((await store.ApplyAsync(SampleFacts.Load("large", facts))).AlreadyApplied);
    }

    private async Task ClearAsync()
    {
        await using var runner = Connect();
        await runner.RunAsync((transport, token) => transport.RunAsync(new CypherStatement("clear", "MATCH (n) DETACH DELETE n"), AccessMode.Write, null, token));
    }

    // A server that has just been started may take its time.
    private ICypherRunner Connect()
    {
        var options = server.Address.HttpOptions();
        options.Resilience = new ResilienceOptions { TimeoutSeconds = 120, AttemptTimeoutSeconds = 60, MaxRetries = 20 };
        return Neo4jConnection.Open(options);
    }

    private Task<Neo4jGraphStore> OpenAsync() => Neo4jGraphStore.OpenAsync(Connect());

    // As a client does that was told that the store is away: the same change set again, by its id.
    private static async Task<long> ApplyAsync(Neo4jGraphStore store, int number, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return (await store.ApplyAsync(StoreFaultTests.Change(number), cancellationToken)).Revision;
            }
            catch (StoreException e) when (e.Code == StoreErrorCode.Unavailable)
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }
}
