using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Projections;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>
/// A projection without what makes the regions: were regions, places and documents among the vertices, or location among the edges, membership would make itself central.
/// </summary>
internal static class HubProjection
{
    /// <summary>The kinds in which something can lie, by the ontology's containment.</summary>
    public static IEnumerable<EntityKind> PlaceKinds(Ontology ontology) =>
        ontology.Kinds.Where(k => k.Region is not null || ontology.Containment.Any(r => r.Pairs.Any(p => p.To == k.Index)));

    /// <exception cref="QueryException">BAD_ARGUMENT: the projection's path ends at regions.</exception>
    public static ProjectionSpec Strip(Ontology ontology, ProjectionSpec spec)
    {
        if (spec.Path is { } text)
        {
            // A path that cannot be read is refused when it is projected.
            if (MetaPath.TryParse(ontology, text, out var path, out _) && path.Start.Kinds.Concat(path.End.Kinds).FirstOrDefault(k => k.Region is not null) is { } region)
                throw new QueryException(QueryErrorCode.BadArgument, $"projection '{spec.Id}': its vertices are of the kind {region.EnumName}, expected entities that can lie in regions");
            return spec;
        }

        return spec with
        {
            Id = $"hubs:{spec.Id}",
            Name = $"{spec.Name}, without places and documents",
            Kinds = [.. spec.Kinds.Union(PlaceKinds(ontology).Append(ontology.Document).Select(k => $"-{k.EnumName}"), StringComparer.Ordinal)],
            Relations = [.. spec.Relations.Union(ontology.Containment.Select(r => $"-{r.Name}"), StringComparer.Ordinal)],
        };
    }
}
