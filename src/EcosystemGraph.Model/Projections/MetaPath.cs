using System.Diagnostics.CodeAnalysis;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Model.Projections;

/// <summary>
/// A path of kinds and relations that a projection collapses into one edge: <c>CITY &lt;-HEADQUARTERED_IN- COMPANY -MEMBER_OF-&gt; ALLIANCE</c>.
/// A step is <c>-RELATION-&gt;</c>, <c>&lt;-RELATION-</c> or <c>-RELATION-</c> (either way), between blanks.
/// </summary>
/// <param name="Kinds">The kinds or interfaces along the path, one more than the steps.</param>
/// <param name="Steps">The relations along the path.</param>
public sealed record MetaPath(IReadOnlyList<string> Kinds, IReadOnlyList<MetaPathStep> Steps)
{
    /// <summary>Reads a meta-path. Whether the ontology has what it names is not checked.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out MetaPath? path, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        path = null;
        problem = null;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || words.Length % 2 == 0)
        {
            problem = $"'{text}' is not a meta-path; expected KIND -RELATION-> KIND and further steps, between blanks";
            return false;
        }

        var kinds = new List<string> { words[0] };
        var steps = new List<MetaPathStep>();
        for (var i = 1; i < words.Length; i += 2)
        {
            if (ReadStep(words[i]) is not { } step)
            {
                problem = $"'{words[i]}' in '{text}' is not a step; expected -RELATION->, <-RELATION- or -RELATION-";
                return false;
            }

            steps.Add(step);
            kinds.Add(words[i + 1]);
        }

        path = new MetaPath(kinds, steps);
        return true;
    }

    private static MetaPathStep? ReadStep(string word)
    {
        var (start, end, direction) = word switch
        {
            ['<', '-', .., '-'] => (2, 1, RelationDirection.In),
            ['-', .., '-', '>'] => (1, 2, RelationDirection.Out),
            ['-', .., '-'] => (1, 1, RelationDirection.Undirected),
            _ => (0, 0, RelationDirection.Undirected),
        };
        return start > 0 && word.Length > start + end ? new MetaPathStep(word[start..^end], direction) : null;
    }
}

/// <summary>A step of a meta-path.</summary>
/// <param name="Relation">The relation's name.</param>
/// <param name="Direction">The way in which it is followed; <see cref="RelationDirection.Undirected"/> for either.</param>
public sealed record MetaPathStep(string Relation, RelationDirection Direction);
