using EcosystemGraph.Query.Fields;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Filters;

/// <summary>Makes tests from filters of relations.</summary>
internal static class RelationFilterCompiler
{
    public static Predicate<int> Compile(GraphView view, RelationFilter filter)
    {
        switch (filter)
        {
            case AllOfRelations all:
                return ConditionCompiler.All(all.Filters.Select(f => Compile(view, f)));
            case AnyOfRelations any:
                return ConditionCompiler.Any(any.Filters.Select(f => Compile(view, f)));
            case RelationNegation negation:
                var test = Compile(view, negation.Filter);
                return relation => !test(relation);
            case RelationPropertyFilter property:
                return ConditionCompiler.Compile(RelationFields.Of(view, property.Property), property.Condition);
            case RelationBuiltInFilter builtIn:
                return ConditionCompiler.Compile(RelationFields.Of(view, builtIn.Field), builtIn.Condition);
            case RelationCitedBy cited:
                var documents = new CitedDocuments(view, cited.Documents);
                var relations = view.Snapshot.Relations;
                return relation => documents.AreIn(relations.Statements(relation));
            default:
                throw new ArgumentOutOfRangeException(nameof(filter), filter, "unknown filter");
        }
    }
}
