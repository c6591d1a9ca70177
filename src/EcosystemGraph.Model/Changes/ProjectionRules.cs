using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Projections;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Changes;

/// <summary>What projections must meet: kinds, relations, a weight and a path that the ontology has.</summary>
internal sealed class ProjectionRules(Ontology ontology, FactProblems problems)
{
    public void Check(ProjectionFact projection)
    {
        if (!Names.IsSlug(projection.Id))
            problems.Add(ProblemCode.InvalidId, projection, "id", $"'{projection.Id}' is not an id; expected a slug of a-z, 0-9 and inner hyphens");
        if (projection.Name.Length == 0)
            problems.Add(ProblemCode.MissingValue, projection, "name", $"'{projection.Id}' has no name");
        foreach (var kind in projection.Kinds.Where(k => ontology.Type(Included(k)) is null))
            problems.Add(ProblemCode.UnknownKind, projection, "kinds", $"'{Included(kind)}' is not a kind or interface of the ontology");
        foreach (var relation in projection.Relations.Where(r => ontology.Relation(Included(r)) is null))
            problems.Add(ProblemCode.UnknownKind, projection, "relations", $"'{Included(relation)}' is not a kind of relation of the ontology");
        var relations = projection.Path is { } path ? Along(projection, path) : Selected(projection);
        if (projection.Weight is { } weight && !relations.Any(r => r.Property(weight) is { IsNumber: true }))
            problems.Add(ProblemCode.UnknownProperty, projection, "weight", $"'{weight}' is not a numeric property of any relation of the projection");
    }

    private IEnumerable<RelationKind> Along(ProjectionFact projection, string text)
    {
        if (projection.Kinds.Count + projection.Relations.Count > 0)
        {
            problems.Add(ProblemCode.InvalidExpression, projection, "path",
                $"a path stands with the kinds and relations '{string.Join('|', projection.Kinds.Concat(projection.Relations))}'; expected one or the other");
        }

        if (MetaPath.TryParse(ontology, text, out var path, out var problem)) return path.Steps.Select(s => s.Relation);
        problems.Add(ProblemCode.InvalidExpression, projection, "path", problem);
        return ontology.Relations;
    }

    private IEnumerable<RelationKind> Selected(ProjectionFact projection)
    {
        var all = projection.Relations.All(IsLeftOut);
        return ontology.Relations.Where(r => !projection.Relations.Contains("-" + r.Name) && (all || projection.Relations.Contains(r.Name)));
    }

    private static bool IsLeftOut(string name) => name.StartsWith('-');

    private static string Included(string name) => IsLeftOut(name) ? name[1..] : name;
}
