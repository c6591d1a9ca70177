using System.Diagnostics;
using System.Globalization;
using EcosystemGraph.Analytics.Execution;
using EcosystemGraph.Kernels;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>
/// Runs the measures of the catalogue, on projections and on graphs of anybody's own alike. Runs compute on a bounded scheduler of their own, one run for a graph,
/// measure and parameters however many ask at the same time; the last asker's cancellation stops it. The latest results are kept. One service serves a process.
/// </summary>
public sealed class MeasureService
{
    private readonly AnalyticsOptions _options;
    private readonly SharedRuns<MeasureRun> _runs;

    /// <summary>Creates the service.</summary>
    /// <param name="options">What it may use of the machine; null for the defaults.</param>
    /// <param name="time">Measures how long runs take; null for the system's.</param>
    public MeasureService(AnalyticsOptions? options = null, TimeProvider? time = null)
    {
        _options = options ?? new AnalyticsOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.ConcurrentRuns, 1, nameof(options));
        Time = time ?? TimeProvider.System;
        _runs = new SharedRuns<MeasureRun>(new BoundedScheduler(_options.ConcurrentRuns), _options.CacheBytes, static run => run.Bytes);
    }

    internal TimeProvider Time { get; }

    /// <summary>Told of every computation that starts: what a cache spares is not seen otherwise.</summary>
    internal Action<string>? Computing { get; set; }

    /// <summary>The result of a measure.</summary>
    /// <param name="source">The graph.</param>
    /// <param name="measure">The measure's name in kebab case or as in enums.</param>
    /// <param name="parameters">The parameters that are not the defaults: numbers, booleans, texts, lists and objects, as JSON has them.</param>
    /// <param name="progress">Told how far the run is, from any thread, while this asker waits; null tells nobody.</param>
    /// <param name="cancellationToken">Takes this asker away.</param>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: measure, parameter or graph do not fit;
    /// <see cref="QueryErrorCode.LimitExceeded"/>: it would take more memory than a run may; or a code of <see cref="KernelErrorCodes"/> where it has no value.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MeasureRun Run(IMeasuredSource source, string measure, IReadOnlyDictionary<string, object?>? parameters = null, IProgress<KernelProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var (key, make) = Plan(source, MeasureCatalog.Require(measure), parameters);
        return _runs.Get(key, make, progress, cancellationToken);
    }

    /// <summary>As <see cref="Run(IMeasuredSource, string, IReadOnlyDictionary{string, object?}?, IProgress{KernelProgress}?, CancellationToken)"/>, without holding a thread while it computes.</summary>
    public Task<MeasureRun> RunAsync(IMeasuredSource source, string measure, IReadOnlyDictionary<string, object?>? parameters = null, IProgress<KernelProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var (key, make) = Plan(source, MeasureCatalog.Require(measure), parameters);
        return _runs.GetAsync(key, make, progress, cancellationToken);
    }

    /// <inheritdoc cref="Run(IMeasuredSource, string, IReadOnlyDictionary{string, object?}?, IProgress{KernelProgress}?, CancellationToken)"/>
    public MeasureRun Run(IMeasuredSource source, string measure, IReadOnlyDictionary<string, object?>? parameters, CancellationToken cancellationToken) =>
        Run(source, measure, parameters, null, cancellationToken);

    /// <summary>As <see cref="Run(IMeasuredSource, string, IReadOnlyDictionary{string, object?}?, CancellationToken)"/>, without holding a thread while it computes.</summary>
    public Task<MeasureRun> RunAsync(IMeasuredSource source, string measure, IReadOnlyDictionary<string, object?>? parameters, CancellationToken cancellationToken) =>
        RunAsync(source, measure, parameters, null, cancellationToken);

    /// <summary>What a run would take, without running it. Opens the graph on the caller's thread.</summary>
    /// <param name="source">The graph.</param>
    /// <param name="measure">The measure's name in kebab case or as in enums.</param>
    /// <param name="parameters">The parameters that are not the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: measure, parameter or graph do not fit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MeasureEstimate Estimate(IMeasuredSource source, string measure, IReadOnlyDictionary<string, object?>? parameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var definition = MeasureCatalog.Require(measure);
        var arguments = MeasureArguments.Bind(definition.Info, parameters, source);
        return Estimate(definition, Input(source.Open(cancellationToken), definition, arguments, cancellationToken, null));
    }

    private (string Key, Func<RunControl, MeasureRun> Make) Plan(IMeasuredSource source, MeasureDefinition measure, IReadOnlyDictionary<string, object?>? parameters)
    {
        ArgumentNullException.ThrowIfNull(source);
        var arguments = MeasureArguments.Bind(measure.Info, parameters, source);
        return (string.Join('\u001e', source.Key, measure.Info.Name, arguments.Key), control => Compute(source, measure, arguments, control));
    }

    private MeasureRun Compute(IMeasuredSource source, MeasureDefinition measure, MeasureArguments arguments, RunControl control)
    {
        Computing?.Invoke(measure.Info.Name);
        var start = Time.GetTimestamp();
        try
        {
            var input = Input(source.Open(control.Stop), measure, arguments, control.Stop, control.Progress);
            RequireFit(measure, input);
            var result = measure.Compute(input);
            Debug.Assert(result.Scope == measure.Info.Scope, "A measure gives what its scope says.");
            var digest = result.Digest(input.Measured, control.Stop);
            var record = new MeasureRecord(measure.Info.Name, arguments.Values, arguments.Seed, MeasureRecord.VersionOf(measure.Info.Name, measure.Info.Version),
                Time.GetElapsedTime(start).TotalSeconds, digest, [.. Warnings(input, result)]);
            return new MeasureRun(measure.Info, input.Measured, result, record);
        }
        catch (KernelException problem)
        {
            throw new QueryException(problem.Code, problem.Message);
        }
    }

    private MeasureInput Input(IMeasuredGraph graph, MeasureDefinition measure, MeasureArguments arguments, CancellationToken stop, IProgress<KernelProgress>? progress) => new(
        graph, measure.Info, arguments,
        new KernelContext { Threads = _options.Threads, Cancellation = stop, Progress = progress, Seed = (ulong)(arguments.Seed ?? 0) });

    private MeasureEstimate Estimate(MeasureDefinition measure, MeasureInput input)
    {
        var size = GraphSize.Of(input.Graph, _options.Threads);
        var bytes = measure.Info.Memory.Bytes(size) + (measure.MoreBytes?.Invoke(input) ?? 0) + Named(input).Sum(m => m.Memory.Bytes(size));
        return new MeasureEstimate(measure.Info.Name, size, size.AdjacencyBytes * (size.Directed ? 2 : 1), (long)Math.Min(bytes, long.MaxValue / 2), _options.RunLimit,
            measure.Cost.Steps(size) * (measure.Repeats?.Invoke(input) ?? 1), measure.Info.Cost);
    }

    /// <summary>The measures that parameters name, which are computed first.</summary>
    private static IEnumerable<MeasureInfo> Named(MeasureInput input) => input.Measure.Parameters
        .Where(p => p.Type is MeasureParameterType.Grouping or MeasureParameterType.Values)
        .Select(p => input.Arguments.Values[p.Name] is string name && input.Measured.GroupOf(name) is null ? MeasureCatalog.Find(name) : null)
        .OfType<MeasureInfo>();

    private void RequireFit(MeasureDefinition measure, MeasureInput input)
    {
        if (measure.Info.Scope == MeasureScope.Edge && !input.Graph.HasEdgeIds)
            throw new QueryException(QueryErrorCode.BadArgument, $"{measure.Info.Name} scores edges, but {input.Measured.Name} was made without edge ids");
        var estimate = Estimate(measure, input);
        if (estimate.Fits) return;
        throw new QueryException(QueryErrorCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture,
            $"{measure.Info.Name} on {input.Measured.Name} ({estimate.Size.Vertices} vertices, {input.Graph.EdgeCount} edges) would take up to {estimate.Bytes} bytes of memory; a run may take {estimate.Limit}"));
    }

    private static IEnumerable<string> Warnings(MeasureInput input, MeasureResult result)
    {
        if (input.Measure.Needs.HasFlag(MeasureNeeds.Direction) && !input.Graph.IsDirected) yield return $"{input.Measured.Name} is undirected: edges count both ways";
        foreach (var warning in input.Warnings) yield return warning;
        if (result.Warning(input.Measure.Name) is { } undefined) yield return undefined;
    }
}
