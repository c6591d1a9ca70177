using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Projections;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>A specification held against the ontology: the kinds and relations that it names, found.</summary>
internal sealed class ProjectionScope
{
    private readonly bool[] _kinds;
    private readonly bool[] _relations;

    private ProjectionScope(bool[] kinds, bool[] relations, MetaPath? path)
    {
        _kinds = kinds;
        _relations = relations;
        Path = path;
    }

    /// <summary>The meta-path to collapse, or null.</summary>
    public MetaPath? Path { get; }

    public bool HasKind(short kind) => _kinds[kind];

    public bool HasRelation(short relation) => _relations[relation];

    /// <exception cref="QueryException">BAD_ARGUMENT: something is named that the ontology does not have, or the parts do not fit.</exception>
    public static ProjectionScope Resolve(Ontology ontology, ProjectionSpec spec)
    {
        if (!(spec.MinConfidence is >= 0 and <= 1))
            throw Bad(spec, $"the smallest confidence is {spec.MinConfidence}, expected 0 to 1");

        bool[] kinds;
        bool[] relations;
        MetaPath? path = null;
        if (spec.Path is null)
        {
            kinds = Select(spec, spec.Kinds, ontology.Kinds.Count, name => ontology.Type(name)?.Kinds.Select(k => k.Index), "kind of entity or interface",
                ontology.Kinds.Concat<EntityType>(ontology.Interfaces).Select(t => t.EnumName));
            relations = Select(spec, spec.Relations, ontology.Relations.Count, name => ontology.Relation(name) is { } r ? [r.Index] : null, "kind of relation",
                ontology.Relations.Select(r => r.Name));
        }
        else
        {
            if (spec.Kinds.Count > 0 || spec.Relations.Count > 0)
                throw Bad(spec, $"it has a path, so its kinds and relations must be empty, but they are '{string.Join('|', spec.Kinds.Concat(spec.Relations))}'");
            if (!MetaPath.TryParse(ontology, spec.Path, out path, out var problem)) throw Bad(spec, problem);
            kinds = Mask(ontology.Kinds.Count, path.Start.Kinds.Concat(path.End.Kinds).Select(k => k.Index));
            relations = Mask(ontology.Relations.Count, path.Steps.Select(s => s.Relation.Index));
        }

        CheckWeight(ontology, spec, relations);
        return new ProjectionScope(kinds, relations, path);
    }

    private static bool[] Select(ProjectionSpec spec, IReadOnlyList<string> names, int count, Func<string, IEnumerable<short>?> find, string what, IEnumerable<string> known)
    {
        var selected = new bool[count];
        var left = new bool[count];
        var any = false;
        foreach (var text in names)
        {
            var excludes = text.StartsWith('-');
            var indices = find(excludes ? text[1..] : text)
                ?? throw Bad(spec, $"'{(excludes ? text[1..] : text)}' is no {what}; expected one of: {string.Join(", ", known)}");
            any |= !excludes;
            foreach (var index in indices) (excludes ? left : selected)[index] = true;
        }

        for (var i = 0; i < count; i++) selected[i] = (!any || selected[i]) && !left[i];
        return selected;
    }

    private static void CheckWeight(Ontology ontology, ProjectionSpec spec, bool[] relations)
    {
        if (spec.Weight is not { } weight) return;
        var numbers = ontology.Relations.Where(r => relations[r.Index]).SelectMany(r => r.Properties).Where(p => p.IsNumber).Select(p => p.Name)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (numbers.Contains(weight)) return;
        var expected = numbers.Count == 0 ? "none, for its relations have no numeric property" : $"one of: {string.Join(", ", numbers)}";
        throw Bad(spec, $"the weight '{weight}' is no numeric property of its relations; expected {expected}");
    }

    private static bool[] Mask(int count, IEnumerable<short> indices)
    {
        var mask = new bool[count];
        foreach (var index in indices) mask[index] = true;
        return mask;
    }

    private static QueryException Bad(ProjectionSpec spec, string problem) => new(QueryErrorCode.BadArgument, $"projection '{spec.Id}': {problem}");
}
