using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Changes;

/// <summary>What validation needs to know of the facts that hold before a change: those a reader sees, mutations before the bundle.</summary>
public interface IEntityLookup
{
    /// <summary>The type name (<c>Company</c>) of the kind of the entity with an id, also of an id that is merged into another; null if there is none. O(1).</summary>
    string? KindOf(string id);

    /// <summary>The statements of exactly this id, merged into another or not.</summary>
    IEnumerable<EntityStatement> StatementsOf(string id);

    /// <summary>The keys of the facts of a subject; see <see cref="FactKey.Subject"/>.</summary>
    IEnumerable<FactKey> KeysOf(FactType type, string subject);

    /// <summary>
    /// The keys of the facts that would dangle without a subject: for an entity what names it (relations, observations, merges, conflicts, and for a document its
    /// locators), for a locator the statements that cite it, for an indicator its observations. Asked only where the last fact of a subject is removed.
    /// </summary>
    IEnumerable<FactKey> DependentsOf(FactType type, string subject);

    /// <summary>The indicator with an id, or null.</summary>
    IndicatorFact? Indicator(string id);

    /// <summary>The id that an id is merged into by a judgement, in one step; null if it is not merged.</summary>
    string? MergedInto(string id);

    /// <summary>The key of the derivation that gives an observation; null if none does.</summary>
    FactKey? DerivationOf(string observation);
}

/// <summary>The state before anything was there.</summary>
public sealed class EmptyLookup : IEntityLookup
{
    private EmptyLookup()
    {
    }

    /// <summary>The only one.</summary>
    public static EmptyLookup Instance { get; } = new();

    /// <inheritdoc/>
    public string? KindOf(string id) => null;

    /// <inheritdoc/>
    public IEnumerable<EntityStatement> StatementsOf(string id) => [];

    /// <inheritdoc/>
    public IEnumerable<FactKey> KeysOf(FactType type, string subject) => [];

    /// <inheritdoc/>
    public IEnumerable<FactKey> DependentsOf(FactType type, string subject) => [];

    /// <inheritdoc/>
    public IndicatorFact? Indicator(string id) => null;

    /// <inheritdoc/>
    public string? MergedInto(string id) => null;

    /// <inheritdoc/>
    public FactKey? DerivationOf(string observation) => null;
}
