using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Analytics.Statistics;
using EcosystemGraph.Kernels;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>
/// Regions side by side: what the documents say they are, what they hold, how central their members are and how they tie to each other, against null models and over
/// other specifications. Each region is compared with its complement among the located entities, so regions may overlap.
/// </summary>
internal static class HubAnalysis
{
    private const int Version = 2;

    /// <summary>The most source-edge pairs for which shortest paths are searched without being asked: about a second.</summary>
    private const double MostSearches = 5e8;

    private static readonly string[] CheapMeasures = ["degree", "pagerank"];

    /// <summary>Compares regions. The measures are runs of the service, so they are shared with whoever asks for them.</summary>
    public static HubResult Run(GraphView view, HubRequest request, CentralityService service, int threads, CancellationToken cancellationToken)
    {
        var start = service.Time.GetTimestamp();
        var regions = HubRegions.Choose(view, request.Regions);
        var spec = HubProjection.Strip(view.Snapshot.Ontology, request.Projection ?? ProjectionSpec.Named(view.Snapshot, null));
        var projection = Projection.Build(view, spec, cancellationToken);
        var searchable = (double)projection.Graph.VertexCount * projection.Graph.ArcCount <= MostSearches;
        var measures = (request.Measures ?? (searchable ? [.. CheapMeasures, "betweenness"] : CheapMeasures)).Select(m => MeasureCatalog.Entity(m).Info.Name).Distinct().ToList();
        var runs = measures.Select(m => service.Run(view, spec, m, null, cancellationToken)).ToList();
        var edgeScores = searchable ? service.EdgeBetweenness(view, spec, cancellationToken) : null;
        var definitions = regions.Select(r => RegionDefinition.Of(view, r)).ToList();
        var membership = RegionMembership.Of(RegionMap.Of(view, definitions), projection);
        var ties = regions.Select((_, i) => RegionTies.Of(view, projection, membership, i, edgeScores)).ToList();

        var context = new KernelContext { Threads = threads, Seed = (ulong)request.Seed, Cancellation = cancellationToken };
        var scores = runs.Select(run => RegionScores.Of(projection, membership, run)).ToList();
        var kinds = projection.Entities.Select(e => (int)view.Snapshot.Entities.KindIndex(e)).ToList();
        var containment = Containment.Of(view);
        var places = projection.Entities.Select(e => containment.Ancestors(e).Where(p => !regions.Contains(p)).Select(p => (int?)p).FirstOrDefault()).ToList();
        var byVertex = runs.Select(run => projection.Entities.Select(e => run.ByEntity[e]).ToArray()).ToList();
        var memberNulls = MemberNulls.Test(membership, kinds, places, byVertex, request.Draws, context);
        var tieNulls = TieNulls.Test(view, projection, membership, ties, request.Draws, context);
        var (tallies, specifications) = HubSensitivity.Test(view, spec, regions, measures, threads, cancellationToken);
        var judged = Judge(scores, memberNulls, tallies);
        var compared = regions.Select((region, i) => Region(view, projection, membership, definitions[i], i, ties[i], tieNulls[i], judged[i])).ToList();
        var (agreement, count) = Agreement(projection, membership, runs);
        var caveats = new HubCaveats(view, projection, membership, definitions).Find(ties, compared, !searchable, request.Draws, specifications);

        var parameters = new SortedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["draws"] = (long)request.Draws,
            ["measures"] = measures,
            ["regions"] = regions.Select(view.Snapshot.Entities.Id).ToList(),
        };
        var record = new RunRecord(view.Snapshot.Revision, spec, "hubs", parameters, request.Seed, RunRecord.VersionOf("hubs", Version),
            service.Time.GetElapsedTime(start).TotalSeconds, HubDigest.Compute(view.Snapshot, compared, agreement), [.. runs.SelectMany(r => r.Record.Warnings).Distinct()]);
        return new HubResult(compared, agreement, count, specifications, caveats, record);
    }

    /// <summary>The measures by region, with what chance and other specifications make of them.</summary>
    private static HubMeasure[][] Judge(List<HubMeasure[]> scores, IReadOnlyList<HubNull>[][] nulls, RankTally[][] tallies)
    {
        var measures = nulls.Select((ofRegion, r) => ofRegion.Select((ofMeasure, m) => scores[m][r] with
        {
            Nulls = ofMeasure,
            RankMin = tallies[r][m].Count == 0 ? null : tallies[r][m].Best,
            RankMax = tallies[r][m].Count == 0 ? null : tallies[r][m].Worst,
            FirstShare = tallies[r][m].FirstShare,
        }).ToArray()).ToArray();
        var corrected = HolmCorrection.Apply([.. measures.SelectMany(ofRegion => ofRegion.Select(m => m.Hardest?.P))]);
        return [.. measures.Select((ofRegion, r) => ofRegion.Select((m, i) => m with { P = corrected[(r * ofRegion.Length) + i] }).ToArray())];
    }

    private static HubRegion Region(GraphView view, Projection projection, RegionMembership membership, RegionDefinition definition, int position, RegionTies ties,
        HubNull? eiNull, HubMeasure[] measures)
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
            EiNull = eiNull,
            Measures = [.. measures.Select(m => m with { Verdict = HubVerdicts.Of(m, entities.Count) })],
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
