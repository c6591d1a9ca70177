using System.Runtime.CompilerServices;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Trust;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>The disagreements that figures are part of: as a side, or as what a computed side was computed from.</summary>
public static class ConflictsByFigure
{
    private static readonly ConditionalWeakTable<GraphView, Lazy<Dictionary<string, IReadOnlyList<ConflictView>>>> Kept = [];

    /// <summary>The disagreements that a figure is part of, in the order of <see cref="DerivedConflicts.All"/>. O(1) after the first call for a view.</summary>
    public static IReadOnlyList<ConflictView> Of(GraphView view, Observation figure)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(figure);
        return Kept.GetValue(view, static v => new(() => Make(v))).Value.GetValueOrDefault(figure.Id, []);
    }

    private static Dictionary<string, IReadOnlyList<ConflictView>> Make(GraphView view)
    {
        // What is found without editors is called after its figure; what editors state refers to figures.
        var parts = DerivedConflicts.All(view, new ConflictRequest()).SelectMany(c => c.References.Append(c.Id).Distinct(), (conflict, id) => (Id: id, Conflict: conflict));
        return parts.GroupBy(p => p.Id, p => p.Conflict, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlyList<ConflictView>)[.. g], StringComparer.Ordinal);
    }
}
