using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.GraphQL.Execution;

/// <summary>Shares the view of everything among the requests of one snapshot, with what it remembers.</summary>
internal sealed class ViewPool
{
    private GraphView? _whole;

    public GraphView Get(GraphSnapshot snapshot, PartialDate? asOf, IReadOnlyCollection<string>? sources)
    {
        if (asOf is not null || sources is { Count: > 0 }) return GraphView.Of(snapshot, asOf, sources);
        var whole = Volatile.Read(ref _whole);
        if (whole is not null && ReferenceEquals(whole.Whole, snapshot)) return whole;
        whole = GraphView.Of(snapshot);
        // A request that still reads an older snapshot must not put its view back.
        if (Volatile.Read(ref _whole) is not { } held || held.Whole.Revision <= snapshot.Revision) Volatile.Write(ref _whole, whole);
        return whole;
    }
}
