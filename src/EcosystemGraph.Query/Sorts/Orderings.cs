using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Fields;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Sorts;

/// <summary>Makes orders of entities, related entities and observations.</summary>
internal static class Orderings
{
    /// <summary>An order of entities.</summary>
    public static Ordering<int> OfEntities(GraphView view, IReadOnlyList<EntitySort> sorts) =>
        new([.. sorts.Select(s => OfEntity(view, s) ?? throw Misplaced(s, "needs a relation to sort by"))], [view.Snapshot.Entities.Id]);

    /// <summary>An order of related entities.</summary>
    public static Ordering<Neighbor> OfRelated(GraphView view, IReadOnlyList<EntitySort> sorts) =>
        new([.. sorts.Select(s => OfNeighbor(view, s))], NeighborTies(view));

    /// <summary>An order of relations of several kinds, kind by kind.</summary>
    public static Ordering<Neighbor> ByRelationKind(GraphView view) =>
        new([new("relation kind", false, n => SortValue.Of(view.Snapshot.Relations.KindIndex(n.Relation)))], NeighborTies(view));

    /// <summary>An order of observations.</summary>
    public static Ordering<Observation> OfObservations(GraphView view, IReadOnlyList<ObservationSort> sorts) =>
        new([.. sorts.Select(s => OfField(FieldOf(view, s.Field), s.Descending))], [o => o.Id]);

    private static IReadOnlyList<Func<Neighbor, string>> NeighborTies(GraphView view)
    {
        var (entities, relations) = (view.Snapshot.Entities, view.Snapshot.Relations);
        return [n => entities.Id(n.Entity), n => relations.Key(n.Relation), n => n.Forward ? "" : "back"];
    }

    private static SortKey<Neighbor> OfNeighbor(GraphView view, EntitySort sort)
    {
        switch (sort)
        {
            case ByEdgeProperty edge:
                return OfEdge(RelationFields.Of(view, edge.Property), sort.Descending);
            case ByEdgeBuiltIn edge:
                return OfEdge(RelationFields.Of(view, edge.Field), sort.Descending);
            default:
                var key = OfEntity(view, sort)!;
                return new SortKey<Neighbor>(key.Name, key.Descending, n => key.Read(n.Entity));
        }
    }

    private static SortKey<Neighbor> OfEdge(Field<int> field, bool descending)
    {
        var key = OfField(field, descending);
        return new SortKey<Neighbor>("edge " + key.Name, descending, n => key.Read(n.Relation));
    }

    private static SortKey<int>? OfEntity(GraphView view, EntitySort sort)
    {
        switch (sort)
        {
            case ByBuiltIn builtIn:
                return OfField(EntityFields.Of(view, builtIn.Field), sort.Descending);
            case ByProperty property:
                return OfField(EntityFields.Of(view, property.Property), sort.Descending);
            case ByKind:
                return new SortKey<int>("kind", sort.Descending, e => SortValue.Of(view.Snapshot.Entities.KindIndex(e)));
            case ByRelatedCount count:
                return new SortKey<int>($"count of {count.Field.Name}", sort.Descending, e => SortValue.Of(view.RelatedCount(e, count.Field)));
            case ByScore score:
                double[]? scores = null;
                return new SortKey<int>($"score {score.Name}", sort.Descending, e =>
                {
                    scores ??= score.Scores(view);
                    return e < scores.Length ? SortValue.Of(scores[e]) : SortValue.None;
                });
            case ByObservation observation:
                return OfObservation(view, observation);
            case ByEdgeProperty or ByEdgeBuiltIn:
                return null;
            default:
                throw Misplaced(sort, "applies to a search only");
        }
    }

    private static SortKey<int> OfObservation(GraphView view, ByObservation sort)
    {
        var fits = FilterEvaluator.Compile(view, sort.Filter);
        var name = $"observation {string.Join(',', sort.Filter.Indicator.SelectMany(i => i.Indicators).Select(i => i.In(view)))}";
        return new SortKey<int>(name, sort.Descending, entity =>
        {
            foreach (var observation in view.Snapshot.Observations.Of(entity))
            {
                if (fits(observation)) return observation.Preferred.Value is { } value ? SortValue.Of(value) : SortValue.None;
            }

            return SortValue.None;
        });
    }

    private static SortKey<T> OfField<T>(Field<T> field, bool descending)
    {
        if (field.IsList) throw new QueryException(QueryErrorCode.BadArgument, $"order: {field.Name} is a list, which has no order");
        if (field.ReadFolded is { } folded) return new SortKey<T>(field.Name, descending, item => SortValue.Of(folded(item)));
        var (read, domain) = (field.Read, field.Domain);
        return new SortKey<T>(field.Name, descending, item => read(item) is { } value ? domain.ToSort(value) : SortValue.None);
    }

    private static Field<Observation> FieldOf(GraphView view, ObservationField field) => field switch
    {
        ObservationField.Id => ObservationFields.Id,
        ObservationField.Indicator => ObservationFields.Indicator,
        ObservationField.Subject => ObservationFields.Subject(view),
        ObservationField.By => ObservationFields.By(view),
        ObservationField.Period => ObservationFields.Period,
        ObservationField.Value => ObservationFields.Value,
        ObservationField.High => ObservationFields.High,
        ObservationField.Unit => ObservationFields.Unit,
        ObservationField.Qualifier => ObservationFields.Qualifier,
        ObservationField.Nature => ObservationFields.Nature,
        ObservationField.Confidence => ObservationFields.Confidence,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private static QueryException Misplaced(EntitySort sort, string why) => new(QueryErrorCode.BadArgument, $"order: {sort.GetType().Name} {why}");
}
