using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Storage.Neo4j.Rows;

/// <summary>What a claim says, as people see it.</summary>
internal static class ClaimProperties
{
    /// <summary>Puts the parts of a fact on its claim; what is not there is left out.</summary>
    public static void Add(Dictionary<string, object?> claim, Fact fact)
    {
        foreach (var (name, value) in Parts(fact))
        {
            if (value is not null and not object[] { Length: 0 }) claim.TryAdd(name, value);
        }

        if (fact is not Statement statement) return;
        if (statement.Certainty != Certainty.Stated) claim["certainty"] = statement.Certainty.Word();
        if (statement.Note is not null) claim["note"] = statement.Note;
    }

    private static IEnumerable<(string Name, object? Value)> Parts(Fact fact) => fact switch
    {
        EntityStatement e =>
        [
            ("kind", e.Kind), ("name", e.Name), ("nameZh", e.NameZh), ("aliases", Texts(e.Aliases)), ("description", e.Description), .. Values(e.Properties),
        ],
        RelationStatement r =>
        [
            ("kind", r.Kind), ("from", r.From), ("to", r.To), ("key", r.RelationKey.Length > 0 ? r.RelationKey : null),
            ("validFrom", NaturalValues.Of(r.ValidFrom)), ("validTo", NaturalValues.Of(r.ValidTo)), .. Values(r.Properties),
        ],
        ObservationStatement o =>
        [
            ("entity", o.Subject), ("indicator", o.Indicator), ("by", o.By), ("period", NaturalValues.Of(o.Period)), ("qualifier", o.Qualifier.ToString()),
            ("value", (double?)o.Value), ("high", (double?)o.High), ("unit", o.Unit), ("nature", o.Nature.ToString()),
        ],
        LocatorFact l => [("document", l.Document), ("locator", l.Locator), ("place", l.Place)],
        IndicatorFact i => [("name", i.Name), ("definition", i.Definition), ("units", Texts(i.Units)), ("complete", i.Complete)],
        DerivationFact d =>
        [
            ("stated", d.Stated), ("derived", d.Derived), ("rule", d.Rule), ("parts", d.Parts), ("tolerance", (double)d.Tolerance), ("note", d.Note),
        ],
        ConflictSideFact s => [("conflict", s.Conflict), ("entity", s.Subject), ("property", s.Property), ("value", s.Value), ("reference", s.Reference), ("type", s.Type.ToString())],
        MergeFact m => [("id", m.Id), ("into", m.Into), ("reason", m.Reason), ("certainty", m.Certainty == Certainty.Stated ? null : m.Certainty.Word())],
        ProjectionFact p =>
        [
            ("name", p.Name), ("description", p.Description), ("kinds", Texts(p.Kinds)), ("relations", Texts(p.Relations)), ("directed", p.Directed), ("weight", p.Weight), ("path", p.Path),
        ],
        _ => [],
    };

    private static IEnumerable<(string, object?)> Values(PropertyBag properties) =>
        properties.Where(static p => p.Key.Length > 0 && p.Key[0] != '_').Select(static p => (p.Key, (object?)NaturalValues.Of(p.Value)));

    private static object[] Texts(IReadOnlyList<string> texts) => [.. texts];
}
