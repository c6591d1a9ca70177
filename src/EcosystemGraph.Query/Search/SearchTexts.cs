using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Query.Search;

/// <summary>Collects the texts by which an entity can be found.</summary>
internal static class SearchTexts
{
    /// <summary>The texts of an entity: its names, preferred first, then its description and the properties that the ontology marks for search. Each once.</summary>
    public static IEnumerable<SearchText> Of(GraphSnapshot snapshot, int entity)
    {
        var entities = snapshot.Entities;
        if (!entities.Exists(entity)) yield break;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (text, role) in Names(entities, entity).Concat(Prose(entities, entity)))
        {
            if (!seen.Add(text)) continue;
            var folded = Model.Values.Names.Fold(text);
            if (folded.Length > 0) yield return new SearchText(entity, text, folded, role, (role is TextRole.OtherName or TextRole.Misprint) && ShortNames.MatchExactlyOnly(text));
        }
    }

    private static IEnumerable<(string, TextRole)> Names(EntityTable entities, int entity)
    {
        yield return (entities.Name(entity), TextRole.Name);
        foreach (var statement in entities.Statements(entity))
        {
            if (statement.Certainty == Certainty.Denied) yield break;
            var role = statement.Certainty == Certainty.Misprint ? TextRole.Misprint : TextRole.OtherName;
            if (statement.Name is { } name) yield return (name, role);
            if (statement.NameZh is { } chinese) yield return (chinese, role);
            foreach (var alias in statement.Aliases) yield return (alias, role);
        }
    }

    private static IEnumerable<(string, TextRole)> Prose(EntityTable entities, int entity)
    {
        if (entities.Description(entity) is { } description) yield return (description, TextRole.Prose);
        foreach (var property in entities.Kind(entity).FullTextProperties)
        {
            switch (entities.Property(entity, property))
            {
                case string text:
                    yield return (text, TextRole.Prose);
                    break;
                case object[] items:
                    foreach (var item in items.OfType<string>()) yield return (item, TextRole.Prose);
                    break;
            }
        }
    }
}
