using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Model.Live;

/// <summary>The facts of a snapshot, as the validation of a change set asks for them.</summary>
/// <param name="snapshot">The snapshot before the change.</param>
public sealed class SnapshotLookup(GraphSnapshot snapshot) : IEntityLookup
{
    /// <inheritdoc/>
    public string? KindOf(string id) => snapshot.Entities.TryFind(id, out var entity) ? snapshot.Entities.Kind(entity).Name : null;

    /// <inheritdoc/>
    public IEnumerable<EntityStatement> StatementsOf(string id) =>
        snapshot.Entities.TryFind(id, out var entity) ? snapshot.Entities.Statements(entity).Where(s => s.Id == id) : [];

    /// <inheritdoc/>
    public IEnumerable<FactKey> KeysOf(FactType type, string subject) => type switch
    {
        FactType.Entity => StatementsOf(subject).Select(s => s.Key),
        FactType.Relation => RelationStatements(subject).Select(s => s.Key),
        FactType.Observation => Observed(subject)?.Statements.Select(s => s.Key) ?? [],
        _ => Definitions().Where(f => f.Key.Type == type && f.Key.Subject == subject).Select(f => f.Key),
    };

    /// <inheritdoc/>
    public IEnumerable<FactKey> DependentsOf(FactType type, string subject) => type switch
    {
        FactType.Entity => DependentsOfEntity(subject),
        FactType.Locator => Statements().Where(s => s.Citations.Any(c => c.ToString() == subject)).Select(s => s.Key),
        FactType.Indicator => snapshot.Observations.WithDenied.SelectMany(o => o.Statements).Where(s => s.Indicator == subject).Select(s => s.Key),
        _ => [],
    };

    /// <inheritdoc/>
    public IndicatorFact? Indicator(string id) => snapshot.Definitions.Indicator(id);

    /// <inheritdoc/>
    public string? MergedInto(string id) => snapshot.Definitions.Merges.FirstOrDefault(m => m.Id == id)?.Into;

    /// <inheritdoc/>
    public FactKey? DerivationOf(string observation) => snapshot.Definitions.Derivations.FirstOrDefault(d => d.Derived == observation)?.Key;

    /// <summary>The statements of a relation, also of one that is only denied.</summary>
    public IEnumerable<RelationStatement> RelationStatements(string id)
    {
        var relations = snapshot.Relations;
        if (relations.TryFind(id, out var relation)) return relations.Statements(relation);
        foreach (var denied in relations.Denied)
        {
            if (relations.Id(denied) == id) return relations.Statements(denied);
        }

        return [];
    }

    private IEnumerable<FactKey> DependentsOfEntity(string id)
    {
        if (!snapshot.Entities.TryFind(id, out var entity)) return [];
        var relations = snapshot.Relations;
        int[] own = [.. relations.Out(entity), .. relations.In(entity), .. relations.Denied];
        return own.SelectMany(r => relations.Statements(r)).Where(s => s.From == id || s.To == id).Select(s => s.Key)
            .Concat(snapshot.Observations.WithDenied.Where(o => o.Subject == entity || o.By == entity)
                .SelectMany(o => o.Statements).Where(s => s.Subject == id || s.By == id).Select(s => s.Key))
            .Concat(snapshot.Definitions.Merges.Where(m => m.Into == id || m.Id == id).Select(m => m.Key))
            .Concat(snapshot.Definitions.ConflictSides.Where(s => s.Subject == id).Select(s => s.Key))
            .Concat(snapshot.Definitions.Locators.Where(l => l.Document == id).Select(l => l.Key))
            .Distinct();
    }

    private Observation? Observed(string id)
    {
        var stored = snapshot.Observations.WithDenied;
        var (low, high) = (0, stored.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(stored[middle].Id, id);
            if (order == 0) return stored[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    private IEnumerable<Statement> Statements()
    {
        for (var e = 0; e < snapshot.Entities.Capacity; e++)
        {
            foreach (var statement in snapshot.Entities.Statements(e)) yield return statement;
        }

        for (var r = 0; r < snapshot.Relations.Capacity; r++)
        {
            foreach (var statement in snapshot.Relations.Statements(r)) yield return statement;
        }

        foreach (var statement in snapshot.Observations.WithDenied.SelectMany(o => o.Statements)) yield return statement;
        foreach (var side in snapshot.Definitions.ConflictSides) yield return side;
    }

    private IEnumerable<Fact> Definitions()
    {
        var definitions = snapshot.Definitions;
        return definitions.Indicators.Concat<Fact>(definitions.Locators).Concat(definitions.Derivations).Concat(definitions.ConflictSides)
            .Concat(definitions.Merges).Concat(definitions.Projections);
    }
}
