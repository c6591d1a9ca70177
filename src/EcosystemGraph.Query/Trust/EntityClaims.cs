using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Trust;

/// <summary>The claims about an entity's own properties.</summary>
internal static class EntityClaims
{
    public static IEnumerable<ClaimView> Stated(GraphView view, int entity)
    {
        var filled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in view.Snapshot.Entities.Statements(entity))
        {
            var claimed = false;
            foreach (var (property, value) in Filled(statement))
            {
                claimed = true;
                var preferred = IsShown(statement, property) && filled.Add(property);
                foreach (var claim in Claims.Of(statement, property, PropertyText.Format(value), null, preferred)) yield return claim;
            }

            // A statement that fills nothing still says that the entity is, or is not, of its kind.
            if (claimed) continue;
            foreach (var claim in Claims.Of(statement, "kind", Model.Values.Names.ToUpperSnake(statement.Kind), null, statement.Certainty > Certainty.Denied && filled.Add("kind")))
                yield return claim;
        }
    }

    /// <summary>What documents that list the like leave out: the sides of stated conflicts that say so and name nothing.</summary>
    public static IEnumerable<ClaimView> Silent(GraphView view, int entity)
    {
        var entities = view.Snapshot.Entities;
        foreach (var side in view.Snapshot.Definitions.ConflictSides)
        {
            if (ConflictSides.PolarityOf(side) != Polarity.Silent || !entities.TryFind(side.Subject, out var subject) || subject != entity) continue;
            foreach (var claim in ConflictSides.ClaimsOf(side, null)) yield return claim;
        }
    }

    private static IEnumerable<(string Property, object Value)> Filled(EntityStatement statement)
    {
        if (statement.Name is { } name) yield return ("name", name);
        if (statement.NameZh is { } chinese) yield return ("nameZh", chinese);
        if (statement.Aliases.Count > 0) yield return ("aliases", statement.Aliases.ToArray<object>());
        if (statement.Description is { } description) yield return ("description", description);
        foreach (var (property, value) in statement.Properties) yield return (property, value);
    }

    /// <summary>Misprinted names are never shown, misprinted properties may be; what is denied never is.</summary>
    private static bool IsShown(EntityStatement statement, string property) =>
        statement.Certainty > (property is "name" or "nameZh" or "aliases" or "description" ? Certainty.Misprint : Certainty.Denied);
}
