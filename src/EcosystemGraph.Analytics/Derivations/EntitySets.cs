using EcosystemGraph.Model.Derivations;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>Sets of entities, and what is made of them.</summary>
internal sealed class EntitySets(ReadingContext context)
{
    /// <summary>Which entity each relation was selected for.</summary>
    private readonly Dictionary<int, int> _memberOf = [];

    /// <summary>The entities of the outermost expression: the evidence is them and the relations that put them there.</summary>
    public HashSet<int> Outermost(DerivationExpression expression)
    {
        var members = Of(expression);
        foreach (var member in members) context.Evidence.AddEntity(member);
        context.Evidence.Keep(members, _memberOf);
        return members;
    }

    /// <summary>The entities of an expression of a set.</summary>
    public HashSet<int> Of(DerivationExpression expression)
    {
        var sets = expression.Terms.Select(Members).ToList();
        var result = new HashSet<int>(sets[0]);
        foreach (var set in sets.Skip(1))
        {
            if (expression.Rule == DerivationRule.Union) result.UnionWith(set);
            else if (expression.Rule == DerivationRule.Intersection) result.IntersectWith(set);
            else result.ExceptWith(set);
        }

        return result;
    }

    /// <summary>The entities that a term stands for.</summary>
    public HashSet<int> Members(DerivationTerm term)
    {
        if (term is ExpressionTerm { Expression: var inner }) return Of(inner);
        var (selection, end) = term is ValuesTerm values ? (values.Selection, values.Path.End) : (((SelectionTerm)term).Selection, SelectionEnd.Itself);
        if (selection is ObservationSelection observations)
            return [.. context.Observations(observations).Select(o => end == SelectionEnd.By ? o.By : o.Subject).Where(e => e >= 0)];
        var things = context.Things(selection);
        if (things.IsBaseEmpty) context.Fail("a set is of what there is none of, and what is not recorded is not known to be none");
        var members = new HashSet<int>();
        foreach (var item in things.Items)
        {
            var member = things.EntityAt(item, end);
            members.Add(member);
            if (!things.AreRelations) continue;
            context.Evidence.AddRelation(item);
            _memberOf[item] = member;
        }

        return members;
    }
}
