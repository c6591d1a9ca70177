using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>
/// How rows become facts: a mutation's row stands before the bundle's of the same key, a retraction hides it,
/// and of the statements that remain the surest comes first, then the bundle's order. The first that fills a property is preferred.
/// </summary>
internal static class Folding
{
    /// <summary>The statements that hold, preferred first. The rows themselves are returned if they are just that.</summary>
    public static T[] Effective<T>(Fact[] rows) where T : Statement
    {
        if (rows is T[] plain && IsOrdered(plain)) return plain;
        var layered = rows;
        if (rows.Length > 1 && Array.Exists(rows, static r => r.Origin == Origin.Mutation))
        {
            var mutated = rows.Where(static r => r.Origin == Origin.Mutation).Select(static r => r.Key).ToHashSet();
            layered = [.. rows.Where(r => r.Origin == Origin.Mutation || !mutated.Contains(r.Key))];
        }

        var effective = layered.OfType<T>().ToArray();
        Array.Sort(effective, Preference);
        return effective;
    }

    /// <summary>Before means preferred: by certainty, origin, ordinal, then citations so that the order is total.</summary>
    public static int Preference(Statement a, Statement b)
    {
        if (a.Certainty != b.Certainty) return b.Certainty.CompareTo(a.Certainty);
        if (a.Origin != b.Origin) return a.Origin.CompareTo(b.Origin);
        return a.Ordinal != b.Ordinal ? a.Ordinal.CompareTo(b.Ordinal) : a.Key.CompareTo(b.Key);
    }

    /// <summary>The citations of all statements that do not deny, each once, preferred first.</summary>
    public static IReadOnlyList<Citation> Citations(IReadOnlyList<Statement> statements)
    {
        if (statements.Count == 1) return statements[0].Certainty == Certainty.Denied ? [] : statements[0].Citations;
        var citations = new List<Citation>();
        foreach (var statement in statements)
        {
            if (statement.Certainty == Certainty.Denied) continue;
            foreach (var citation in statement.Citations)
            {
                if (!citations.Contains(citation)) citations.Add(citation);
            }
        }

        return citations;
    }

    private static bool IsOrdered<T>(T[] rows) where T : Statement
    {
        if (rows.Length == 1) return true;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Origin != Origin.Bundle || (i > 0 && Preference(rows[i - 1], rows[i]) > 0)) return false;
        }

        return true;
    }
}
