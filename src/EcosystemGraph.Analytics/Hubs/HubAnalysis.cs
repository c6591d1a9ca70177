using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Analytics.Statistics;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>
/// Regions side by side: what the documents say they are, what they hold, how central their members are and how they tie to each other. Each region is compared with its
/// complement among the located entities, so regions may overlap.
/// </summary>
/// <remarks>What needs a null model or other specifications (expected values, z, p, ranges of ranks, verdicts) is null or undetermined.</remarks>
public static class HubAnalysis
{
    private const int Version = 1;

    /// <summary>The most source-edge pairs for which shortest paths are searched without being asked: about a second.</summary>
    private const double MostSearches = 5e8;

    private static readonly string[] CheapMeasures = ["degree", "pagerank"];

    /// <summary>Compares regions. The measures are runs of the service, so they are shared with whoever asks for them; the rest is O(edges × regions).</summary>
    /// <param name="view">What is seen of the graph.</param>
    /// <param name="request">Which regions, by what.</param>
    /// <param name="service">Computes the measures.</param>
    /// <param name="cancellationToken">Takes this asker away.</param>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: the ontology has no regions, or projection and measures do not fit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static HubResult Run(GraphView view, HubRequest request, CentralityService service, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(service);
        var start = service.Time.GetTimestamp();
        var regions = HubRegions.Choose(view, request.Regions);
        var spec = HubProjection.Strip(view.Snapshot.Ontology, request.Projection ?? ProjectionSpec.Named(view.Snapshot, null));
        var projection = Projection.Build(view, spec, cancellationToken);
        var searchable = (double)projection.Graph.VertexCount * projection.Graph.ArcCount <= MostSearches;
        var measures = (request.Measures ?? (searchable ? [.. CheapMeasures, "betweenness"] : CheapMeasures)).Select(m => MeasureCatalog.Entity(m).Info.Name).Distinct().ToList();
        var runs = measures.Select(m => service.Run(view, spec, m, null, cancellationToken)).ToList();
        var edgeScores = searchable ? service.EdgeBetweenness(view, spec, cancellationToken) : null;

        var membership = RegionMembership.Of(view, projection, regions);
        cancellationToken.ThrowIfCancellationRequested();
        var definitions = regions.Select(r => RegionDefinition.Of(view, r)).ToList();
        var ties = regions.Select((_, i) => RegionTies.Of(view, projection, membership, i, edgeScores)).ToList();
        var scores = runs.Select(run => RegionScores.Of(projection, membership, run)).ToList();
        var compared = regions.Select((region, i) => Region(view, projection, membership, definitions[i], i, ties[i], [.. scores.Select(s => s[i])])).ToList();
        var (agreement, count) = Agreement(projection, membership, runs);
        var caveats = new HubCaveats(view, projection, membership, definitions).Find(ties, compared, !searchable);

        var parameters = new SortedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["measures"] = measures,
            ["regions"] = regions.Select(view.Snapshot.Entities.Id).ToList(),
        };
        var record = new RunRecord(view.Snapshot.Revision, spec, "hubs", parameters, null, RunRecord.VersionOf("hubs", Version),
            service.Time.GetElapsedTime(start).TotalSeconds, HubDigest.Compute(view.Snapshot, compared, agreement), [.. runs.SelectMany(r => r.Record.Warnings).Distinct()]);
        return new HubResult(compared, agreement, count, caveats, record);
    }

    private static HubRegion Region(GraphView view, Projection projection, RegionMembership membership, RegionDefinition definition, int position, RegionTies ties,
        HubMeasure[] measures)
    {
        var members = membership.Members[position];
        var entities = projection.Entities.Where((_, v) => members[v]).ToList();
        return new HubRegion
        {
            Region = definition.Region,
            Definition = definition.Text,
            Members = entities.Count,
            StatedMembers = entities.Count(e => IsPutDirectly(view, e, definition.Region)),
            Located = membership.Located,
            Unlocated = projection.Entities.Count - membership.Located,
            Counts = [.. entities.GroupBy(view.Snapshot.Entities.Kind).Select(g => new KindCount(g.Key, g.Count())).OrderByDescending(c => c.Count).ThenBy(c => c.Kind.Index)],
            Share = membership.Located == 0 ? 0 : (double)entities.Count / membership.Located,
            Within = ties.Within,
            Across = ties.Across,
            EiIndex = ties.EiIndex,
            Measures = measures,
            Gateways = ties.Gateways,
        };
    }

    private static bool IsPutDirectly(GraphView view, int entity, int region)
    {
        foreach (var kind in view.Snapshot.Ontology.Containment)
        {
            foreach (var relation in view.Snapshot.Relations.Out(entity, kind))
            {
                if (view.Snapshot.Relations.To(relation) == region && view.SeesRelation(relation)) return true;
            }
        }

        return false;
    }

    private static (double? Agreement, int Count) Agreement(Projection projection, RegionMembership membership, List<CentralityRun> runs)
    {
        var entities = projection.Entities.Where((e, v) => membership.Members.Any(m => m[v]) && runs.All(r => !double.IsNaN(r.ByEntity[e]))).ToList();
        var taus = new List<double>();
        for (var a = 0; a < runs.Count; a++)
        {
            for (var b = a + 1; b < runs.Count; b++)
            {
                if (KendallTau.Compute(Ranks(runs[a]), Ranks(runs[b])) is { } tau) taus.Add(tau);
            }
        }

        return (taus.Count == 0 ? null : taus.Average(), entities.Count);

        // By rank, for the last bits of scores that tie differ.
        double[] Ranks(CentralityRun run)
        {
            var ranks = run.Scores.ToDictionary(s => s.Entity, s => (double)-s.Rank);
            return [.. entities.Select(e => ranks[e])];
        }
    }
}
