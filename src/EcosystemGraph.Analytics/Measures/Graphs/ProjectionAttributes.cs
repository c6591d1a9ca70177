using System.Globalization;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>
/// By what the entities of a projection can be grouped: their kind, a property of their kinds, or, by the name of a kind of place (<c>PROVINCE</c>), the place
/// of that kind that contains them.
/// </summary>
internal sealed class ProjectionAttributes
{
    private readonly GraphView _view;
    private readonly Projection _projection;

    public ProjectionAttributes(GraphView view, Projection projection)
    {
        _view = view;
        _projection = projection;
        var ontology = view.Snapshot.Ontology;
        var kinds = projection.Entities.Select(view.Snapshot.Entities.Kind).Distinct().ToList();
        var places = ontology.Kinds.Where(k => ontology.Containment.Any(c => c.Pairs.Any(p => p.To == k.Index))).Select(k => k.EnumName);
        Names = [MeasuredProjection.KindAttribute, .. kinds.SelectMany(k => k.Properties).Select(p => p.Name).Concat(places).Distinct().Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<string?>? GroupOf(string attribute)
    {
        if (!Names.Contains(attribute)) return null;
        var entities = _view.Snapshot.Entities;
        if (attribute == MeasuredProjection.KindAttribute) return [.. _projection.Entities.Select(e => entities.Kind(e).EnumName)];
        if (_view.Snapshot.Ontology.Kinds.FirstOrDefault(k => k.EnumName == attribute) is { } kind)
            return kind.Region is null ? Nearest(kind) : ContainerOf([.. _view.Entities(kind).Select(entities.Id)]);
        return [.. _projection.Entities.Select(e => Text(entities.Property(e, attribute)))];
    }

    public IReadOnlyList<string?> ContainerOf(IReadOnlyList<string> containers)
    {
        var entities = _view.Snapshot.Entities;
        var groups = new string?[_projection.Entities.Count];
        if (!_view.Snapshot.Ontology.Containment.Any())
            throw new QueryException(QueryErrorCode.BadArgument, "the ontology marks no relation as @contains, so nothing contains anything; expected an attribute or an object of ids and groups");
        var containment = Containment.Of(_view);
        foreach (var id in containers)
        {
            var within = containment.Within(EntityLookup.Require(_view, id));
            for (var v = 0; v < groups.Length; v++)
            {
                var entity = _projection.Entities[v];
                if (!within.Contains(entity)) continue;
                if (groups[v] is { } other)
                    throw new QueryException(QueryErrorCode.BadArgument, $"'{entities.Id(entity)}' lies both in '{other}' and in '{id}': what overlaps is no partition; name places that do not");
                groups[v] = id;
            }
        }

        return groups;
    }

    /// <summary>The nearest place of a kind above each entity, or itself: a place of the kind may lie in another.</summary>
    private string?[] Nearest(EntityKind kind)
    {
        var entities = _view.Snapshot.Entities;
        var containment = Containment.Of(_view);
        return [.. _projection.Entities.Select(e => new[] { e }.Concat(containment.Ancestors(e)).Where(p => entities.Kind(p) == kind).Select(entities.Id).FirstOrDefault())];
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        object[] items => items.Length == 0 ? null : string.Join('|', items.Select(Text)),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
