using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Aggregates;

/// <summary>By what observations are put into groups.</summary>
public enum ObservationGroupKey
{
    /// <summary>By indicator.</summary>
    Indicator,

    /// <summary>By the entity that they are about.</summary>
    Subject,

    /// <summary>By the entity by which they are broken down.</summary>
    By,

    /// <summary>By period, as it is written.</summary>
    Period,

    /// <summary>By the year in which the period starts.</summary>
    Year,

    /// <summary>By unit.</summary>
    Unit,

    /// <summary>By each document that is cited.</summary>
    Document,

    /// <summary>By nature.</summary>
    Nature,
}

/// <summary>A group of observations.</summary>
/// <param name="Keys">The values that the members share, one for each key.</param>
/// <param name="Observations">The members, by id.</param>
public sealed record ObservationGroup(IReadOnlyList<AggregateKeyValue> Keys, IReadOnlyList<Observation> Observations)
{
    /// <summary>How many observations there are.</summary>
    public int Count => Observations.Count;

    /// <summary>Sums up their values; null if none has one. Whether they may be added is for the reader to judge: group by unit.</summary>
    public NumberSummary? Values => NumberSummary.Of(Observations.Select(o => (object?)o.Preferred.Value), "value");
}

/// <summary>Puts observations into groups and sums them up.</summary>
public static class ObservationAggregation
{
    /// <summary>The groups, largest first, then by their keys. Without keys there is one group of all.</summary>
    public static IReadOnlyList<ObservationGroup> Run(GraphView view, IEnumerable<Observation> observations, IReadOnlyList<ObservationGroupKey> keys)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(keys);
        return [.. Grouping.By(observations, [.. keys.Select(k => new GroupKeyReader<Observation>(Reader(view, k), view.Snapshot.Entities.Id))])
            .Select(g => new ObservationGroup(g.Keys, g.Members))];
    }

    private static Action<Observation, IGroupKeyValues> Reader(GraphView view, ObservationGroupKey key) => key switch
    {
        ObservationGroupKey.Indicator => (o, values) => values.Add(o.Indicator),
        ObservationGroupKey.Subject => (o, values) => values.AddEntity(o.Subject),
        ObservationGroupKey.By => (o, values) => AddIf(o.By >= 0, () => values.AddEntity(o.By)),
        ObservationGroupKey.Period => (o, values) => AddIf(o.Period is not null, () => values.Add(o.Period!.Text)),
        ObservationGroupKey.Year => (o, values) => AddIf(o.Period?.Year is not null, () => values.Add(o.Period!.Year!.Value)),
        ObservationGroupKey.Unit => (o, values) => AddIf(o.Preferred.Unit.Length > 0, () => values.Add(o.Preferred.Unit)),
        ObservationGroupKey.Document => (o, values) => AddDocuments(view, o, values),
        ObservationGroupKey.Nature => (o, values) => values.Add(Names.ToUpperSnake(o.Preferred.Nature.ToString())),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
    };

    private static void AddIf(bool condition, Action add)
    {
        if (condition) add();
    }

    private static void AddDocuments(GraphView view, Observation observation, IGroupKeyValues values)
    {
        foreach (var citation in observation.Citations)
        {
            if (view.Snapshot.Entities.TryFind(citation.Document, out var document)) values.AddEntity(document);
            else values.Add(citation.Document);
        }
    }
}
