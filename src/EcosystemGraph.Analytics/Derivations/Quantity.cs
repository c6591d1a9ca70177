using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>A figure with its unit, and where it is from.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Unit">The unit; null for a bare number, which goes with any.</param>
internal readonly record struct Quantity(Figure Figure, string? Unit)
{
    /// <summary>The observation whose figure it is.</summary>
    public Observation? Observation { get; init; }

    /// <summary>The entity whose property it is.</summary>
    public int? Entity { get; init; }

    /// <summary>The relation whose property it is.</summary>
    public int? Relation { get; init; }

    /// <summary>A figure of an entity or relation that was selected.</summary>
    public static Quantity Of(SelectedThings things, int item, Figure figure, string? unit) =>
        new(figure, unit) { Entity = things.EntityAt(item, SelectionEnd.Itself), Relation = things.AreRelations ? item : null };
}
