using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Acceptance.Tests.Matching;

/// <summary>The names of each entity, as the API tells them, so that an answer may use any of them.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, HashSet<string>> _namesOf = new(StringComparer.Ordinal);

    /// <summary>Takes the names of one entity.</summary>
    public void Add(IEnumerable<string> names)
    {
        var folded = names.Select(Names.Fold).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var name in folded)
        {
            if (_namesOf.TryGetValue(name, out var known)) known.UnionWith(folded);
            else _namesOf[name] = [.. folded];
        }
    }

    /// <summary>The folded names by which a value may be meant: itself, and all names of the entities that have it.</summary>
    public IEnumerable<string> Of(string value)
    {
        var folded = Names.Fold(value);
        return _namesOf.TryGetValue(folded, out var names) ? names : [folded];
    }
}
