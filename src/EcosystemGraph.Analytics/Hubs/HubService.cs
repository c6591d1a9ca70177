using EcosystemGraph.Analytics.Execution;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>
/// Compares regions: what the documents say they are, what they hold, how central their members are and how they tie to each other, against null models and over other
/// specifications. A comparison is computed once however many ask at the same time, stops when the last asker goes away, and the latest ones are kept.
/// </summary>
public sealed class HubService
{
    private const long BytesOfResult = 64 << 10;

    private readonly CentralityService _centrality;
    private readonly int _threads;
    private readonly SharedRuns<HubResult> _runs;

    /// <summary>Creates the service.</summary>
    /// <param name="centrality">Computes the measures.</param>
    /// <param name="options">What it may use of the machine; null for the defaults.</param>
    public HubService(CentralityService centrality, AnalyticsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(centrality);
        options ??= new AnalyticsOptions();
        _centrality = centrality;
        _threads = options.Threads;

        // A scheduler of its own: a comparison waits for runs of the measures and must not take their places.
        _runs = new SharedRuns<HubResult>(new BoundedScheduler(options.ConcurrentRuns), options.CacheBytes, static _ => BytesOfResult);
    }

    /// <summary>Compares regions. O(draws × (located + edges) + specifications × measures).</summary>
    /// <param name="view">What is seen of the graph.</param>
    /// <param name="request">Which regions, by what.</param>
    /// <param name="cancellationToken">Takes this asker away.</param>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: the ontology has no regions, more than 64 are asked for, the number of draws is out of
    /// range, or projection and measures do not fit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public HubResult Compare(GraphView view, HubRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(request);
        if (request.Draws is < 0 or > HubRequest.MostDraws)
            throw new QueryException(QueryErrorCode.BadArgument, $"draws is {request.Draws}, expected 0 to {HubRequest.MostDraws}");
        if (request.Regions?.Count > RegionMembership.MostRegions)
            throw new QueryException(QueryErrorCode.BadArgument, $"{request.Regions.Count} regions are asked for, expected at most {RegionMembership.MostRegions}");
        var spec = request.Projection ?? ProjectionSpec.Named(view.Snapshot, null);
        var key = string.Join('\u001e', new ProjectionSource(view, spec).Key, Listed(request.Regions), Listed(request.Measures), request.Draws, request.Seed);
        return _runs.Get(key, control => HubAnalysis.Run(view, request, _centrality, _threads, control.Stop), null, cancellationToken);

        static string Listed<T>(IReadOnlyList<T>? items) => items is null ? "default" : string.Join(',', items);
    }
}
