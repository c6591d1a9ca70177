using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Fields;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Filters;

/// <summary>Makes tests from filters of entities.</summary>
internal sealed class EntityFilterCompiler(GraphView view)
{
    public Predicate<int> Compile(EntityFilter filter) => filter switch
    {
        AllOf all => ConditionCompiler.All(all.Filters.Select(Compile)),
        AnyOf any => ConditionCompiler.Any(any.Filters.Select(Compile)),
        Negation negation => Not(Compile(negation.Filter)),
        KindIs kinds => OfKinds(kinds.Types),
        BuiltInFilter { Field: BuiltInField.Confidence } confidence => Confidence(confidence.Condition),
        BuiltInFilter builtIn => ConditionCompiler.Compile(EntityFields.Of(view, builtIn.Field), builtIn.Condition),
        PropertyFilter property => ConditionCompiler.Compile(EntityFields.Of(view, property.Property), property.Condition),
        IsOneOf named => IsAmong(named.Entities),
        Within within => LiesIn(within.Place),
        CitedBy cited => Cited(cited.Documents),
        RelatedFilter related => Related(related),
        HasRelated has => HasAny(has.Field, has.Expected),
        RelatedCount count => Count(count),
        ObservedFilter observed => Observed(observed.Filter),
        ScoreFilter score => Score(score),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "unknown filter"),
    };

    private static Predicate<int> Not(Predicate<int> test) => entity => !test(entity);

    private Predicate<int> OfKinds(IReadOnlyList<EntityType> types)
    {
        var entities = view.Snapshot.Entities;
        var wanted = KindSet.Of(view.Snapshot.Ontology, types);
        return entity => wanted[entities.KindIndex(entity)];
    }

    private Predicate<int> Confidence(ValueCondition condition)
    {
        var entities = view.Snapshot.Entities;
        var test = NumberTest.Compile("confidence", condition);
        return entity => test(ValueDomain.Widen(entities.Confidence(entity)));
    }

    private Predicate<int> IsAmong(IReadOnlyList<Reference<int?>> references)
    {
        var wanted = references.Select(r => r.In(view)).OfType<int>().ToArray();
        if (wanted is [var only]) return entity => entity == only;
        var set = wanted.ToHashSet();
        return set.Contains;
    }

    private Predicate<int> LiesIn(Reference<int?> place)
    {
        if (place.In(view) is not { } entity) return static _ => false;
        return Containment.Of(view).Within(entity).Contains;
    }

    private Predicate<int> Cited(IReadOnlyList<Reference<string>> documents)
    {
        var cited = new CitedDocuments(view, documents);
        var entities = view.Snapshot.Entities;
        return entity => cited.AreIn(entities.Statements(entity));
    }

    private Predicate<int> Related(RelatedFilter filter)
    {
        if (filter.Quantifier == Quantifier.Any) return HasAny(filter.Field, true);
        var field = filter.Field;
        var target = filter.Target is null ? null : Remembered(Compile(filter.Target));
        var edge = filter.Edge is null ? null : RelationFilterCompiler.Compile(view, filter.Edge);
        // All fit if none does not; there is one if it is not so that none fits.
        var (stopAt, whenStopped) = filter.Quantifier switch
        {
            Quantifier.Some => (true, true),
            Quantifier.None => (true, false),
            _ => (false, false),
        };
        return entity =>
        {
            foreach (var neighbor in view.Related(entity, field))
            {
                var fits = (edge is null || edge(neighbor.Relation)) && (target is null || target(neighbor.Entity));
                if (fits == stopAt) return whenStopped;
            }

            return !whenStopped;
        };
    }

    /// <summary>A test that tests each entity once: many entities are related to the same few, and what is asked of these may itself be far to reach.</summary>
    private Predicate<int> Remembered(Predicate<int> test)
    {
        EntitySet? known = null, passed = null;
        var capacity = view.Snapshot.Entities.Capacity;
        return entity =>
        {
            known ??= new EntitySet(capacity);
            passed ??= new EntitySet(capacity);
            if (known.Add(entity) && test(entity)) passed.Add(entity);
            return passed.Contains(entity);
        };
    }

    private Predicate<int> HasAny(RelationField field, bool expected) => entity => view.Related(entity, field).GetEnumerator().MoveNext() == expected;

    private Predicate<int> Count(RelatedCount filter)
    {
        var test = NumberTest.Compile($"{filter.Field.Name}.count", filter.Condition);
        return entity => test(view.RelatedCount(entity, filter.Field));
    }

    private Predicate<int> Observed(ObservationFilter filter)
    {
        var fits = FilterEvaluator.Compile(view, filter);
        var observations = view.Snapshot.Observations;
        return entity =>
        {
            var own = observations.Of(entity);
            for (var i = 0; i < own.Count; i++)
            {
                if (fits(own[i])) return true;
            }

            return false;
        };
    }

    private Predicate<int> Score(ScoreFilter filter)
    {
        var test = NumberTest.Compile("score", filter.Condition);
        var scores = filter.Scores(view);
        return entity => test(entity < scores.Length ? scores[entity] : double.NaN);
    }
}
