using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Trust;

/// <summary>
/// Finds entities of which documents give incompatible values of a property, or one denies what another asserts.
/// Other names are aliases and descriptions are the editors' own: neither disagree; nor do misprints.
/// </summary>
internal static class PropertyConflicts
{
    public static IEnumerable<ConflictView> Find(GraphView view)
    {
        foreach (var entity in view.Entities())
        {
            var statements = view.Snapshot.Entities.Statements(entity);
            if (statements.Count < 2) continue;
            foreach (var property in Disputed(view, entity, statements)) yield return Conflict(view, entity, property);
        }
    }

    private static IEnumerable<string> Disputed(GraphView view, int entity, IReadOnlyList<EntityStatement> statements)
    {
        if (statements[^1].Certainty == Certainty.Denied && statements.Any(s => s.Certainty == Certainty.Denied && IsBare(s))) yield return "kind";
        if (Disagree("nameZh", statements, static s => s.NameZh)) yield return "nameZh";
        foreach (var property in view.Snapshot.Entities.Kind(entity).Properties)
        {
            if (!property.IsList && Disagree(property.Name, statements, s => s.Properties[property.Name])) yield return property.Name;
        }
    }

    private static bool Disagree(string property, IReadOnlyList<EntityStatement> statements, Func<EntityStatement, object?> read)
    {
        for (var i = 1; i < statements.Count; i++)
        {
            if (statements[i].Certainty == Certainty.Misprint || read(statements[i]) is not { } value) continue;
            var denied = statements[i].Certainty == Certainty.Denied;
            for (var j = 0; j < i; j++)
            {
                if (statements[j].Certainty <= Certainty.Misprint || read(statements[j]) is not { } asserted) continue;
                if (Compatibility.Agree(property, asserted, value) == denied) return true;
            }
        }

        return false;
    }

    /// <summary>True if a statement says no more than that the entity is, or is not.</summary>
    private static bool IsBare(EntityStatement s) => s.Name is null && s.NameZh is null && s.Description is null && s.Aliases.Count == 0 && s.Properties.Count == 0;

    private static ConflictView Conflict(GraphView view, int entity, string property)
    {
        var claims = property == "kind" ? Existence(view, entity) : EntityClaims.Stated(view, entity).Where(c => c.Property == property);
        return new ConflictView
        {
            Id = $"{view.Snapshot.Entities.Id(entity)}.{property}",
            Kind = ConflictKind.Property,
            Type = ConflictType.Contradiction,
            Subject = entity,
            Property = property,
            Claims = [.. claims],
        };
    }

    /// <summary>What says that an entity is, in whatever it says of it, and what says that it is not.</summary>
    private static IEnumerable<ClaimView> Existence(GraphView view, int entity)
    {
        var preferred = true;
        foreach (var statement in view.Snapshot.Entities.Statements(entity).Where(s => s.Certainty > Certainty.Denied || IsBare(s)))
        {
            foreach (var claim in Claims.Of(statement, "kind", Model.Values.Names.ToUpperSnake(statement.Kind), null, preferred)) yield return claim;
            preferred = false;
        }
    }
}
