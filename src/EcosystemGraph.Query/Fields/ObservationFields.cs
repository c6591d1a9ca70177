using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Fields;

/// <summary>The fields of an observation: those of its preferred statement.</summary>
internal static class ObservationFields
{
    private static readonly ValueDomain Qualifiers = ValueDomain.OfEnum<Qualifier>();
    private static readonly ValueDomain Natures = ValueDomain.OfEnum<ObservationNature>();

    public static Field<Observation> Id { get; } = new("id", ValueDomain.Id, false, o => o.Id);

    public static Field<Observation> Indicator { get; } = new("indicator", ValueDomain.Id, false, o => o.Indicator);

    public static Field<Observation> Period { get; } = new("period", ValueDomain.Date, false, o => o.Period);

    public static Field<Observation> Value { get; } = new("value", ValueDomain.Number, false, o => o.Preferred.Value);

    public static Field<Observation> High { get; } = new("high", ValueDomain.Number, false, o => o.Preferred.High);

    public static Field<Observation> Unit { get; } = new("unit", ValueDomain.Text, false, o => o.Preferred.Unit.Length == 0 ? null : o.Preferred.Unit);

    public static Field<Observation> Qualifier { get; } = new("qualifier", Qualifiers, false, o => Names.ToUpperSnake(o.Preferred.Qualifier.ToString()));

    public static Field<Observation> Nature { get; } = new("nature", Natures, false, o => Names.ToUpperSnake(o.Preferred.Nature.ToString()));

    public static Field<Observation> Confidence { get; } = new("confidence", ValueDomain.Number, false, o => ValueDomain.Widen(o.Confidence));

    public static Field<Observation> Subject(GraphView view) => new("subject", ValueDomain.Id, false, o => view.Snapshot.Entities.Id(o.Subject));

    public static Field<Observation> By(GraphView view) => new("by", ValueDomain.Id, false, o => o.By < 0 ? null : view.Snapshot.Entities.Id(o.By));
}
