using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>Makes tests of things from the conditions of a selection. What a condition names is looked up once.</summary>
internal static class ConditionTests
{
    /// <summary>A test of the entities or relations of a selection.</summary>
    public static Predicate<int> Compile(GraphView view, Selection selection)
    {
        Predicate<int>[] tests = [.. selection.Conditions.Select(c => Negate(c, Compile(view, selection, c)))];
        return item => Array.TrueForAll(tests, t => t(item));
    }

    /// <summary>A test of observations.</summary>
    public static Predicate<Observation> CompileObservations(GraphView view, ObservationSelection selection)
    {
        Predicate<Observation>[] tests = [.. selection.Conditions.Select(c => Negate(c, OfObservations(view, selection, c)))];
        return item => Array.TrueForAll(tests, t => t(item));
    }

    private static Predicate<T> Negate<T>(SelectionCondition condition, Predicate<T> test) => condition.Negated ? item => !test(item) : test;

    private static Predicate<int> Compile(GraphView view, Selection selection, SelectionCondition condition)
    {
        if (selection is EntitySelection) return OfEntities(view, selection, condition);
        var relations = view.Snapshot.Relations;
        if (condition.End != SelectionEnd.Itself)
        {
            var test = OfEntities(view, selection, condition);
            return condition.End == SelectionEnd.From ? r => test(relations.From(r)) : r => test(relations.To(r));
        }

        return condition switch
        {
            HasId { Id: var id } => r => id.Matches(relations.Id(r)),
            Cites { Document: var document } => Edge(view, new RelationCitedBy(Documents(view, document))),
            HasProperty { Property: var property } => Edge(view, Of(Definition(view, selection, condition, property), Present)),
            Compares compares => Edge(view, Of(Definition(view, selection, condition, compares.Property), Condition(view, selection, compares))),
            _ => throw Unfit(condition, "a relation"),
        };

        static RelationFilter Of(PropertyDefinition property, ValueCondition value) => property.Name switch
        {
            "validFrom" => new RelationBuiltInFilter(BuiltInField.ValidFrom, value),
            "validTo" => new RelationBuiltInFilter(BuiltInField.ValidTo, value),
            "confidence" => new RelationBuiltInFilter(BuiltInField.Confidence, value),
            _ => new RelationPropertyFilter(property, value),
        };
    }

    private static Predicate<int> OfEntities(GraphView view, Selection selection, SelectionCondition condition)
    {
        var entities = view.Snapshot.Entities;
        switch (condition)
        {
            case IsKind { Kind: var name }:
                var type = view.Snapshot.Ontology.Type(name) ?? throw Unknown(name);
                return FilterEvaluator.Compile(view, new KindIs([type]));
            case HasId { Id: var id }:
                return e => id.Matches(entities.Id(e));
            case LiesIn { Place: var place }:
                return Within(view, place);
            case RelatesTo relates:
                return Related(view, relates);
            case Cites { Document: var document }:
                return FilterEvaluator.Compile(view, new CitedBy(Documents(view, document)));
            case HasProperty { Property: var property }:
                return FilterEvaluator.Compile(view, Of(Definition(view, selection, condition, property), Present));
            case Compares compares:
                return FilterEvaluator.Compile(view, Of(Definition(view, selection, condition, compares.Property), Condition(view, selection, compares)));
            default:
                throw Unfit(condition, "an entity");
        }

        static EntityFilter Of(PropertyDefinition property, ValueCondition value) => property.Name switch
        {
            "name" => new BuiltInFilter(BuiltInField.Name, value),
            "nameZh" => new BuiltInFilter(BuiltInField.NameZh, value),
            "description" => new BuiltInFilter(BuiltInField.Description, value),
            "confidence" => new BuiltInFilter(BuiltInField.Confidence, value),
            _ => new PropertyFilter(property, value),
        };
    }

    private static Predicate<Observation> OfObservations(GraphView view, ObservationSelection selection, SelectionCondition condition)
    {
        if (condition.End != SelectionEnd.Itself)
        {
            var test = OfEntities(view, selection, condition);
            return condition.End == SelectionEnd.Subject ? o => test(o.Subject) : o => o.By >= 0 && test(o.By);
        }

        return condition switch
        {
            HasId { Id: var id } => o => id.Matches(o.Id),
            Cites { Document: var document } => FilterEvaluator.Compile(view, new ObservationFilter { CitedBy = Documents(view, document) }),
            HasProperty { Property: var property } => FilterEvaluator.Compile(view, Of(property, Present)),
            Compares compares => FilterEvaluator.Compile(view, Of(compares.Property, Condition(view, selection, compares))),
            _ => throw Unfit(condition, "an observation"),
        };

        static ObservationFilter Of(string property, ValueCondition value) => property switch
        {
            "value" => new ObservationFilter { Value = value },
            "period" => new ObservationFilter { Period = value },
            "unit" => new ObservationFilter { Unit = value },
            "qualifier" => new ObservationFilter { Qualifier = value },
            "nature" => new ObservationFilter { Nature = value },
            "confidence" => new ObservationFilter { Confidence = value },
            _ => throw new QueryException(QueryErrorCode.BadArgument, $"observations cannot be chosen by '{property}'; expected value, unit, period, nature, qualifier or confidence"),
        };
    }

    private static Predicate<int> Edge(GraphView view, RelationFilter filter)
    {
        var test = FilterEvaluator.CompileEdge(view, null, filter);
        var relations = view.Snapshot.Relations;
        return r => test(new Neighbor(r, relations.To(r), true));
    }

    /// <summary>
    /// True for entities with a relation of the kind to one of the ids; where the kind says that one thing lies in another, also to what lies in one of them.
    /// </summary>
    private static Predicate<int> Related(GraphView view, RelatesTo condition)
    {
        var snapshot = view.Snapshot;
        var kind = snapshot.Ontology.Relation(condition.Relation) ?? throw Unknown(condition.Relation);
        Predicate<int> isTarget = e => condition.Id.Matches(snapshot.Entities.Id(e));
        if (kind.Contains && !condition.Incoming)
        {
            isTarget = Within(view, condition.Id);
        }

        var relations = snapshot.Relations;
        return entity =>
        {
            if (!condition.Incoming || kind.Undirected)
            {
                foreach (var relation in relations.Out(entity, kind))
                {
                    if (view.SeesRelation(relation) && isTarget(relations.To(relation))) return true;
                }
            }

            if (condition.Incoming || kind.Undirected)
            {
                foreach (var relation in relations.In(entity, kind))
                {
                    if (view.SeesRelation(relation) && isTarget(relations.From(relation))) return true;
                }
            }

            return false;
        };
    }

    private static Predicate<int> Within(GraphView view, TextPattern places)
    {
        var containment = Containment.Of(view);
        EntitySet[] within = [.. Named(view, places).Select(containment.Within)];
        return e => Array.Exists(within, w => w.Contains(e));
    }

    /// <summary>The entities whose id a pattern stands for.</summary>
    private static IEnumerable<int> Named(GraphView view, TextPattern pattern)
    {
        var entities = view.Snapshot.Entities;
        if (pattern.Alternatives.Any(TextPattern.IsWild)) return view.Entities().Where(e => pattern.Matches(entities.Id(e)));
        return pattern.Alternatives.Where(a => entities.TryFind(a, out _)).Select(a => entities.TryFind(a, out var entity) ? entity : -1);
    }

    private static Reference<string>[] Documents(GraphView view, TextPattern pattern)
    {
        var entities = view.Whole.Entities;
        return [.. entities.OfKind(view.Whole.Ontology.Document).Select(entities.Id).Where(id => pattern.Matches(id)).Select(Reference.ToDocument)];
    }

    private static ValueCondition Present => ValueCondition.Of(ValueOperator.Neq, null);

    private static PropertyDefinition Definition(GraphView view, Selection selection, SelectionCondition condition, string name) =>
        SelectionProperties.Find(view.Snapshot.Ontology, selection, condition.End, name) ?? throw Unknown(name);

    private static ValueCondition Condition(GraphView view, Selection selection, Compares compares)
    {
        var definition = Definition(view, selection, compares, compares.Property);
        if (!definition.TryParse(compares.Value, out var operand, out var problem)) throw new QueryException(QueryErrorCode.BadArgument, problem);
        if (definition.IsList) return ValueCondition.Of(compares.Sign == ComparisonSign.Unequal ? ValueOperator.Nin : ValueOperator.ContainsAny, operand);
        var sign = compares.Sign switch
        {
            ComparisonSign.Unequal => ValueOperator.Neq,
            ComparisonSign.Less => ValueOperator.Lt,
            ComparisonSign.AtMost => ValueOperator.Lte,
            ComparisonSign.Greater => ValueOperator.Gt,
            ComparisonSign.AtLeast => ValueOperator.Gte,
            ComparisonSign.Contains => ValueOperator.Contains,
            _ => ValueOperator.Eq,
        };
        return ValueCondition.Of(sign, operand);
    }

    private static QueryException Unknown(string name) => new(QueryErrorCode.BadArgument, $"there is nothing called '{name}'");

    private static QueryException Unfit(SelectionCondition condition, string what) =>
        new(QueryErrorCode.BadArgument, $"{what} does not take the condition '{condition.GetType().Name}'; name the end that is meant");
}
