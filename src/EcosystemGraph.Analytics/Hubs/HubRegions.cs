using System.Globalization;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>Which regions are set side by side.</summary>
internal static class HubRegions
{
    /// <summary>Those asked for, or those of the region kinds that fit their rule, by id.</summary>
    /// <exception cref="QueryException">BAD_ARGUMENT: none is asked for and the ontology has no kind of region, or nothing can lie in one that is.</exception>
    public static List<int> Choose(GraphView view, IReadOnlyList<int>? asked)
    {
        var entities = view.Snapshot.Entities;
        if (asked is not null)
        {
            var places = HubProjection.PlaceKinds(view.Snapshot.Ontology).ToHashSet();
            foreach (var region in asked.Where(r => !places.Contains(entities.Kind(r))))
            {
                throw new QueryException(QueryErrorCode.BadArgument,
                    $"'{entities.Id(region)}' is of the kind {entities.Kind(region).EnumName}, in which nothing lies; expected one of: {string.Join(", ", places.Select(k => k.EnumName).Order(StringComparer.Ordinal))}");
            }

            return [.. asked.Distinct()];
        }

        var kinds = view.Snapshot.Ontology.RegionKinds.ToList();
        if (kinds.Count == 0)
            throw new QueryException(QueryErrorCode.BadArgument, "the ontology marks no kind as @region, so there are no regions to compare; name some");
        return [.. kinds.SelectMany(k => view.Entities(k).Where(e => Fits(entities.Property(e, k.Region!.Property ?? ""), k.Region))).OrderBy(entities.Id, StringComparer.Ordinal)];
    }

    private static bool Fits(object? value, RegionRule rule) => rule.Property is null || value switch
    {
        object[] items => items.Any(i => Text(i) == rule.Value),
        null => false,
        _ => Text(value) == rule.Value,
    };

    private static string? Text(object value) => value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture);
}
