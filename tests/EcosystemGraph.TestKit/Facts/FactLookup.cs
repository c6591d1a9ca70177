using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.TestKit.Facts;

/// <summary>What a plain list of facts answers to validation: slow, and short enough to be seen to be right.</summary>
public sealed class FactLookup(IReadOnlyList<Fact> facts) : IEntityLookup
{
    /// <inheritdoc/>
    public string? KindOf(string id) => StatementsOf(id).FirstOrDefault()?.Kind;

    /// <inheritdoc/>
    public IEnumerable<EntityStatement> StatementsOf(string id) => facts.OfType<EntityStatement>().Where(s => s.Id == id).OrderBy(s => s.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<FactKey> KeysOf(FactType type, string subject) => facts.Select(f => f.Key).Where(k => k.Type == type && k.Subject == subject);

    /// <inheritdoc/>
    public IEnumerable<FactKey> DependentsOf(FactType type, string subject) => facts.Where(f => Depends(f, type, subject)).Select(f => f.Key);

    /// <inheritdoc/>
    public IndicatorFact? Indicator(string id) => facts.OfType<IndicatorFact>().FirstOrDefault(i => i.Id == id);

    /// <inheritdoc/>
    public string? MergedInto(string id) => facts.OfType<MergeFact>().FirstOrDefault(m => m.Id == id)?.Into;

    /// <inheritdoc/>
    public FactKey? DerivationOf(string observation) => facts.OfType<DerivationFact>().FirstOrDefault(d => d.Derived == observation)?.Key;

    private static bool Depends(Fact fact, FactType type, string subject) => type switch
    {
        FactType.Entity => fact switch
        {
            RelationStatement relation => relation.From == subject || relation.To == subject,
            ObservationStatement observation => observation.Subject == subject || observation.By == subject,
            ConflictSideFact side => side.Subject == subject,
            MergeFact merge => merge.Id == subject || merge.Into == subject,
            LocatorFact locator => locator.Document == subject,
            _ => false,
        },
        FactType.Locator => fact is Statement statement && statement.Citations.Any(c => c.ToString() == subject),
        FactType.Indicator => fact is ObservationStatement observation && observation.Indicator == subject,
        _ => false,
    };
}
