using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>Among whom an entity is ranked.</summary>
public enum RankScope
{
    /// <summary>The projection's entities of its kind.</summary>
    Kind,

    /// <summary>All of the projection.</summary>
    Projection,
}

/// <summary>An entity's score and where it stands.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Score">The score.</param>
/// <param name="Rank">Competition rank (1, 2, 2, 4); scores that agree to 12 digits share one.</param>
/// <param name="Percentile">The percentage of the ranked entities that do not stand before it: 100 for the first.</param>
public sealed record EntityScore(int Entity, double Score, int Rank, double Percentile);

/// <summary>The scores of a measure on a projection, and how they were made. Immutable.</summary>
public sealed class CentralityRun
{
    private CentralityRun(IReadOnlyList<EntityScore> scores, double[] byEntity, RunRecord record)
    {
        Scores = scores;
        ByEntity = byEntity;
        Record = record;
    }

    /// <summary>All entities that have a score, best first, ties in the ordinal order of their ids.</summary>
    public IReadOnlyList<EntityScore> Scores { get; }

    /// <summary>The score by entity; NaN where there is none. Not to be changed: it is shared.</summary>
    public double[] ByEntity { get; }

    /// <summary>How the scores were made.</summary>
    public RunRecord Record { get; }

    internal static CentralityRun Of(ProjectionSource source, MeasureRun run)
    {
        var result = (EntityResult)run.Result;
        var entities = ((MeasuredProjection)run.Graph).Projection.Entities;
        var byEntity = new double[source.View.Snapshot.Entities.Capacity];
        Array.Fill(byEntity, double.NaN);
        for (var v = 0; v < result.Scores.Length; v++) byEntity[entities[v]] = result.Scores[v];
        var ranked = new EntityScore[result.Ranking.Order.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            var vertex = result.Ranking.Order[i];
            var rank = result.Ranking.RankOf(vertex)!.Value;
            ranked[i] = new EntityScore(entities[vertex], result.Scores[vertex], rank, PercentileOf(rank, ranked.Length));
        }

        return new CentralityRun(ranked, byEntity, RunRecord.Of(source, run.Record));
    }

    /// <summary>The scores of some kinds, ranked among themselves. O(scores).</summary>
    /// <param name="snapshot">The snapshot of the view that was scored.</param>
    /// <param name="kinds">The kinds.</param>
    public IReadOnlyList<EntityScore> Among(GraphSnapshot snapshot, IReadOnlyCollection<EntityKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(kinds);
        return Among(e => kinds.Contains(snapshot.Entities.Kind(e)));
    }

    /// <summary>The scores of some entities, ranked among themselves. O(scores).</summary>
    public IReadOnlyList<EntityScore> Among(Predicate<int> belongs)
    {
        ArgumentNullException.ThrowIfNull(belongs);
        var members = Scores.Where(s => belongs(s.Entity)).ToList();
        var ranked = new EntityScore[members.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            // Those that tied stand together and still tie.
            var rank = i > 0 && members[i].Rank == members[i - 1].Rank ? ranked[i - 1].Rank : i + 1;
            ranked[i] = members[i] with { Rank = rank, Percentile = PercentileOf(rank, ranked.Length) };
        }

        return ranked;
    }

    internal static double PercentileOf(int rank, int count) => 100.0 * (count - rank + 1) / count;
}
