using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>Observations, stated and given by derivations.</summary>
public sealed class VisibleFigures
{
    private readonly ObservationTable _stated;
    private readonly ILookup<int, Observation> _given;
    private readonly Lazy<ILookup<string, Observation>> _byIndicator;

    internal VisibleFigures(ObservationTable stated, IReadOnlyList<Observation> given)
    {
        _stated = stated;
        _given = given.ToLookup(o => o.Subject);
        _byIndicator = new Lazy<ILookup<string, Observation>>(() => All!.ToLookup(o => o.Indicator, StringComparer.Ordinal));
        All = given.Count == 0 ? stated.All : [.. stated.All.Concat(given).OrderBy(o => o.Id, StringComparer.Ordinal)];
    }

    /// <summary>All of them, by id in ordinal order.</summary>
    public IReadOnlyList<Observation> All { get; }

    /// <summary>Those of an indicator, by id in ordinal order. O(their number) after the first call.</summary>
    public IReadOnlyList<Observation> OfIndicator(string indicator) => [.. _byIndicator.Value[indicator]];

    /// <summary>Those about an entity, by id in ordinal order.</summary>
    public IReadOnlyList<Observation> Of(int entity) =>
        _given.Contains(entity) ? [.. _stated.Of(entity).Concat(_given[entity]).OrderBy(o => o.Id, StringComparer.Ordinal)] : _stated.Of(entity);
}
