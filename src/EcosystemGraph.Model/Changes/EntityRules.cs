using System.Globalization;
using System.Text;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Changes;

/// <summary>What statements about entities must meet, and what all statements of one entity must give together.</summary>
internal sealed class EntityRules(Ontology ontology, ChangedFacts after, FactProblems problems)
{
    private readonly HashSet<string> _judged = new(StringComparer.Ordinal);

    public void Check(EntityStatement statement)
    {
        if (!Names.IsSlug(statement.Id))
        {
            problems.Add(ProblemCode.InvalidId, statement, "id", $"'{statement.Id}' is not an id; expected a slug of a-z, 0-9 and inner hyphens");
            return;
        }

        if (ontology.Kind(statement.Kind) is not { } kind)
        {
            problems.Add(ProblemCode.UnknownKind, statement, "kind", $"'{statement.Kind}' is not a kind of the ontology; expected one of {string.Join(", ", ontology.Kinds)}");
            return;
        }

        var first = after.StatementsOf(statement.Id).First();
        if (first.Kind != kind.Name)
            problems.Add(ProblemCode.Duplicate, statement, "id", $"'{statement.Id}' is a {kind} here and a {first.Kind} elsewhere; expected one kind for one id", other: first);
        if (statement.NameZh is { } chinese && !chinese.EnumerateRunes().Any(IsHan))
            problems.Add(ProblemCode.InvalidValue, statement, "nameZh", $"nameZh: '{chinese}' has no Chinese character");
        PropertyRules.Check(statement, statement.Properties, kind.Name, kind.Property, problems);
        if (_judged.Add(statement.Id) && Missing(statement.Id, kind) is (var member, var message))
            problems.Add(ProblemCode.MissingValue, statement, member, message);
    }

    /// <summary>What the statements that remain of an entity fail to give; null if nothing.</summary>
    public (string Member, string Message)? Missing(string id)
    {
        if (!_judged.Add(id) || after.StatementsOf(id).FirstOrDefault() is not { } first || ontology.Kind(first.Kind) is not { } kind) return null;
        return Missing(id, kind);
    }

    private (string Member, string Message)? Missing(string id, EntityKind kind)
    {
        var named = false;
        HashSet<string>? missing = null;
        foreach (var property in kind.Properties)
        {
            if (property.Required) (missing ??= new(StringComparer.Ordinal)).Add(property.Name);
        }

        foreach (var statement in after.StatementsOf(id))
        {
            if (statement.Certainty == Certainty.Denied) continue;
            named |= statement.Name is not null && statement.Certainty != Certainty.Misprint;
            missing?.RemoveWhere(name => statement.Properties[name] is not null);
        }

        if (!named) return ("name", $"no statement gives '{id}' a name; expected one that is no misprint");
        return missing is { Count: > 0 } ? (missing.First(), $"no statement gives '{id}' a value of {missing.First()}, which every {kind} must have") : null;
    }

    private static bool IsHan(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter && rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x323AF or 0x3007;
}
