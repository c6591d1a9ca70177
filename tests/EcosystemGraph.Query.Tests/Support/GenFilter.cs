using CsCheck;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Filters;

namespace EcosystemGraph.Query.Tests.Support;

/// <summary>Generators of filters over fleets.</summary>
internal static class GenFilter
{
    private static readonly Gen<ValueOperator> Order = Gen.OneOf(
        ValueOperator.Eq, ValueOperator.Neq, ValueOperator.Gt, ValueOperator.Gte, ValueOperator.Lt, ValueOperator.Lte);

    private static readonly Gen<object> Number = Gen.Int[0, 4].Select(Gen.Int[0, 2], (n, type) => type switch { 0 => n, 1 => n * 1.5, _ => (object)(n * 1.5m) });

    private static readonly Gen<ValueCondition> NumberCondition = Gen.OneOf(
        Gen.Select(Order, Number, ValueCondition.Of),
        Gen.Select(Number.Array[0, 2], Gen.Bool, (items, among) => ValueCondition.Of(among ? ValueOperator.In : ValueOperator.Nin, items)),
        Gen.Bool.Select(yes => ValueCondition.Of(yes ? ValueOperator.Eq : ValueOperator.Neq, null)),
        Gen.Select(Number, Number, (a, b) => new ValueCondition([new(ValueOperator.Gte, a), new(ValueOperator.Lte, b)])));

    private static readonly Gen<ValueCondition> DateCondition = Gen.Select(Order, GenFleet.Date, (op, date) => ValueCondition.Of(op, Fleet.Date(date)));

    private static readonly Gen<ValueCondition> TextCondition = Gen.Select(
        Gen.OneOf(ValueOperator.Eq, ValueOperator.Neq, ValueOperator.Contains, ValueOperator.StartsWith), Gen.OneOf(GenFleet.Name, Gen.OneOf("gull", "OCEAN", "海", "xi")),
        (op, text) => ValueCondition.Of(op, text));

    private static readonly Gen<EntityFilter> Leaf = Gen.OneOf<EntityFilter>(
        NumberCondition.Select(Gen.OneOf("tons", "length", "masts"), (c, p) => (EntityFilter)new PropertyFilter(Fleet.Property(p), c)),
        DateCondition.Select(Gen.OneOf("launched", "sunk"), (c, p) => (EntityFilter)new PropertyFilter(Fleet.Property(p), c)),
        TextCondition.Select(c => (EntityFilter)new PropertyFilter(Fleet.Property("motto"), c)),
        Gen.OneOf("SLOOP", "BRIG", "BARQUE").Select(rig => (EntityFilter)new PropertyFilter(Fleet.Property("rig"), ValueCondition.Of(ValueOperator.Eq, rig))),
        Gen.Bool.Select(armed => (EntityFilter)new PropertyFilter(Fleet.Property("armed"), ValueCondition.Of(ValueOperator.Eq, armed))),
        Gen.OneOf("flag 1", "Gull").Select(flag => (EntityFilter)new PropertyFilter(Fleet.Property("flags"), ValueCondition.Of(ValueOperator.Contains, flag))),
        Gen.OneOf(GenFleet.All).Select(id => (EntityFilter)new IsOneOf([Reference.ToEntity(id)])),
        Gen.OneOf("Ship", "Vessel", "Port").Select(type => (EntityFilter)new KindIs([Fleet.Type(type)])),
        Gen.OneOf([.. GenFleet.Ports, .. GenFleet.Seas]).Select(place => (EntityFilter)new Within(Reference.ToEntity(place))),
        Gen.OneOf("log", "almanac").Select(document => (EntityFilter)new CitedBy([Reference.ToDocument(document)])));

    private static readonly Gen<RelationField> Field = Gen.OneOf(
        Fleet.Field("Ship", "home"), Fleet.Field("Ship", "calls"), Fleet.Field("Ship", "captains"), Fleet.Field("Ship", "consorts"),
        Fleet.Field("Port", "visitors"), Fleet.Field("Port", "sea"), Fleet.Field("Sea", "parts"), Fleet.Field("Captain", "commands"));

    private static readonly Gen<RelationFilter?> Edge = Gen.OneOf<RelationFilter?>(
        Gen.Const((RelationFilter?)null),
        Gen.OneOf("log", "almanac").Select(document => (RelationFilter?)new RelationCitedBy([Reference.ToDocument(document)])),
        NumberCondition.Select(c => (RelationFilter?)new RelationPropertyFilter(Fleet.Property("cargo"), c)),
        DateCondition.Select(c => (RelationFilter?)new RelationNegation(new RelationPropertyFilter(Fleet.Property("on"), c))),
        Gen.OneOf("MATE", "ADMIRAL").Select(rank => (RelationFilter?)new AnyOfRelations([new RelationPropertyFilter(Fleet.Property("rank"), ValueCondition.Of(ValueOperator.Eq, rank))])));

    /// <summary>Filters of every sort, nested three deep.</summary>
    public static readonly Gen<EntityFilter> Any = Nested(3);

    /// <summary>A filter as a reader of a failure wants it.</summary>
    public static string Text(object? filter) => filter switch
    {
        null => "any",
        AllOf all => $"all({string.Join(", ", all.Filters.Select(Text))})",
        AnyOf any => $"any({string.Join(", ", any.Filters.Select(Text))})",
        Negation not => $"not({Text(not.Filter)})",
        RelatedFilter r => $"{r.Quantifier} {r.Field.Owner}.{r.Field.Name}({Text(r.Target)}; {Text(r.Edge)})",
        HasRelated r => $"{r.Field.Owner}.{r.Field.Name} any: {r.Expected}",
        RelatedCount r => $"{r.Field.Owner}.{r.Field.Name}.count {Text(r.Condition)}",
        PropertyFilter p => $"{p.Property.Name} {Text(p.Condition)}",
        RelationPropertyFilter p => $"{p.Property.Name} {Text(p.Condition)}",
        IsOneOf o => $"one of {string.Join('|', o.Entities)}",
        BuiltInFilter b => $"{b.Field} {Text(b.Condition)}",
        ValueCondition c => string.Join(" and ", c.Comparisons.Select(x => $"{x.Operator} {(x.Operand is object[] items ? string.Join('|', items) : x.Operand ?? "null")}")),
        KindIs k => $"kind {string.Join('|', k.Types)}",
        CitedBy c => $"cited by {string.Join('|', c.Documents)}",
        RelationCitedBy c => $"cited by {string.Join('|', c.Documents)}",
        _ => filter.ToString()!,
    };

    private static Gen<EntityFilter> Nested(int depth)
    {
        if (depth == 0) return Leaf;
        var inner = Nested(depth - 1);
        var optional = Gen.Frequency((1, Gen.Const((EntityFilter?)null)), (3, inner.Select(f => (EntityFilter?)f)));
        return Gen.Frequency(
            (4, Leaf),
            (1, inner.Array[0, 3].Select(f => (EntityFilter)new AllOf(f))),
            (1, inner.Array[0, 3].Select(f => (EntityFilter)new AnyOf(f))),
            (1, inner.Select(f => (EntityFilter)new Negation(f))),
            (3, Gen.Select(Field, Gen.OneOf(Quantifier.Some, Quantifier.None, Quantifier.All), optional, Edge, (f, q, t, e) => (EntityFilter)new RelatedFilter(f, q, t, e))),
            (1, Gen.Select(Field, Gen.Bool, (f, b) => (EntityFilter)new HasRelated(f, b))),
            (1, Gen.Select(Field, NumberCondition, (f, c) => (EntityFilter)new RelatedCount(f, c))));
    }
}
