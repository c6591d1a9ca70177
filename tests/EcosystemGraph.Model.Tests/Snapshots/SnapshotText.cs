using System.Globalization;
using System.Text;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Model.Tests.Snapshots;

/// <summary>Everything that can be seen of a snapshot, in one order, so that two can be compared whatever their indices are.</summary>
internal static class SnapshotText
{
    public static string Describe(GraphSnapshot snapshot)
    {
        var text = new StringBuilder();
        var (entities, relations) = (snapshot.Entities, snapshot.Relations);
        text.AppendLine(CultureInfo.InvariantCulture, $"revision {snapshot.Revision}, {entities.Count} entities, {relations.Count} relations");
        foreach (var kind in snapshot.Ontology.Kinds)
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind.Name}: {string.Join(' ', entities.OfKind(kind).Select(entities.Id))}");
        foreach (var e in entities.All)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{entities.Id(e)} {entities.Kind(e)} '{entities.Name(e)}' zh '{entities.NameZh(e)}' aka {string.Join('|', entities.Aliases(e))} all {string.Join('|', entities.AllNames(e))} {entities.Confidence(e)} {entities.ExistsFrom(e)}..{entities.ExistsTo(e)} cited {string.Join('|', entities.Citations(e))}");
            foreach (var property in entities.Kind(e).Properties) text.AppendLine(CultureInfo.InvariantCulture, $"  {property.Name} = {Value(entities.Property(e, property.Name))}");
            foreach (var statement in entities.Statements(e)) text.AppendLine(CultureInfo.InvariantCulture, $"  says {statement.Key} {statement.Certainty} {statement.Origin} {statement.Name}");
            foreach (var r in relations.Out(e)) Relation(text, snapshot, "->", r);
            foreach (var r in relations.In(e)) Relation(text, snapshot, "<-", r);
            foreach (var o in snapshot.Observations.Of(e)) text.AppendLine(CultureInfo.InvariantCulture, $"  observed {o.Id} {o.Preferred.Value} {o.Statements.Count} {o.Confidence}");
        }

        foreach (var denied in relations.Denied.ToArray().Select(relations.Id).Order(StringComparer.Ordinal)) text.AppendLine(CultureInfo.InvariantCulture, $"denied {denied}");
        foreach (var observation in snapshot.Observations.WithDenied) text.AppendLine(CultureInfo.InvariantCulture, $"observation {observation.Id} {observation.Confidence}");
        foreach (var indicator in snapshot.Definitions.Indicators) text.AppendLine(CultureInfo.InvariantCulture, $"indicator {indicator.Id} {indicator.Name}");
        foreach (var merge in snapshot.Definitions.Merges) text.AppendLine(CultureInfo.InvariantCulture, $"merge {merge.Id} {merge.Into} {entities.TryFind(merge.Id, out _)}");
        return text.ToString();
    }

    private static void Relation(StringBuilder text, GraphSnapshot snapshot, string arrow, int r)
    {
        var relations = snapshot.Relations;
        Assert.True(relations.TryFind(relations.Id(r), out var found) && found == r, $"{relations.Id(r)} is not found by its id");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {arrow} {relations.Id(r)} {relations.Confidence(r)} {relations.HoldsFrom(r)}..{relations.HoldsTo(r)} {Value(relations.Property(r, "tier"))} cited {string.Join('|', relations.Citations(r))} by {string.Join(' ', relations.Statements(r).Select(s => s.Key.Citations + s.Certainty))}");
    }

    private static string Value(object? value) => value is object[] list ? string.Join('|', list) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
