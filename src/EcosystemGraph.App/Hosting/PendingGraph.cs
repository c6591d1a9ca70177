using EcosystemGraph.Model.Live;

namespace EcosystemGraph.App.Hosting;

/// <summary>What answers questions about the graph: it is there some time after the port is, and whoever asks before waits for it.</summary>
internal sealed class PendingGraph
{
    private readonly TaskCompletionSource<RequestDelegate> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Func<StoreHealth>? _health;

    /// <summary>True once it is there.</summary>
    public bool IsReady => _answer.Task.IsCompletedSuccessfully;

    /// <summary>Since when the store behind it cannot be reached; null while it can, and before the graph is there.</summary>
    public DateTimeOffset? StaleSince => _health?.Invoke().Since;

    /// <summary>Lets everybody in who waits.</summary>
    /// <param name="answer">Answers requests.</param>
    /// <param name="health">Says how the store is.</param>
    public void Complete(RequestDelegate answer, Func<StoreHealth> health)
    {
        _health = health;
        _answer.SetResult(answer);
    }

    /// <summary>Answers a request, as soon as that is possible.</summary>
    public Task AnswerAsync(HttpContext context) => IsReady ? _answer.Task.Result(context) : WaitAsync(context);

    private async Task WaitAsync(HttpContext context)
    {
        var answer = await _answer.Task.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        await answer(context).ConfigureAwait(false);
    }
}
