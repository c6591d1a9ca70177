using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Engines;

/// <summary>What is to be scored elsewhere than in this process.</summary>
/// <param name="Kinds">The kinds of entity, by the ontology's names.</param>
/// <param name="Relations">The kinds of relation.</param>
/// <param name="Symmetric">Those of them whose direction never counts.</param>
/// <param name="Directed">Whether the direction of the others does.</param>
/// <param name="Weight">The property that weighs a relation, 1 where a relation has none; null for none.</param>
/// <param name="Measure">The measure's name in the catalogue.</param>
/// <param name="Parameters">Those of its parameters that are given.</param>
public sealed record EngineRequest(
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Relations,
    IReadOnlyList<string> Symmetric,
    bool Directed,
    string? Weight,
    string Measure,
    IReadOnlyDictionary<string, object?> Parameters);

/// <summary>Scores the entities of the stored graph elsewhere than in this process.</summary>
public interface ICentralityEngine
{
    /// <summary>What it is called in records: <c>gds</c>.</summary>
    string Name { get; }

    /// <summary>The scores by the entities' ids, of the graph as the store has it now.</summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: it is not there, or does not have this measure with these parameters on such a projection.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<IReadOnlyDictionary<string, double>> ScoreAsync(EngineRequest request, CancellationToken cancellationToken);
}
