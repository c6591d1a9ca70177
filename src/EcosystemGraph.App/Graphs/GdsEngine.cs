using EcosystemGraph.Analytics.Engines;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Query;
using EcosystemGraph.Storage.Neo4j.Gds;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;

namespace EcosystemGraph.App.Graphs;

/// <summary>Neo4j's Graph Data Science library as an engine of measures. It connects for each run.</summary>
/// <param name="connect">Opens a way to the database.</param>
internal sealed class GdsEngine(Func<ICypherRunner> connect) : ICentralityEngine
{
    /// <inheritdoc/>
    public string Name => "gds";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> ScoreAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var projection = new GdsProjection(request.Kinds, request.Relations, request.Symmetric, request.Directed, request.Weight);
            var runner = connect();
            await using (runner.ConfigureAwait(false))
                return await new GdsCentrality(runner).ScoreAsync(projection, request.Measure, request.Parameters, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new QueryException(QueryErrorCode.BadArgument, $"engine GDS: {e.Message}; leave the engine out to compute in this process");
        }
        catch (CypherException e)
        {
            throw new StoreException(StoreErrorCode.Unavailable, e.Message, e);
        }
    }
}
