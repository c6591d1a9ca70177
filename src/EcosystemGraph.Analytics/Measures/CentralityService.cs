using System.Runtime.CompilerServices;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>Scores the entities of projections. The runs are those of a <see cref="MeasureService"/>; here their scores come back on entities and are ranked.</summary>
public sealed class CentralityService
{
    // A ranking lives as long as its run is kept.
    private readonly ConditionalWeakTable<MeasureRun, CentralityRun> _ranked = new();

    /// <summary>Creates the service with a service of measures of its own.</summary>
    /// <param name="options">What it may use of the machine; null for the defaults.</param>
    /// <param name="time">Measures how long runs take; null for the system's.</param>
    public CentralityService(AnalyticsOptions? options = null, TimeProvider? time = null) : this(new MeasureService(options, time))
    {
    }

    /// <summary>Creates the service.</summary>
    /// <param name="measures">Runs the measures.</param>
    public CentralityService(MeasureService measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        Measures = measures;
    }

    /// <summary>Runs the measures.</summary>
    public MeasureService Measures { get; }

    /// <summary>Measures how long runs take.</summary>
    public TimeProvider Time => Measures.Time;

    /// <summary>Told of every computation that starts: what a cache spares is not seen otherwise.</summary>
    internal Action<string>? Computing
    {
        init => Measures.Computing = value;
    }

    /// <summary>The scores of a measure.</summary>
    /// <param name="view">What is seen of the graph.</param>
    /// <param name="spec">The projection.</param>
    /// <param name="measure">The name of a measure of entities, in kebab case or as in enums.</param>
    /// <param name="parameters">The parameters that are not the defaults: numbers, booleans, texts, lists and objects, as JSON has them.</param>
    /// <param name="cancellationToken">Takes this asker away.</param>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: measure, parameter or projection do not fit;
    /// <see cref="QueryErrorCode.LimitExceeded"/>: it would take more memory than a run may; or a code of <see cref="KernelErrorCodes"/> where the measure has no value.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public CentralityRun Run(GraphView view, ProjectionSpec spec, string measure, IReadOnlyDictionary<string, object?>? parameters, CancellationToken cancellationToken)
    {
        var source = new ProjectionSource(view, spec);
        return Ranked(source, Measures.Run(source, MeasureCatalog.Entity(measure).Info.Name, parameters, null, cancellationToken));
    }

    /// <summary>As <see cref="Run"/>, without holding a thread while it computes.</summary>
    public async Task<CentralityRun> RunAsync(GraphView view, ProjectionSpec spec, string measure, IReadOnlyDictionary<string, object?>? parameters, CancellationToken cancellationToken)
    {
        var source = new ProjectionSource(view, spec);
        return Ranked(source, await Measures.RunAsync(source, MeasureCatalog.Entity(measure).Info.Name, parameters, null, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>An entity's score; null if the projection leaves it out or the measure is not defined for it.</summary>
    /// <inheritdoc cref="Run" path="/exception"/>
    public double? Score(GraphView view, int entity, ProjectionSpec spec, string measure, IReadOnlyDictionary<string, object?>? parameters, CancellationToken cancellationToken)
    {
        var score = Run(view, spec, measure, parameters, cancellationToken).ByEntity[entity];
        return double.IsNaN(score) ? null : score;
    }

    /// <summary>An entity's competition rank; null if it has no score. O(scores).</summary>
    /// <inheritdoc cref="Run" path="/exception"/>
    public int? Rank(GraphView view, int entity, ProjectionSpec spec, string measure, IReadOnlyDictionary<string, object?>? parameters, RankScope among, CancellationToken cancellationToken)
    {
        var run = Run(view, spec, measure, parameters, cancellationToken);
        if (double.IsNaN(run.ByEntity[entity])) return null;
        var kind = view.Snapshot.Entities.KindIndex(entity);
        var (position, rank, last) = (0, 0, 0);
        foreach (var score in run.Scores)
        {
            if (among == RankScope.Kind && view.Snapshot.Entities.KindIndex(score.Entity) != kind) continue;
            position++;
            if (score.Rank != last) (rank, last) = (position, score.Rank);
            if (score.Entity == entity) return rank;
        }

        return null;
    }

    /// <summary>The betweenness of each edge id of a projection, unweighted, raw.</summary>
    internal double[] EdgeBetweenness(GraphView view, ProjectionSpec spec, CancellationToken cancellationToken) =>
        ((EdgeResult)Measures.Run(new ProjectionSource(view, spec), "edge-betweenness", null, null, cancellationToken).Result).Scores;

    private CentralityRun Ranked(ProjectionSource source, MeasureRun run) => _ranked.GetValue(run, r => CentralityRun.Of(source, r));
}
