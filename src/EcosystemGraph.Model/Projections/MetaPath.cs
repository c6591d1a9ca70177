using System.Diagnostics.CodeAnalysis;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Model.Projections;

/// <summary>One step of a meta-path.</summary>
/// <param name="Relation">The relation that is followed.</param>
/// <param name="Direction">From the step's start to its end, against it, or either way.</param>
/// <param name="To">The kind or interface that it leads to.</param>
public sealed record MetaPathStep(RelationKind Relation, RelationDirection Direction, EntityType To);

/// <summary>
/// A walk through kinds and relations, to be collapsed into edges between its ends:
/// <c>CITY &lt;-SEATED_IN- COMPANY -MEMBER_OF-&gt; ALLIANCE &lt;-MEMBER_OF- COMPANY -SEATED_IN-&gt; CITY</c>.
/// Kinds and interfaces stand between relations; <c>-R-&gt;</c> follows one, <c>&lt;-R-</c> goes against it, <c>-R-</c> goes either way.
/// </summary>
/// <remarks>Sun, Y. et al. (2011). PathSim: meta path-based top-k similarity search in heterogeneous information networks. PVLDB 4, 992–1003.</remarks>
public sealed class MetaPath
{
    private MetaPath(EntityType start, IReadOnlyList<MetaPathStep> steps)
    {
        Start = start;
        Steps = steps;
    }

    /// <summary>Where it starts.</summary>
    public EntityType Start { get; }

    /// <summary>Its steps; at least one.</summary>
    public IReadOnlyList<MetaPathStep> Steps { get; }

    /// <summary>Where it ends.</summary>
    public EntityType End => Steps[^1].To;

    /// <summary>
    /// True if it reads the same from its end: then the middle is an entity that two others share, and the two are to differ.
    /// </summary>
    public bool IsMirrored
    {
        get
        {
            if (Steps.Count % 2 != 0 || Start != End) return false;
            for (var i = 0; i < Steps.Count / 2; i++)
            {
                var mirror = Steps[^(i + 1)];
                var from = i == 0 ? Start : Steps[i - 1].To;
                if (Steps[i].Relation != mirror.Relation || mirror.To != from || Steps[i].Direction != Reverse(mirror.Direction)) return false;
            }

            return true;
        }
    }

    /// <summary>Reads a path. O(length).</summary>
    /// <param name="ontology">The ontology, which must have its kinds and relations and let each relation join the two kinds beside it.</param>
    /// <param name="text">The path as text.</param>
    /// <param name="path">The path, if it is one.</param>
    /// <param name="problem">What is wrong with it, and what was expected.</param>
    public static bool TryParse(Ontology ontology, string text, [NotNullWhen(true)] out MetaPath? path, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(ontology);
        ArgumentNullException.ThrowIfNull(text);
        path = null;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 3 || words.Length % 2 == 0)
        {
            problem = $"path '{text}': kinds and relations do not take turns; expected such as A -R-> B <-S- C";
            return false;
        }

        if (!TryType(ontology, words[0], out var start, out problem)) return Fail(text, ref problem);
        var steps = new List<MetaPathStep>(words.Length / 2);
        for (var (i, from) = (1, start); i < words.Length; i += 2)
        {
            if (!TryRelation(ontology, words[i], out var relation, out var direction, out problem) || !TryType(ontology, words[i + 1], out var to, out problem))
                return Fail(text, ref problem);
            if (!Joins(relation, direction, from, to))
            {
                problem = $"'{from.EnumName} {words[i]} {to.EnumName}' is nothing that the ontology allows";
                return Fail(text, ref problem);
            }

            steps.Add(new MetaPathStep(relation, direction, to));
            from = to;
        }

        path = new MetaPath(start, steps);
        return true;
    }

    private static bool Fail(string text, [NotNull] ref string? problem)
    {
        problem = $"path '{text}': {problem}";
        return false;
    }

    private static bool TryType(Ontology ontology, string word, [NotNullWhen(true)] out EntityType? type, [NotNullWhen(false)] out string? problem)
    {
        type = ontology.Type(word);
        problem = type is null
            ? $"'{word}' is no kind of entity or interface; expected one of: {string.Join(", ", ontology.Kinds.Concat<EntityType>(ontology.Interfaces).Select(t => t.EnumName))}"
            : null;
        return type is not null;
    }

    private static bool TryRelation(Ontology ontology, string word, [NotNullWhen(true)] out RelationKind? relation, out RelationDirection direction, [NotNullWhen(false)] out string? problem)
    {
        relation = null;
        direction = RelationDirection.Undirected;
        var against = word.StartsWith("<-", StringComparison.Ordinal);
        var along = word.EndsWith("->", StringComparison.Ordinal);
        var start = against ? 2 : 1;
        var end = word.Length - (along ? 2 : 1);
        if ((against && along) || end <= start || (!against && word[0] != '-') || (!along && word[^1] != '-'))
        {
            problem = $"'{word}' is no step; expected -RELATION->, <-RELATION- or -RELATION-";
            return false;
        }

        relation = ontology.Relation(word[start..end]);
        problem = relation is null ? $"'{word[start..end]}' is no kind of relation; expected one of: {string.Join(", ", ontology.Relations.Select(r => r.Name))}" : null;
        if (relation is { Undirected: false } && (along || against)) direction = along ? RelationDirection.Out : RelationDirection.In;
        return relation is not null;
    }

    private static bool Joins(RelationKind relation, RelationDirection direction, EntityType from, EntityType to)
    {
        var along = from.Kinds.Any(f => to.Kinds.Any(t => relation.Allows(f, t)));
        var against = from.Kinds.Any(f => to.Kinds.Any(t => relation.Allows(t, f)));
        return direction switch { RelationDirection.Out => along, RelationDirection.In => against, _ => along || against };
    }

    private static RelationDirection Reverse(RelationDirection direction) => direction switch
    {
        RelationDirection.Out => RelationDirection.In,
        RelationDirection.In => RelationDirection.Out,
        _ => RelationDirection.Undirected,
    };
}
