using EcosystemGraph.Analytics.Measures.Catalog;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>Every measure that can be asked for.</summary>
public static class MeasureCatalog
{
    private static readonly MeasureDefinition[] Definitions =
    [
        .. DegreeMeasures.All, .. PathMeasures.All, .. PageRankMeasure.All, .. SpectralMeasures.All, .. BrokerageMeasures.All, .. CohesionMeasures.All,
        .. CommunityMeasures.All, .. PartitionMeasures.All, .. SimilarityMeasures.All, .. SearchMeasures.All,
        .. GroupMeasures.All, .. MixingMeasures.All, .. BipartiteMeasures.All,
    ];

    private static readonly Dictionary<string, MeasureDefinition> ByName =
        Definitions.SelectMany(m => new[] { (m.Info.Name, m), (m.Info.EnumName, m) }).DistinctBy(m => m.Item1).ToDictionary(m => m.Item1, m => m.m, StringComparer.Ordinal);

    /// <summary>All measures, in the order in which they are shown.</summary>
    public static IReadOnlyList<MeasureInfo> All { get; } = [.. Definitions.Select(m => m.Info)];

    /// <summary>The measures of a scope, in the order in which they are shown.</summary>
    public static IEnumerable<MeasureInfo> Of(MeasureScope scope) => All.Where(m => m.Scope == scope);

    /// <summary>A measure by its name in kebab case or as in enums; null if there is none.</summary>
    public static MeasureInfo? Find(string nameOrEnumName) => Definition(nameOrEnumName)?.Info;

    internal static MeasureDefinition? Definition(string nameOrEnumName) => ByName.GetValueOrDefault(nameOrEnumName);

    /// <exception cref="QueryException">BAD_ARGUMENT: there is no such measure.</exception>
    internal static MeasureDefinition Require(string name) => Definition(name)
        ?? throw new QueryException(QueryErrorCode.BadArgument, $"there is no measure '{name}'; expected one of: {string.Join(", ", All.Select(m => m.Name))}");

    /// <exception cref="QueryException">BAD_ARGUMENT: there is no such measure of that scope.</exception>
    internal static MeasureDefinition Require(string name, MeasureScope scope) => Definition(name) is { } found && found.Info.Scope == scope
        ? found
        : throw new QueryException(QueryErrorCode.BadArgument, $"'{name}' is no measure of {Plural(scope)}; expected one of: {string.Join(", ", Of(scope).Select(m => m.Name))}");

    internal static MeasureDefinition Entity(string name) => Require(name, MeasureScope.Entity);

    private static string Plural(MeasureScope scope) => scope switch
    {
        MeasureScope.Entity => "entities",
        MeasureScope.Edge => "edges",
        MeasureScope.Pair => "pairs",
        MeasureScope.Partition => "partitions",
        MeasureScope.Path => "paths",
        _ => "graphs",
    };
}
