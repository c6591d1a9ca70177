using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Changes;

/// <summary>The facts as they will be: a change set laid over what is there. Look-ups are O(1), or O(statements of the subject).</summary>
internal sealed class ChangedFacts
{
    private static readonly List<EntityStatement> None = [];

    private readonly IEntityLookup _before;
    private readonly HashSet<FactKey> _removed;
    private readonly Dictionary<FactKey, Fact> _first = [];
    private readonly HashSet<(FactType, string)> _subjects = [];
    private readonly Dictionary<string, List<EntityStatement>> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IndicatorFact> _indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _merges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _observations = new(StringComparer.Ordinal);

    private readonly HashSet<string> _derived = new(StringComparer.Ordinal);

    public ChangedFacts(ChangeSet changes, IEntityLookup before)
    {
        _before = before;
        _removed = [.. changes.Removals];
        foreach (var fact in changes.Upserts) Add(fact);
    }

    /// <summary>The ids of the entities of which the change set makes statements, in its order.</summary>
    public IEnumerable<KeyValuePair<string, List<EntityStatement>>> ChangedEntities => _statements;

    /// <summary>The first fact of the change set with that key.</summary>
    public Fact First(in FactKey key) => _first[key];

    public bool IsRemoved(in FactKey key) => _removed.Contains(key) && !_first.ContainsKey(key);

    /// <summary>The kind of the entity, as its first statement names it; null if there is none.</summary>
    public string? KindOf(string id)
    {
        if (_statements.TryGetValue(id, out var changed)) return changed[0].Kind;
        if (_removed.Count == 0) return _before.KindOf(id);
        return StatementsOf(id).Any() ? _before.KindOf(id) : null;
    }

    /// <summary>The statements that will hold about an entity, those of the change set last.</summary>
    public IEnumerable<EntityStatement> StatementsOf(string id) =>
        _before.StatementsOf(id).Where(s => !_removed.Contains(s.Key) && !_first.ContainsKey(s.Key)).Concat(_statements.GetValueOrDefault(id, None));

    public bool Has(FactType type, string subject)
    {
        if (_subjects.Contains((type, subject))) return true;
        foreach (var key in _before.KeysOf(type, subject))
        {
            if (!_removed.Contains(key)) return true;
        }

        return false;
    }

    /// <summary>The facts that name a subject and will still be there.</summary>
    public IEnumerable<FactKey> RemainingDependentsOf(FactType type, string subject) =>
        _before.DependentsOf(type, subject).Where(k => !IsRemoved(k) && !_first.ContainsKey(k));

    public IndicatorFact? Indicator(string id) =>
        _indicators.TryGetValue(id, out var changed) ? changed : _removed.Contains(new FactKey(FactType.Indicator, id, "")) ? null : _before.Indicator(id);

    public string? MergedInto(string id) =>
        _merges.TryGetValue(id, out var changed) ? changed : _removed.Contains(new FactKey(FactType.Merge, id, "")) ? null : _before.MergedInto(id);

    /// <summary>True if a derivation gives the observation.</summary>
    public bool Derives(string observation) =>
        _derived.Contains(observation) || (_before.DerivationOf(observation) is { } key && !_removed.Contains(key) && !_first.ContainsKey(key));

    /// <summary>The ids of the observations of an indicator.</summary>
    public IEnumerable<string> ObservationsOf(string indicator) =>
        _observations.GetValueOrDefault(indicator, [])
            .Concat(_before.DependentsOf(FactType.Indicator, indicator).Where(k => k.Type == FactType.Observation && !_removed.Contains(k)).Select(k => k.Subject));

    private void Add(Fact fact)
    {
        var key = fact.Key;
        _subjects.Add((key.Type, key.Subject));
        if (!_first.TryAdd(key, fact)) return;
        switch (fact)
        {
            case EntityStatement statement:
                if (!_statements.TryGetValue(statement.Id, out var list)) _statements[statement.Id] = list = [];
                list.Add(statement);
                break;
            case ObservationStatement observation:
                if (!_observations.TryGetValue(observation.Indicator, out var ids)) _observations[observation.Indicator] = ids = [];
                ids.Add(key.Subject);
                break;
            case DerivationFact { Derived: { } figure }:
                _derived.Add(figure);
                break;
            case IndicatorFact indicator:
                _indicators[indicator.Id] = indicator;
                break;
            case MergeFact merge:
                _merges[merge.Id] = merge.Into;
                break;
        }
    }
}
