using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;

namespace EcosystemGraph.Storage.Neo4j.Gds;

/// <summary>
/// Scores entities by Neo4j's Graph Data Science library, where the server has it: the graph is projected into the server's memory, scored, and dropped. For graphs that
/// do not fit the memory of this machine.
/// </summary>
/// <remarks>All members may be called from any thread. The library's sums depend on its threads, so the last digits may differ from run to run.</remarks>
public sealed class GdsCentrality
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ICypherRunner _runner;

    /// <summary>Creates it.</summary>
    /// <param name="runner">The way to the database; it is not closed.</param>
    public GdsCentrality(ICypherRunner runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        _runner = runner;
    }

    /// <summary>The measures that the library has too.</summary>
    public static IReadOnlyList<string> Measures { get; } = [.. GdsProcedure.ByMeasure.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Scores the entities of a projection by their ids.</summary>
    /// <param name="projection">The part of the graph.</param>
    /// <param name="measure">The measure's name in the catalogue.</param>
    /// <param name="parameters">Those of its parameters that are not the defaults.</param>
    /// <param name="cancellationToken">Stops it; the projected graph is dropped all the same.</param>
    /// <exception cref="ArgumentException">The library has no such measure, or not with these parameters, or not on such a graph.</exception>
    /// <exception cref="NotSupportedException">The server does not have the library.</exception>
    /// <exception cref="CypherException">The server failed or cannot be reached.</exception>
    public async Task<IReadOnlyDictionary<string, double>> ScoreAsync(GdsProjection projection, string measure, IReadOnlyDictionary<string, object?> parameters,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(parameters);
        var procedure = Require(projection, measure, parameters);
        await RequireLibraryAsync(cancellationToken).ConfigureAwait(false);

        // Its name is of this run: runs do not meet, whoever else uses the server.
        var graph = $"ecosystem-graph-{Guid.NewGuid():N}";
        try
        {
            await RunAsync(Project(procedure, projection, graph), null, cancellationToken).ConfigureAwait(false);
            var scores = new Dictionary<string, double>(StringComparer.Ordinal);
            await RunAsync(Score(procedure, projection, graph, parameters), row => scores[row.Get<string>(0)] = row.Get<double>(1), cancellationToken).ConfigureAwait(false);
            return scores.Count == 0 ? scores : procedure.Finish(scores);
        }
        finally
        {
            await RunAsync(CypherLibrary.Get("gds/drop").With(("graph", graph)), null, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static GdsProcedure Require(GdsProjection projection, string measure, IReadOnlyDictionary<string, object?> parameters)
    {
        if (!GdsProcedure.ByMeasure.TryGetValue(measure, out var procedure))
            throw new ArgumentException($"the Graph Data Science library has no {measure} as we define it; expected one of: {string.Join(", ", Measures)}");
        if (parameters.Keys.FirstOrDefault(p => !procedure.Parameters.ContainsKey(p)) is { } unknown)
            throw new ArgumentException($"the Graph Data Science library computes {measure} without the parameter '{unknown}'; expected {(procedure.Parameters.Count == 0 ? "none" : string.Join(", ", procedure.Parameters.Keys))}");
        if ((procedure.Needs == GdsDirection.Undirected && projection.Directed) || (procedure.Needs == GdsDirection.Directed && !projection.Directed))
            throw new ArgumentException($"the Graph Data Science library computes {measure} as we do on {(projection.Directed ? "undirected" : "directed")} projections only; this one is {(projection.Directed ? "directed" : "undirected")}");
        return procedure;
    }

    private static CypherStatement Project(GdsProcedure procedure, GdsProjection projection, string graph)
    {
        if (procedure.Simple) return Slow(CypherLibrary.Get("gds/project-simple").With(("graph", graph), ("kinds", projection.Kinds), ("relations", projection.Relations)));
        IReadOnlyList<string> undirected = projection.Directed ? projection.Symmetric : ["*"];
        return Slow(CypherLibrary.Get("gds/project").With(
            ("graph", graph), ("kinds", projection.Kinds), ("relations", projection.Relations), ("undirected", undirected), ("weight", projection.Weight ?? "")));
    }

    private static CypherStatement Score(GdsProcedure procedure, GdsProjection projection, string graph, IReadOnlyDictionary<string, object?> parameters)
    {
        var configuration = new Dictionary<string, object?>(procedure.Configuration, StringComparer.Ordinal);
        foreach (var (name, value) in parameters) configuration[procedure.Parameters[name]] = value;
        if (procedure.Weighted || (procedure.WeightedIfWeights && projection.Weight is not null)) configuration["relationshipWeightProperty"] = "weight";
        var statement = CypherLibrary.Replace(CypherLibrary.Get("gds/scores"), "PROCEDURE", procedure.Name);
        return Slow(CypherLibrary.Replace(statement, "SCORE", procedure.Column).With(("graph", graph), ("configuration", configuration)));
    }

    private static CypherStatement Slow(CypherStatement statement) => statement with { Patience = Patience };

    private async Task RequireLibraryAsync(CancellationToken cancellationToken)
    {
        var available = false;
        await RunAsync(CypherLibrary.Get("gds/available"), row => available = row.Get<bool>(0), cancellationToken).ConfigureAwait(false);
        if (!available) throw new NotSupportedException($"the Neo4j at {_runner.Description} does not have the Graph Data Science library");
    }

    private Task<CypherSummary> RunAsync(CypherStatement statement, OnCypherRow? onRow, CancellationToken cancellationToken) =>
        _runner.RunOnceAsync((transport, token) => transport.RunAsync(statement, AccessMode.Read, onRow, token), cancellationToken);
}
