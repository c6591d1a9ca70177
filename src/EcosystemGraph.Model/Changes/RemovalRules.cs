using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Changes;

/// <summary>What removals must meet: nothing that stays may dangle, and an entity that stays must keep its name and required properties.</summary>
internal sealed class RemovalRules(ChangedFacts after, EntityRules entities, FactProblems problems)
{
    private const int Shown = 3;

    public void Check(ChangeSet changes)
    {
        if (changes.Removals.Count == 0) return;
        var judged = new HashSet<(FactType, string)>();
        foreach (var key in changes.Removals)
        {
            if (!after.IsRemoved(key))
                problems.AddRemoval(ProblemCode.Duplicate, key, $"'{key.Subject}' by '{key.Citations}' is both given and removed; expected one of the two");
            else if (judged.Add((key.Type, key.Subject)))
                Check(key);
        }
    }

    private void Check(FactKey key)
    {
        if (after.Has(key.Type, key.Subject))
        {
            if (key.Type == FactType.Entity && entities.Missing(key.Subject) is (_, var message))
                problems.AddRemoval(ProblemCode.MissingValue, key, message);
            return;
        }

        // Facts of the change set that name it are judged on their own.
        var remaining = after.RemainingDependentsOf(key.Type, key.Subject).ToList();
        if (remaining.Count == 0) return;
        var (code, what) = key.Type switch
        {
            FactType.Locator => (ProblemCode.UnknownLocator, "the locator"),
            FactType.Indicator => (ProblemCode.UnknownIndicator, "the indicator"),
            _ => (ProblemCode.DanglingEnd, "the entity"),
        };
        var names = string.Join(", ", remaining.Select(k => k.Subject).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Shown));
        var more = remaining.Count > Shown ? $" and {remaining.Count - Shown} more" : "";
        problems.AddRemoval(code, key, $"{what} '{key.Subject}' cannot go while {names}{more} still name{(remaining.Count == 1 ? "s" : "")} it");
    }
}
