using CsCheck;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Query.Tests.Support;

/// <summary>Generators of small fleets: few ids, so that everything meets; both documents; dates, denials and doubts.</summary>
internal static class GenFleet
{
    public static readonly string[] Ships = ["s1", "s2", "s3", "s4"];
    public static readonly string[] Boats = ["b1", "b2"];
    public static readonly string[] Ports = ["p1", "p2", "p3"];
    public static readonly string[] Seas = ["sea-1", "sea-2", "sea-3"];
    public static readonly string[] Captains = ["c1", "c2"];

    public static readonly string[] All = [.. Ships, .. Boats, .. Ports, .. Seas, .. Captains];

    public static readonly Gen<string> Date = Gen.OneOf("1800", "1800-05", "1800-05-07", "1801", "1802-02", "1800/1802", "[1800-03..1801]", "[..1801]", "1802/..");

    public static readonly Gen<string> Name = Gen.OneOf(
        "Sea Gull", "Seagull", "Gull", "Black Gull", "Ocean Queen", "Queen of the Ocean", "HMS", "Étoile du Nord", "Xi'an", "Xian", "海鸥号", "海鸥", "中国海鸥号", "The gull (old)", "MS 2");

    private static readonly Gen<Citation> Cite = Gen.OneOf(Fleet.Log, Fleet.Almanac, new Citation("log", "page 2"));

    private static readonly Gen<Certainty> Sureness = Gen.Frequency((6, Gen.Const(Certainty.Stated)), (2, Gen.Const(Certainty.Likely)), (1, Gen.Const(Certainty.Misprint)), (1, Gen.Const(Certainty.Denied)));

    private static readonly Gen<(string, object)[]> ShipProperties = Gen.Select(
        Gen.OneOf("launched", "sunk", "tons", "length", "masts", "rig", "armed", "flags", "motto"), Date, Gen.Int[0, 3], Name,
        (property, date, number, text) => (property, property switch
        {
            "launched" or "sunk" => Fleet.Date(date),
            "tons" => number * 1.5m,
            "length" => number * 1.5,
            "masts" => number,
            "rig" => number == 0 ? "SLOOP" : number == 1 ? "BRIG" : "BARQUE",
            "armed" => number > 1,
            "flags" => Enumerable.Range(0, number).Select(i => i == 0 ? (object)text : $"flag {i}").ToArray(),
            _ => (object)text,
        })).Array[0, 5].Select(p => p.DistinctBy(x => x.Item1).ToArray());

    private static readonly Gen<(string, object)[]> Nothing = Gen.Const(Array.Empty<(string, object)>());

    /// <summary>A statement about an entity.</summary>
    public static Gen<EntityStatement> Entity(string id) => Gen.Select(
        Gen.Select(Name, Cite, Sureness, Gen.Int[0, 3]),
        Ships.Contains(id) ? ShipProperties : Nothing,
        Gen.Select(Name, Gen.Int[0, 5]),
        (said, properties, other) => Fleet.Entity(KindOf(id), id, said.Item1, said.Item2, said.Item3, said.Item4,
            aliases: other.Item2 == 0 ? [other.Item1] : null, description: other.Item2 == 1 ? $"She was once called {other.Item1}." : null, properties: properties));

    /// <summary>A statement about a relation.</summary>
    public static readonly Gen<RelationStatement> Relation = Gen.Select(
        Gen.OneOf("HOME_PORT", "CALLS_AT", "COMMANDS", "SAILS_WITH", "LIES_ON", "PART_OF"),
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 3]),
        Gen.Select(Cite, Sureness, Gen.Int[0, 3]),
        Gen.Select(Date, Date, Gen.Int[0, 5]),
        (kind, ends, said, dates) =>
        {
            var (sources, targets) = Ends(kind);
            (string, object)[] properties = kind switch
            {
                "CALLS_AT" => [("cargo", ends.Item3 * 2.5m), ("on", Fleet.Date(dates.Item1))],
                "COMMANDS" when ends.Item3 > 0 => [("rank", ends.Item3 == 1 ? "MATE" : "ADMIRAL")],
                _ => [],
            };
            return Fleet.Relation(sources[ends.Item1 % sources.Length], kind, targets[ends.Item2 % targets.Length], said.Item1, said.Item2,
                kind == "CALLS_AT" && ends.Item3 > 1 ? "again" : "", dates.Item3 == 0 ? dates.Item1 : null, dates.Item3 < 2 ? dates.Item2 : null, said.Item3, properties);
        });

    /// <summary>A statement of a figure.</summary>
    public static readonly Gen<ObservationStatement> Figure = Gen.Select(
        Gen.Select(Gen.OneOf(All), Gen.OneOf("crew", "guns"), Gen.OneOf(null, "p1"), Gen.OneOf(null, "1800", "1801-02", "1800/1802")),
        Gen.Select(Gen.Int[0, 20], Gen.Enum<Qualifier>(), Gen.OneOf("count", "kg"), Gen.Enum<ObservationNature>()),
        Gen.Select(Cite, Sureness, Gen.Int[0, 3]),
        (what, figure, said) => Fleet.Figure(what.Item1, what.Item2, figure.Item2 == Qualifier.Unquantified ? null : figure.Item1, what.Item4, what.Item3,
            figure.Item2 == Qualifier.Between ? figure.Item1 + 2 : null, figure.Item2, figure.Item3, said.Item1, said.Item2, said.Item3, figure.Item4));

    /// <summary>Every entity at least once, stated, and some relations and figures.</summary>
    public static readonly Gen<Fact[]> Facts = Gen.Select(
        Gen.OneOf(All).SelectMany(Entity).Array[0, 20], Relation.Array[0, 30], Figure.Array[0, 8],
        (entities, relations, figures) => All.Select((id, i) => Fleet.Entity(KindOf(id), id, $"{KindOf(id)} {id}", i % 2 == 0 ? new Citation("log", "list") : new Citation("almanac", "list")))
            .Concat<Fact>(entities).Concat(relations).Concat(figures).DistinctBy(f => f.Key).ToArray());

    /// <summary>Facts as a reader of a failure wants them.</summary>
    public static string Text(IEnumerable<Fact> facts) => string.Join('\n', facts.OfType<Statement>().Where(s => !s.Citations[0].Locator.StartsWith("list", StringComparison.Ordinal)).Select(s =>
        $"{s.Key.Subject} by {s.Citations[0]} ({s.Certainty}, {s.Ordinal}): " + s switch
        {
            EntityStatement e => $"{e.Name} {e.NameZh} {string.Join(", ", e.Aliases)} {e.Description} {Text(e.Properties)}",
            RelationStatement r => $"{r.ValidFrom} to {r.ValidTo} {Text(r.Properties)}",
            ObservationStatement o => $"{o.Qualifier} {o.Value} {o.High} {o.Nature}",
            _ => "",
        }));

    public static string KindOf(string id) =>
        Ships.Contains(id) ? "Ship" : Boats.Contains(id) ? "Boat" : Ports.Contains(id) ? "Port" : Seas.Contains(id) ? "Sea" : "Captain";

    private static string Text(PropertyBag properties) => string.Join(", ", properties.Select(p => $"{p.Key} = {PropertyText.Format(p.Value)}"));

    private static (string[] From, string[] To) Ends(string kind) => kind switch
    {
        "COMMANDS" => (Captains, [.. Ships, .. Boats]),
        "SAILS_WITH" => (Ships, Ships),
        "LIES_ON" => (Ports, Seas),
        "PART_OF" => (Seas, Seas),
        _ => ([.. Ships, .. Boats], Ports),
    };
}
