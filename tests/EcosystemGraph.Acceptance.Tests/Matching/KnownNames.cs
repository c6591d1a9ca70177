using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Acceptance.Tests.Matching;

/// <summary>The names of each entity, as the API tells them, so that an answer may use any of them.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, HashSet<string>> _namesOf = new(StringComparer.Ordinal);

    private readonly HashSet<string> _numbered = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names in a text that are made of letters and numbers, the longest first.</summary>
    public IEnumerable<string> NumberedIn(string text) => _numbered.Where(n => text.Contains(n, StringComparison.OrdinalIgnoreCase)).OrderByDescending(n => n.Length);

    /// <summary>Takes the names of one entity.</summary>
    public void Add(IEnumerable<string> given)
    {
        List<string> names = [.. given];
        _numbered.UnionWith(names.Where(n => n.Length > 3 && n.Any(char.IsAsciiDigit) && n.Any(char.IsAsciiLetter)));
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
