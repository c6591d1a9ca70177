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
        return [.. Grouping.By(observations, [.. keys.Select(k => Values(view, k))]).Select(g => new ObservationGroup(g.Keys, g.Members))];
    }

    private static Func<Observation, IEnumerable<AggregateKeyValue>> Values(GraphView view, ObservationGroupKey key)
    {
        var entities = view.Snapshot.Entities;
        return key switch
        {
            ObservationGroupKey.Indicator => o => [Grouping.Value(o.Indicator)],
            ObservationGroupKey.Subject => o => [new AggregateKeyValue(entities.Id(o.Subject), o.Subject)],
            ObservationGroupKey.By => o => o.By < 0 ? [] : [new AggregateKeyValue(entities.Id(o.By), o.By)],
            ObservationGroupKey.Period => o => o.Period is { } period ? [Grouping.Value(period.Text)] : [],
            ObservationGroupKey.Year => o => o.Period?.Year is { } year ? [Grouping.Value(year)] : [],
            ObservationGroupKey.Unit => o => o.Preferred.Unit.Length > 0 ? [Grouping.Value(o.Preferred.Unit)] : [],
            ObservationGroupKey.Document => o => o.Citations.Select(c => c.Document).Distinct()
                .Select(d => new AggregateKeyValue(d, entities.TryFind(d, out var document) ? document : null)),
            ObservationGroupKey.Nature => o => [Grouping.Value(Names.ToUpperSnake(o.Preferred.Nature.ToString()))],
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
        };
    }
}
