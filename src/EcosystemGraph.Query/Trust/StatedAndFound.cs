using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Trust;

/// <summary>Makes one conflict of what an editor states and what is found without him.</summary>
internal static class StatedAndFound
{
    /// <summary>
    /// The stated conflict, with the claims that were found first. A stated claim that is one of these adds its remark to it, and to a claim of a relation its words.
    /// </summary>
    public static ConflictView Join(GraphView view, ConflictView stated, ConflictView found)
    {
        var claims = found.Claims.ToList();
        foreach (var claim in stated.Claims)
        {
            var at = claims.FindIndex(c => c.Citation == claim.Citation && IsSame(view, stated, found, c, claim));
            if (at < 0) claims.Add(claim);
            else claims[at] = claims[at] with { Value = claims[at].Value ?? claim.Value, Note = claims[at].Note ?? claim.Note };
        }

        return stated with { Kind = found.Kind, Subject = found.Subject, Relation = found.Relation, Indicator = found.Indicator, Property = found.Property, Claims = claims };
    }

    /// <summary>True if two claims from one place are one: they give the same figure, value or name, or they are all that either side has from there.</summary>
    private static bool IsSame(GraphView view, ConflictView stated, ConflictView found, ClaimView claim, ClaimView words)
    {
        if (found.Kind == ConflictKind.Observation || words.Value is not { } value) return true;
        if (claim.Entity is { } entity)
            return view.Snapshot.Entities.AllNames(entity).Any(n => Names.Fold(n) == Names.Fold(value)) || (IsAlone(stated, words) && IsAlone(found, claim));
        return claim.Value is { } other && Names.Fold(other) == Names.Fold(value);
    }

    private static bool IsAlone(ConflictView conflict, ClaimView claim) => conflict.Claims.Count(c => c.Citation == claim.Citation) == 1;
}
