using System.Globalization;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Projections;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>Which part of the graph a measure sees: named in the bundle or given inline. Whether it fits the ontology is seen when it is built.</summary>
/// <param name="Id">Its id; <see cref="InlineId"/> where it is not named in the bundle.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it shows.</param>
/// <param name="Kinds">Entity kinds or interfaces; a leading <c>-</c> leaves one out; nothing but such, or empty, is all others.</param>
/// <param name="Relations">Relation kinds, in the same way.</param>
/// <param name="Directed">True if the direction of relations counts. A symmetric relation then leads both ways.</param>
/// <param name="Weight">The numeric relation property that weighs a relation, 1 where a relation has none; null: no weights.</param>
/// <param name="Path">A meta-path to collapse, see <see cref="MetaPath"/>; null for none. Its kinds and relations then stand for <paramref name="Kinds"/> and <paramref name="Relations"/>, which must be empty.</param>
/// <param name="MinConfidence">Relations of less confidence are left out; from 0 to 1.</param>
public sealed record ProjectionSpec(
    string Id,
    string Name,
    string? Description,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Relations,
    bool Directed,
    string? Weight,
    string? Path,
    float MinConfidence)
{
    /// <summary>The id of a projection that is not named in the bundle.</summary>
    public const string InlineId = "inline";

    /// <summary>Everything that it says as one text: the same for specifications that are equal.</summary>
    public string Key => string.Join('\u001f', Id, Name, Description, string.Join('|', Kinds), string.Join('|', Relations), Directed ? "directed" : "undirected",
        Weight, Path, MinConfidence.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The projections that a snapshot names, the default first.</summary>
    public static IReadOnlyList<ProjectionSpec> All(GraphSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return [.. snapshot.Definitions.Projections.Select(Of)];
    }

    /// <summary>A projection that a snapshot names.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="id">The id; null for the default, which is the first.</param>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.NotFound"/>: there is no such projection, or none at all.</exception>
    public static ProjectionSpec Named(GraphSnapshot snapshot, string? id)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var projections = snapshot.Definitions.Projections;
        if (id is null)
        {
            return projections.Count > 0
                ? Of(projections[0])
                : throw new QueryException(QueryErrorCode.NotFound, "there is no default projection, for the bundle names none; give one inline");
        }

        return snapshot.Definitions.Projection(id) is { } fact
            ? Of(fact)
            : throw new QueryException(QueryErrorCode.NotFound,
                $"there is no projection '{id}'; expected one of: {string.Join(", ", projections.Select(p => p.Id))}");
    }

    /// <inheritdoc/>
    public bool Equals(ProjectionSpec? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    private static ProjectionSpec Of(ProjectionFact fact) =>
        new(fact.Id, fact.Name, fact.Description, fact.Kinds, fact.Relations, fact.Directed, fact.Weight, fact.Path, 0);
}
