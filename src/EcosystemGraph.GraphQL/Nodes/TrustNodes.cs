using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Search;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.GraphQL.Nodes;

/// <summary>A citation as a view shows it. The document is of the whole graph: a view of some documents still names the one that it cites.</summary>
internal sealed record CitationNode(GraphView View, Citation Citation)
{
    public string Locator => Citation.Locator;

    public EntityNode? Document => DocumentOf(View, Citation.Document);

    public static CitationNode[] Of(GraphView view, IReadOnlyList<Citation> citations)
    {
        var nodes = new CitationNode[citations.Count];
        for (var i = 0; i < nodes.Length; i++) nodes[i] = new CitationNode(view, citations[i]);
        return nodes;
    }

    /// <summary>A document by its id: in the view, or in the whole graph where the view leaves it out.</summary>
    public static EntityNode? DocumentOf(GraphView view, string id)
    {
        if (view.Snapshot.Entities.TryFind(id, out var entity)) return new EntityNode(view, entity);
        return view.Whole.Entities.TryFind(id, out entity) ? new EntityNode(GraphView.Of(view.Whole), entity) : null;
    }
}

/// <summary>A figure as a view shows it.</summary>
internal sealed record ObservationNode(GraphView View, Observation Observation)
{
    public static ObservationNode[] Of(GraphView view, IEnumerable<Observation> observations) => [.. observations.Select(o => new ObservationNode(view, o))];
}

/// <summary>What a search found.</summary>
internal sealed record SearchNode(GraphView View, SearchResult Result);
