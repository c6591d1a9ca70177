using System.Collections.Concurrent;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Query.Views;

/// <summary>The entities of a snapshot that are seen at a date, by kind or interface, each list in the order of ids.</summary>
internal sealed class VisibleEntities(GraphView view)
{
    private const string All = "";

    private readonly ConcurrentDictionary<string, IReadOnlyList<int>> _byType = new(StringComparer.Ordinal);

    public IReadOnlyList<int> Of(EntityType? type) => _byType.GetOrAdd(type?.Name ?? All, _ => List(type));

    private int[] List(EntityType? type)
    {
        var entities = view.Snapshot.Entities;
        if (type is EntityKind kind) return [.. entities.OfKind(kind).Where(view.Sees)];
        if (type is null) return [.. entities.All.Where(view.Sees)];
        var wanted = new bool[view.Snapshot.Ontology.Kinds.Count];
        foreach (var one in type.Kinds) wanted[one.Index] = true;
        return [.. entities.All.Where(e => wanted[entities.KindIndex(e)] && view.Sees(e))];
    }
}
