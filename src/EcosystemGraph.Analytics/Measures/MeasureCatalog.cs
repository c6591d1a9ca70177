using EcosystemGraph.Analytics.Measures.Catalog;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>Every measure that can be asked for.</summary>
public static class MeasureCatalog
{
    private static readonly EntityMeasure[] EntityMeasures =
        [.. DegreeMeasures.All, .. PathMeasures.All, .. PageRankMeasure.All, .. SpectralMeasures.All, .. BrokerageMeasures.All, .. CohesionMeasures.All];

    private static readonly Dictionary<string, EntityMeasure> ByName =
        EntityMeasures.SelectMany(m => new[] { (m.Info.Name, m), (m.Info.EnumName, m) }).DistinctBy(m => m.Item1).ToDictionary(m => m.Item1, m => m.m, StringComparer.Ordinal);

    /// <summary>All measures, in the order in which they are shown.</summary>
    public static IReadOnlyList<MeasureInfo> All { get; } = [.. EntityMeasures.Select(m => m.Info)];

    /// <summary>A measure by its name in kebab case or as in enums; null if there is none.</summary>
    public static MeasureInfo? Find(string nameOrEnumName) => ByName.GetValueOrDefault(nameOrEnumName)?.Info;

    /// <exception cref="QueryException">BAD_ARGUMENT: there is no such measure.</exception>
    internal static EntityMeasure Entity(string name) => ByName.GetValueOrDefault(name)
        ?? throw new QueryException(QueryErrorCode.BadArgument, $"'{name}' is no measure of entities; expected one of: {string.Join(", ", EntityMeasures.Select(m => m.Info.Name))}");

    /// <summary>The name in enums is derived, so that the two cannot drift.</summary>
    internal static MeasureInfo Info(string name, string description, IReadOnlyList<MeasureParameter> parameters, string cost, string paper, string needs = "any projection") =>
        new(name, Names.ToUpperSnake(name.Replace('-', '_')), MeasureScope.Entity, description, parameters, cost, paper, needs);
}
