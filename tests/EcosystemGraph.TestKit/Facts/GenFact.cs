using CsCheck;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.TestKit.Facts;

/// <summary>Generators of facts of every type, with awkward contents: for stores, exporters and whatever else must not lose anything.</summary>
public static class GenFact
{
    /// <summary>A few ids, so that facts meet.</summary>
    public static readonly Gen<string> Id = Gen.OneOf("baidu", "aiia", "deqing-county", "minister-1", "list-100", "x");

    /// <summary>Names and remarks: empty, Chinese, composed and decomposed, outside the BMP, quotes, control characters, long.</summary>
    public static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.OneOf(
            "", " ", "Baidu", "百度", "Xi’an", "é", "e\u0301", "𠮷野家 🛰", "\"quoted\" \\ back", "a\tb\r\nc", "\0nul", "\u2028", "<&>'", "null", "a | b", "#", new string('长', 400))),
        (2, Gen.String[Gen.Char[' ', '~'], 0, 60]),
        (1, Gen.String[Gen.Char['一', '龥'], 1, 20]));

    /// <summary>Decimals, with their trailing zeros; zero without a sign, which no text gives it.</summary>
    public static readonly Gen<decimal> Decimal = Gen.Frequency(
        (2, Gen.OneOf(0m, 0.00m, 45.37m, 45.370m, 2900000000000m, 1e-28m, decimal.MaxValue, decimal.MinValue, 300e6m, -1.5m)),
        (1, Gen.Decimal),
        (1, Gen.Select(Gen.Int, Gen.Bool, Gen.Int[0, 28], (digits, negative, scale) => new decimal(digits, 0, 0, negative && digits != 0, (byte)scale))));

    /// <summary>Dates, periods and windows.</summary>
    public static readonly Gen<PartialDate> Date = Gen.OneOf(
        "2019", "2019-11", "2019-11-02", "2017/2019", "2017/..", "../2019-02", "[2020..2022]", "[..2018-09]", "[2024..]", "[2019-01-01..2019-12-31]", "0001").Select(PartialDate.Parse);

    /// <summary>One to three citations.</summary>
    public static readonly Gen<IReadOnlyList<Citation>> Citations = Gen.Select(
        Gen.OneOf("niu-2021", "cset-aiia-2021", "editor", "文件", "a|b", "c#d"),
        Gen.OneOf("Table 9", "Figure 1", "", "§ 2 # 3", "p | q", "Leading Group"),
        (document, locator) => new Citation(document, locator)).List[1, 3].Select(citations => (IReadOnlyList<Citation>)[.. citations]);

    /// <summary>A property's value, of every type.</summary>
    public static readonly Gen<object> Value = Gen.OneOf(
        Text.Select(o => (object)o),
        Gen.Int.Select(o => (object)o),
        Gen.Bool.Select(o => (object)o),
        Gen.OneOf(Gen.Double, Gen.OneOf(0d, -0d, 0.1, 1e300, double.Epsilon, double.NaN, double.NegativeInfinity)).Select(o => (object)o),
        Decimal.Select(o => (object)o),
        Date.Select(o => (object)o));

    /// <summary>Up to four properties, lists among them.</summary>
    public static readonly Gen<PropertyBag> Properties = Gen.Select(
        Gen.OneOf("tier", "role", "founded", "strengths", "名", "a b"),
        Gen.Frequency((3, Value), (1, Value.Array[0, 3].Select(list => (object)list))),
        (name, value) => KeyValuePair.Create(name, value)).List[0, 4].Select(items => PropertyBag.Create(items.DistinctBy(item => item.Key)));

    private static readonly Gen<string?> Optional = Gen.Frequency<string?>((1, Gen.Const((string?)null)), (1, Text.Select(text => (string?)text)));
    private static readonly Gen<PartialDate?> OptionalDate = Gen.Frequency<PartialDate?>((1, Gen.Const((PartialDate?)null)), (1, Date.Select(date => (PartialDate?)date)));
    private static readonly Gen<decimal?> OptionalDecimal = Gen.Frequency<decimal?>((1, Gen.Const((decimal?)null)), (2, Decimal.Select(number => (decimal?)number)));
    private static readonly Gen<IReadOnlyList<string>> Texts = Text.List[0, 3].Select(texts => (IReadOnlyList<string>)[.. texts]);
    private static readonly Gen<Certainty> Sureness = Gen.Enum<Certainty>();
    private static readonly Gen<(Certainty Certainty, IReadOnlyList<Citation> Citations, string? Note, int Ordinal)> Said =
        Gen.Select(Sureness, Citations, Optional, Gen.Int[0, 9]);

    /// <summary>A statement about an entity.</summary>
    public static readonly Gen<Fact> Entity = Gen.Select(Id, Gen.OneOf("Company", "City"), Optional, Optional, Texts, Optional, Properties, Said).Select(
        (id, kind, name, nameZh, aliases, description, properties, said) => (Fact)new EntityStatement
        {
            Id = id,
            Kind = kind,
            Name = name,
            NameZh = nameZh,
            Aliases = aliases,
            Description = description,
            Properties = properties,
            Certainty = said.Certainty,
            Citations = said.Citations,
            Note = said.Note,
            Ordinal = said.Ordinal,
        });

    /// <summary>A statement about a relation.</summary>
    public static readonly Gen<Fact> Relation =
        Gen.Select(Gen.OneOf("MEMBER_OF", "LED_BY"), Id, Id, Gen.OneOf("", "", "2", "a:b"), OptionalDate, OptionalDate, Properties, Said).Select(
            (kind, from, to, key, validFrom, validTo, properties, said) => (Fact)new RelationStatement
            {
                Kind = kind,
                From = from,
                To = to,
                RelationKey = key,
                ValidFrom = validFrom,
                ValidTo = validTo,
                Properties = properties,
                Certainty = said.Certainty,
                Citations = said.Citations,
                Note = said.Note,
                Ordinal = said.Ordinal,
            });

    /// <summary>A statement of a figure.</summary>
    public static readonly Gen<Fact> Observation = Gen.Select(
        Gen.Select(Id, Gen.OneOf("members", "gdp"), Gen.OneOf<string?>(null, "", "beijing"), OptionalDate),
        Gen.Select(Gen.Enum<Qualifier>(), OptionalDecimal, OptionalDecimal, Gen.OneOf("", "count", "CNY"), Gen.Enum<ObservationNature>()),
        Said,
        (what, figure, said) => (Fact)new ObservationStatement
        {
            Subject = what.Item1,
            Indicator = what.Item2,
            By = what.Item3,
            Period = what.Item4,
            Qualifier = figure.Item1,
            Value = figure.Item2,
            High = figure.Item3,
            Unit = figure.Item4,
            Nature = figure.Item5,
            Certainty = said.Certainty,
            Citations = said.Citations,
            Note = said.Note,
            Ordinal = said.Ordinal,
        });

    /// <summary>One side of a disagreement.</summary>
    public static readonly Gen<Fact> ConflictSide = Gen.Select(Id, Id, Text, Optional, Optional, Gen.Enum<ConflictType>(), Said).Select(
        (conflict, subject, property, value, reference, type, said) => (Fact)new ConflictSideFact
        {
            Conflict = conflict,
            Subject = subject,
            Property = property,
            Value = value,
            Reference = reference,
            Type = type,
            Certainty = said.Certainty,
            Citations = said.Citations,
            Note = said.Note,
            Ordinal = said.Ordinal,
        });

    /// <summary>A locator, an indicator, a derivation, a merge or a projection.</summary>
    public static readonly Gen<Fact> Definition = Gen.OneOf(
        Gen.Select(Id, Text, Optional, Gen.Int[0, 9]).Select(
            (document, locator, place, ordinal) => (Fact)new LocatorFact { Document = document, Locator = locator, Place = place, Ordinal = ordinal }),
        Gen.Select(Id, Text, Optional, Texts, Gen.Bool, Gen.Int[0, 9]).Select(
            (id, name, definition, units, complete, ordinal) => (Fact)new IndicatorFact
            {
                Id = id,
                Name = name,
                Definition = definition,
                Units = units,
                Complete = complete,
                Ordinal = ordinal,
            }),
        Gen.Select(Id, Gen.Select(Optional, Optional), Gen.OneOf("SUM", "ORDER"), Text, Decimal, Optional, Gen.Int[0, 9]).Select(
            (id, figure, rule, parts, tolerance, note, ordinal) => (Fact)new DerivationFact
            {
                Id = id,
                Stated = figure.Item1,
                Derived = figure.Item2,
                Rule = rule,
                Parts = parts,
                Tolerance = tolerance,
                Note = note,
                Ordinal = ordinal,
            }),
        Gen.Select(Id, Id, Sureness, Text, Gen.Int[0, 9]).Select(
            (id, into, certainty, reason, ordinal) => (Fact)new MergeFact { Id = id, Into = into, Certainty = certainty, Reason = reason, Ordinal = ordinal }),
        Gen.Select(Gen.Select(Id, Text, Optional), Gen.Select(Texts, Texts, Gen.Bool), Gen.Select(Optional, Optional, Gen.Int[0, 9])).Select(
            (said, seen, how) => (Fact)new ProjectionFact
            {
                Id = said.Item1,
                Name = said.Item2,
                Description = said.Item3,
                Kinds = seen.Item1,
                Relations = seen.Item2,
                Directed = seen.Item3,
                Weight = how.Item1,
                Path = how.Item2,
                Ordinal = how.Item3,
            }));

    /// <summary>A fact of any type.</summary>
    public static readonly Gen<Fact> Any = Gen.Frequency((3, Entity), (3, Relation), (2, Observation), (1, ConflictSide), (3, Definition));

    /// <summary>Facts of different keys.</summary>
    public static Gen<Fact[]> Distinct(int most) => Any.List[0, most].Select(facts => facts.DistinctBy(fact => fact.Key).ToArray());
}
