using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Sorts;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.GraphQL.Nodes;

/// <summary>Entities of a type, or of any, in pages.</summary>
internal sealed class EntityConnection(RequestScope scope, GraphView view, EntityType? type, EntityFilter? filter, IReadOnlyList<EntitySort> order, PageRequest page)
    : Connection<int>(scope, page)
{
    public GraphView View => view;

    /// <summary>All entities of the list, whatever the page.</summary>
    public IReadOnlyList<int> All
    {
        get
        {
            var candidates = view.Entities(type);
            if (filter is null) return candidates;
            var accepts = FilterEvaluator.Compile(view, filter);
            return [.. candidates.Where(e => accepts(e))];
        }
    }

    protected override Page<int> Read(PageRequest page) => EntityQuery.Run(view, type, filter, order, page);

    protected override object Node(int item) => new EntityNode(view, item);
}
