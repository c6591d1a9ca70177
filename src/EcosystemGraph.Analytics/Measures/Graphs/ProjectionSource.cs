using System.Runtime.CompilerServices;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>A projection of a view, built when a run needs it.</summary>
/// <param name="view">What is seen of the graph.</param>
/// <param name="spec">The projection.</param>
public sealed class ProjectionSource(GraphView view, ProjectionSpec spec) : IMeasuredSource
{
    private static readonly ConditionalWeakTable<GraphSnapshot, object> SnapshotNumbers = new();
    private static long _lastSnapshot;

    /// <summary>The view.</summary>
    public GraphView View { get; } = view ?? throw new ArgumentNullException(nameof(view));

    /// <summary>The projection's specification.</summary>
    public ProjectionSpec Spec { get; } = spec ?? throw new ArgumentNullException(nameof(spec));

    /// <inheritdoc/>
    public string Key
    {
        get
        {
            // A revision alone does not do: indices of entities mean something in their snapshot only.
            var snapshot = SnapshotNumbers.GetValue(View.Snapshot, static _ => Interlocked.Increment(ref _lastSnapshot));
            return string.Join('\u001e', "projection", snapshot, View.Key, Spec.Key);
        }
    }

    /// <inheritdoc/>
    public string Require(string idOrAlias) => View.Snapshot.Entities.Id(EntityLookup.Require(View, idOrAlias));

    /// <inheritdoc/>
    public IMeasuredGraph Open(CancellationToken cancellationToken) => new MeasuredProjection(View, Projection.Build(View, Spec, cancellationToken));
}
