using EcosystemGraph.Kernels;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>Makes projections: relations become edges, or a meta-path is collapsed into them.</summary>
internal static class ProjectionBuilder
{
    private const int CancellationStride = 4096;

    public static Projection Build(GraphView view, ProjectionSpec spec, int threads, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var scope = ProjectionScope.Resolve(view.Snapshot.Ontology, spec);
        var table = view.Snapshot.Entities;
        var entities = new List<int>();
        var vertices = new int[table.Capacity];
        Array.Fill(vertices, -1);
        foreach (var entity in view.Entities())
        {
            if (!scope.HasKind(table.KindIndex(entity))) continue;
            vertices[entity] = entities.Count;
            entities.Add(entity);
        }

        var edges = new EdgeList(spec.Weight is not null || scope.Path is not null);
        if (scope.Path is { } path) PathCollapse.Collapse(view, spec, path, vertices, edges, threads, cancellationToken);
        else Collect(view, spec, scope, entities, vertices, edges, cancellationToken);

        var graph = CsrGraph.FromEdges(entities.Count, edges.Sources, edges.Targets, spec.Directed, edges.Weights, keepEdgeIds: true);
        return new Projection(spec, graph, [.. entities], vertices, edges.Relations);
    }

    private static void Collect(GraphView view, ProjectionSpec spec, ProjectionScope scope, List<int> entities, int[] vertices, EdgeList edges,
        CancellationToken cancellationToken)
    {
        var relations = view.Snapshot.Relations;
        var weights = new RelationWeights(view.Snapshot, spec);
        for (var source = 0; source < entities.Count; source++)
        {
            if (source % CancellationStride == 0) cancellationToken.ThrowIfCancellationRequested();
            foreach (var relation in relations.Out(entities[source]))
            {
                var target = vertices[relations.To(relation)];
                if (target < 0 || !scope.HasRelation(relations.KindIndex(relation)) || relations.Confidence(relation) < spec.MinConfidence || !view.SeesRelation(relation)) continue;
                var weight = weights.Of(relation);
                edges.Add(source, target, weight, relation);
                if (spec.Directed && target != source && relations.Kind(relation).Undirected) edges.Add(target, source, weight, relation);
            }
        }
    }
}
