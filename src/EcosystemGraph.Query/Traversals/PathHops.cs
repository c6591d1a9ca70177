using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Traversals;

/// <summary>Finds the relations of which the hops of a path consist.</summary>
internal sealed class PathHops(GraphView view, Steps steps)
{
    public GraphPath Along(int[] entities)
    {
        var hops = new PathHop[entities.Length - 1];
        for (var i = 0; i < hops.Length; i++) hops[i] = Between(entities[i], entities[i + 1]);
        return new GraphPath(hops);
    }

    private PathHop Between(int from, int to)
    {
        var relations = view.Snapshot.Relations;
        var found = new List<Neighbor>();
        foreach (var step in steps.From(from))
        {
            if (step.Entity == to) found.Add(step);
        }

        // A stable sort: steps come by kind, those that lead on before those that lead back.
        var surest = found.OrderByDescending(s => relations.Confidence(s.Relation)).ThenBy(s => relations.KindIndex(s.Relation)).ToList();
        return new PathHop(from, to, surest[0].Relation, [.. surest.Skip(1).Select(s => s.Relation)], surest[0].Forward);
    }
}
