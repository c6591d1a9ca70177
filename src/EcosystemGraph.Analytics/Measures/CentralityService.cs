using System.Diagnostics;
using System.Runtime.CompilerServices;
using EcosystemGraph.Analytics.Execution;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>
/// Scores entities. Runs compute on a bounded scheduler of their own, one run for a view, projection, measure and parameters however many ask at the same time;
/// the last asker's cancellation stops it. The latest results are kept. One service serves a process.
/// </summary>
public sealed class CentralityService
{
    private static readonly ConditionalWeakTable<GraphSnapshot, object> SnapshotNumbers = new();
    private static long _lastSnapshot;

    private readonly AnalyticsOptions _options;
    private readonly SharedRuns<CentralityRun> _runs;
    private readonly SharedRuns<double[]> _edgeScores;

    /// <summary>Creates the service.</summary>
    /// <param name="options">What it may use of the machine; null for the defaults.</param>
    /// <param name="time">Measures how long runs take; null for the system's.</param>
    public CentralityService(AnalyticsOptions? options = null, TimeProvider? time = null)
    {
        _options = options ?? new AnalyticsOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.ConcurrentRuns, 1, nameof(options));
        Time = time ?? TimeProvider.System;
        var scheduler = new BoundedScheduler(_options.ConcurrentRuns);
        _runs = new SharedRuns<CentralityRun>(scheduler, _options.CacheBytes, static run => run.Bytes);
        _edgeScores = new SharedRuns<double[]>(scheduler, _options.CacheBytes, static scores => 8L * scores.Length);
    }

    internal TimeProvider Time { get; }

    /// <summary>Told of every computation that starts: what a cache spares is not seen otherwise.</summary>
    internal Action<string>? Computing { get; init; }

    /// <summary>The scores of a measure.</summary>
    /// <param name="view">What is seen of the graph.</param>
    /// <param name="spec">The projection.</param>
    /// <param name="measure">The measure's name in kebab case or as in enums.</param>
    /// <param name="parameters">The parameters that are not the defaults: numbers, booleans, texts, lists and objects, as JSON has them.</param>
    /// <param name="cancellationToken">Takes this asker away.</param>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: measure, parameter or projection do not fit; or a code of
    /// <see cref="KernelErrorCodes"/> where the measure has no value.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public CentralityRun Run(GraphView view, ProjectionSpec spec, string measure, IReadOnlyDictionary<string, object?>? parameters, CancellationToken cancellationToken)
    {
        var (key, make) = Plan(view, spec, measure, parameters);
        return _runs.Get(key, make, cancellationToken);
    }

    /// <summary>As <see cref="Run"/>, without holding a thread while it computes.</summary>
    public Task<CentralityRun> RunAsync(GraphView view, ProjectionSpec spec, string measure, IReadOnlyDictionary<string, object?>? parameters, CancellationToken cancellationToken)
    {
        var (key, make) = Plan(view, spec, measure, parameters);
        return _runs.GetAsync(key, make, cancellationToken);
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
    internal double[] EdgeBetweenness(GraphView view, ProjectionSpec spec, CancellationToken cancellationToken)
    {
        return _edgeScores.Get(KeyOf(view, spec), Score, cancellationToken);

        double[] Score(CancellationToken stop)
        {
            var graph = Projection.Build(view, spec, stop).Graph;
            return Kernels.EdgeBetweenness.Compute(graph, null, new KernelContext { Threads = _options.Threads, Cancellation = stop });
        }
    }

    private static string KeyOf(GraphView view, ProjectionSpec spec)
    {
        // A revision alone does not do: indices of entities mean something in their snapshot only.
        var snapshot = SnapshotNumbers.GetValue(view.Snapshot, static _ => Interlocked.Increment(ref _lastSnapshot));
        return string.Join('\u001e', snapshot, view.Key, spec.Key);
    }

    private (string Key, Func<CancellationToken, CentralityRun> Make) Plan(GraphView view, ProjectionSpec spec, string measure, IReadOnlyDictionary<string, object?>? parameters)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(spec);
        var definition = MeasureCatalog.Entity(measure);
        var arguments = MeasureArguments.Bind(definition.Info, parameters, view);
        var key = string.Join('\u001e', KeyOf(view, spec), definition.Info.Name, arguments.Key);
        return (key, stop => Compute(view, spec, definition, arguments, stop));
    }

    private CentralityRun Compute(GraphView view, ProjectionSpec spec, EntityMeasure measure, MeasureArguments arguments, CancellationToken stop)
    {
        Computing?.Invoke(measure.Info.Name);
        var start = Time.GetTimestamp();
        try
        {
            var projection = Projection.Build(view, spec, stop);
            var context = new KernelContext { Threads = _options.Threads, Cancellation = stop };
            var scores = measure.Compute(new MeasureInput(view, projection, arguments, context));
            Debug.Assert(scores.Length == projection.Entities.Count, "A measure scores every vertex.");
            var warnings = measure.Warning?.Invoke(projection) is { } warning ? new[] { warning } : [];
            return ScoredEntities.Rank(view.Snapshot, projection, scores, (digest, undefined) => new RunRecord(view.Snapshot.Revision, spec, measure.Info.Name, arguments.Values,
                null, RunRecord.VersionOf(measure.Info.Name, measure.Version), Time.GetElapsedTime(start).TotalSeconds, digest,
                undefined == 0 ? warnings : [.. warnings, $"{undefined} of {scores.Length} entities have no {measure.Info.Name}: it is not defined for them"]));
        }
        catch (KernelException problem)
        {
            throw new QueryException(problem.Code, problem.Message);
        }
    }
}
