using EcosystemGraph.App.Options;
using EcosystemGraph.Model.Live;

namespace EcosystemGraph.App.Graphs;

/// <summary>Lets the served graph follow its store, and says in the log when that cannot be reached and when it is back.</summary>
internal static class StoreWatching
{
    /// <summary>Begins to watch, until the watch is disposed.</summary>
    public static StoreWatch Start(LiveGraph graph, GraphOptions options, ILogger log) => new(
        graph,
        TimeSpan.FromSeconds(options.PollSeconds),
        failure =>
        {
            if (failure is null) log.LogWarning("The store is back; serving revision {Revision}", graph.Current.Revision);
            else log.LogWarning("Serving revision {Revision}, which may be old: {Failure}", graph.Current.Revision, failure.Message);
        });
}
