using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>What a snapshot holds beside entities, relations and observations; a mutation's row stands before the bundle's.</summary>
public sealed class DefinitionTable
{
    private readonly Dictionary<string, IndicatorFact> _indicators;
    private readonly Dictionary<string, LocatorFact> _locators;
    private readonly Dictionary<string, ProjectionFact> _projections;

    internal DefinitionTable(IEnumerable<Fact> rows)
    {
        Rows = [.. rows.OrderBy(r => r.Key).ThenBy(r => r.Origin)];
        var effective = Rows.GroupBy(r => r.Key).Select(g => g.Last()).Where(r => r is not Changes.Retraction).ToList();
        Indicators = Sorted<IndicatorFact>(effective, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        Locators = Sorted<LocatorFact>(effective, static (a, b) => a.Ordinal != b.Ordinal ? a.Ordinal.CompareTo(b.Ordinal) : a.Key.CompareTo(b.Key));
        Derivations = Sorted<DerivationFact>(effective, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        ConflictSides = Sorted<ConflictSideFact>(effective, static (a, b) =>
            a.Conflict != b.Conflict ? string.CompareOrdinal(a.Conflict, b.Conflict) : a.Ordinal != b.Ordinal ? a.Ordinal.CompareTo(b.Ordinal) : a.Key.CompareTo(b.Key));
        Merges = Sorted<MergeFact>(effective, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        Projections = Sorted<ProjectionFact>(effective, static (a, b) => a.Ordinal != b.Ordinal ? a.Ordinal.CompareTo(b.Ordinal) : string.CompareOrdinal(a.Id, b.Id));
        _indicators = Indicators.ToDictionary(i => i.Id, StringComparer.Ordinal);
        _locators = Locators.ToDictionary(l => l.Key.Subject, StringComparer.Ordinal);
        _projections = Projections.ToDictionary(p => p.Id, StringComparer.Ordinal);
    }

    /// <summary>The indicators, by id.</summary>
    public IReadOnlyList<IndicatorFact> Indicators { get; }

    /// <summary>The citable places, in the order of their documents.</summary>
    public IReadOnlyList<LocatorFact> Locators { get; }

    /// <summary>The derivations, by id.</summary>
    public IReadOnlyList<DerivationFact> Derivations { get; }

    /// <summary>The sides of the disagreements that readers saw, by conflict, then in their order.</summary>
    public IReadOnlyList<ConflictSideFact> ConflictSides { get; }

    /// <summary>The identity judgements, by the id that was merged.</summary>
    public IReadOnlyList<MergeFact> Merges { get; }

    /// <summary>The projections; the first is the default.</summary>
    public IReadOnlyList<ProjectionFact> Projections { get; }

    internal Fact[] Rows { get; }

    /// <summary>True if retractions of relations wait for their ends to come back.</summary>
    internal bool HasWaitingRetractions => Array.Exists(Rows, static r => r is Changes.Retraction { Hidden.Type: FactType.Relation });

    /// <summary>The indicator, or null.</summary>
    public IndicatorFact? Indicator(string id) => _indicators.GetValueOrDefault(id);

    /// <summary>The locator of a document, or null.</summary>
    public LocatorFact? Locator(string document, string locator) => _locators.GetValueOrDefault($"{document}#{locator}");

    /// <summary>The projection, or null.</summary>
    public ProjectionFact? Projection(string id) => _projections.GetValueOrDefault(id);

    internal static bool Holds(Fact fact) => Holds(fact.Key.Type);

    internal static bool Holds(FactType type) => type is not (FactType.Entity or FactType.Relation or FactType.Observation);

    /// <summary>For each merged id the id that it ends at, chains followed.</summary>
    internal static Dictionary<string, string> ResolveMerges(IEnumerable<MergeFact> merges)
    {
        var direct = merges.ToDictionary(m => m.Id, m => m.Into, StringComparer.Ordinal);
        var resolved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in direct.Keys)
        {
            var target = direct[id];
            for (var steps = 0; steps < direct.Count && direct.TryGetValue(target, out var next); steps++) target = next;
            if (target != id) resolved[id] = target;
        }

        return resolved;
    }

    private static List<T> Sorted<T>(List<Fact> facts, Comparison<T> order) where T : Fact
    {
        var list = facts.OfType<T>().ToList();
        list.Sort(order);
        return list;
    }
}
