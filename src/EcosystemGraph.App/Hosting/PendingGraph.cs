using EcosystemGraph.Model.Live;

namespace EcosystemGraph.App.Hosting;

/// <summary>What is served, and is there only some time after the port is: whoever asks before waits for it.</summary>
internal sealed class PendingGraph
{
    private readonly TaskCompletionSource<LiveGraph> _graph = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once it is there.</summary>
    public bool IsReady => _graph.Task.IsCompletedSuccessfully;

    /// <summary>The graph, as soon as it is there.</summary>
    public Task<LiveGraph> GraphAsync(CancellationToken cancellationToken) => _graph.Task.WaitAsync(cancellationToken);

    /// <summary>Lets everybody in who waits.</summary>
    public void Complete(LiveGraph graph) => _graph.SetResult(graph);
}
