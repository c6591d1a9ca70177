using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>Puts the scores of vertices back on entities, ranks them and takes their digest.</summary>
internal static class ScoredEntities
{
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="projection">The projection.</param>
    /// <param name="scores">A score for each vertex; NaN where undefined.</param>
    /// <param name="record">Makes the record, given the digest and the number of undefined scores.</param>
    public static CentralityRun Rank(GraphSnapshot snapshot, Projection projection, double[] scores, Func<string, int, RunRecord> record)
    {
        var defined = new double?[scores.Length];
        var ids = new string[scores.Length];
        var byEntity = new double[snapshot.Entities.Capacity];
        Array.Fill(byEntity, double.NaN);
        for (var v = 0; v < scores.Length; v++)
        {
            var entity = projection.Entities[v];
            ids[v] = snapshot.Entities.Id(entity);
            byEntity[entity] = scores[v];
            defined[v] = double.IsNaN(scores[v]) ? null : scores[v];
        }

        var ranking = Ranking.Of(defined);
        var ranked = new EntityScore[ranking.Order.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            var vertex = ranking.Order[i];
            var rank = ranking.RankOf(vertex)!.Value;
            ranked[i] = new EntityScore(projection.Entities[vertex], scores[vertex], rank, CentralityRun.PercentileOf(rank, ranked.Length));
        }

        return new CentralityRun(ranked, byEntity, record(ScoreDigest.Compute(ids, defined), scores.Length - ranked.Length));
    }
}
