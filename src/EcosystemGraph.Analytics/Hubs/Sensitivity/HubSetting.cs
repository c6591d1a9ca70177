using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Projections;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>What the measures are computed on in one view.</summary>
/// <param name="Spec">The projection.</param>
/// <param name="MergesParallels">Whether several relations of a pair count once, in measures that can.</param>
internal sealed record HubSetting(ProjectionSpec Spec, bool MergesParallels)
{
    /// <summary>
    /// Every combination of: the projection asked for and those that the bundle names; all relations, those stated outright, and those of a pair as one.
    /// </summary>
    public static IReadOnlyList<HubSetting> All(GraphView view, ProjectionSpec spec) =>
    [
        .. Specs(view, spec).SelectMany(s => new[]
        {
            new HubSetting(s, false),
            new HubSetting(s with { MinConfidence = Math.Max(s.MinConfidence, Certainty.Stated.Confidence()) }, false),
            new HubSetting(s, true),
        }),
    ];

    private static IEnumerable<ProjectionSpec> Specs(GraphView view, ProjectionSpec spec) =>
        ProjectionSpec.All(view.Snapshot).Where(s => CanHoldRegions(view.Snapshot.Ontology, s)).Select(s => HubProjection.Strip(view.Snapshot.Ontology, s)).Prepend(spec)
            .DistinctBy(s => s.Id == ProjectionSpec.InlineId ? s.Key : s.Id, StringComparer.Ordinal);

    private static bool CanHoldRegions(Ontology ontology, ProjectionSpec spec) =>
        spec.Path is null || (MetaPath.TryParse(ontology, spec.Path, out var path, out _) && !path.Start.Kinds.Concat(path.End.Kinds).Any(k => k.Region is not null));
}
