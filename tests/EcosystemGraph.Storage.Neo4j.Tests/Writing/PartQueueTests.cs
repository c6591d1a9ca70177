using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Writing;

namespace EcosystemGraph.Storage.Neo4j.Tests.Writing;

/// <summary>Parts under way at a time share no region.</summary>
public sealed class PartQueueTests
{
    [Fact]
    public async Task A_part_waits_for_its_regions_while_others_go_on()
    {
        var queue = new PartQueue([Part("a", 0b011), Part("b", 0b110), Part("c", 0b100), Part("d", 0)]);
        var (a, c, d) = (await TakeAsync(queue), await TakeAsync(queue), await TakeAsync(queue));
        Assert.Equal(["a", "c", "d"], [a.ToStatement().Name, c.ToStatement().Name, d.ToStatement().Name]);

        var b = queue.TakeAsync(default);
        Assert.False(b.IsCompleted);
        queue.Release(a);
        await Task.Delay(20);
        Assert.False(b.IsCompleted);
        queue.Release(c);
        Assert.Equal("b", (await b)!.Value.ToStatement().Name);
        Assert.Null(await queue.TakeAsync(default));
    }

    [Fact]
    public async Task Whoever_waits_can_be_stopped()
    {
        var queue = new PartQueue([Part("a", 1), Part("b", 1)]);
        await TakeAsync(queue);
        using var stop = new CancellationTokenSource();
        var waiting = queue.TakeAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static Part Part(string name, ulong regions) => new(() => new CypherStatement(name, ""), regions);

    private static async Task<Part> TakeAsync(PartQueue queue) => (await queue.TakeAsync(default))!.Value;
}
