using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Engines;

/// <summary>Runs a measure on an engine and puts the scores back on entities, ranked as those of this process are.</summary>
public static class EngineCentrality
{
    /// <summary>The scores of a measure.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="source">The projection, of the graph as it is: an engine knows no dates, no choice of documents, no confidence and no paths.</param>
    /// <param name="measure">The name of a measure of entities, in kebab case or as in enums.</param>
    /// <param name="parameters">The parameters that are not the defaults.</param>
    /// <param name="time">Measures how long it takes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: the projection is none that an engine can make, or as <see cref="ICentralityEngine.ScoreAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<CentralityRun> RunAsync(ICentralityEngine engine, ProjectionSource source, string measure, IReadOnlyDictionary<string, object?>? parameters, TimeProvider time,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(time);
        var definition = MeasureCatalog.Entity(measure);
        var arguments = MeasureArguments.Bind(definition.Info, parameters, source);
        var request = Request(engine, source, definition.Info.Name, parameters ?? new Dictionary<string, object?>());
        var start = time.GetTimestamp();
        var scores = await engine.ScoreAsync(request, cancellationToken).ConfigureAwait(false);

        var graph = (MeasuredProjection)source.Open(cancellationToken);
        var byVertex = new double[graph.Graph.VertexCount];
        for (var v = 0; v < byVertex.Length; v++) byVertex[v] = scores.GetValueOrDefault(graph.VertexId(v), double.NaN);
        var result = new EntityResult(byVertex);
        List<string> warnings = [$"computed by {engine.Name} on the graph as it is stored now; the last digits may differ from run to run, and so may the digest"];
        if (result.Warning(definition.Info.Name) is { } undefined) warnings.Add(undefined);
        var record = new MeasureRecord(definition.Info.Name, arguments.Values, arguments.Seed, engine.Name, time.GetElapsedTime(start).TotalSeconds,
            result.Digest(graph, cancellationToken), warnings);
        return CentralityRun.Of(source, new MeasureRun(definition.Info, graph, result, record));
    }

    private static EngineRequest Request(ICentralityEngine engine, ProjectionSource source, string measure, IReadOnlyDictionary<string, object?> parameters)
    {
        var (view, spec) = (source.View, source.Spec);
        var scope = ProjectionScope.Resolve(view.Snapshot.Ontology, spec);
        if (view.AsOf is not null) throw Bad($"asOf is {view.AsOf.Text}");
        if (view.Sources.Count > 0) throw Bad($"sources are {string.Join(", ", view.Sources)}");
        if (spec.MinConfidence > 0) throw Bad($"the smallest confidence of projection '{spec.Id}' is {spec.MinConfidence}");
        if (scope.Path is not null) throw Bad($"projection '{spec.Id}' collapses a path");
        var relations = view.Snapshot.Ontology.Relations.Where(r => scope.HasRelation(r.Index)).ToList();
        return new EngineRequest([.. view.Snapshot.Ontology.Kinds.Where(k => scope.HasKind(k.Index)).Select(k => k.Name)], [.. relations.Select(r => r.Name)],
            [.. relations.Where(r => r.Undirected).Select(r => r.Name)], spec.Directed, spec.Weight, measure, parameters);

        QueryException Bad(string what) => new(QueryErrorCode.BadArgument, $"{what}, but {engine.Name} sees the stored graph as it is; leave that out, or the engine");
    }
}
