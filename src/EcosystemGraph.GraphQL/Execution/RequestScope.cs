using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.GraphQL.Execution;

/// <summary>One request: the snapshot that it keeps to its end, the services that answer it, and what it may still ask for.</summary>
internal sealed class RequestScope(GraphSnapshot snapshot, GraphServices services, NodeBudget budget)
{
    public GraphSnapshot Snapshot => snapshot;

    public GraphServices Services => services;

    /// <summary>What arguments name.</summary>
    public NamedThings Names { get; } = new();

    /// <summary>The view of a root field: of everything, unless the field says otherwise.</summary>
    public GraphView View(PartialDate? asOf = null, IReadOnlyCollection<string>? sources = null) => services.Views.Get(snapshot, asOf, sources);

    /// <summary>Takes items from the request's budget.</summary>
    public void Spend(int items) => budget.Spend(items);
}

/// <summary>How many items a request may still read.</summary>
internal sealed class NodeBudget(int maxNodes)
{
    private int _spent;

    public void Spend(int items)
    {
        if ((_spent += items) <= maxNodes) return;
        throw new RequestException(ErrorCode.LimitExceeded, $"the request's lists hold more than maxNodes = {maxNodes} items together; ask for fewer with 'first'");
    }
}
