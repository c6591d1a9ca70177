using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Filters;

namespace EcosystemGraph.Query.Tests.Support;

/// <summary>
/// What a view shows, worked out from the statements themselves in the plainest way: every question goes over everything. No index, no column, no adjacency.
/// </summary>
internal sealed class Naive
{
    private readonly GraphSnapshot _snapshot;
    private readonly int? _day;
    private readonly HashSet<string>? _sources;

    public Naive(GraphSnapshot whole, PartialDate? asOf = null, string[]? sources = null)
    {
        _snapshot = whole;
        _day = asOf?.End;
        _sources = sources is { Length: > 0 } ? [.. sources] : null;
        Entities = [.. Enumerable.Range(0, whole.Entities.Capacity).Where(Mentioned).Where(ExistsThen).Select(e => whole.Entities.Id(e)).Order(StringComparer.Ordinal)];
        Relations = [.. Enumerable.Range(0, whole.Relations.Capacity).Select(r => new NaiveRelation(this, r)).Where(r => r.Holds)];
    }

    public string[] Entities { get; }

    public NaiveRelation[] Relations { get; }

    public object? Property(string id, string name) =>
        Said(id).Where(s => s.Certainty > Certainty.Denied).Select(s => s.Properties[name]).FirstOrDefault(v => v is not null);

    public EntityKind Kind(string id) => Fleet.Ontology.Kind(_snapshot.Entities.Statements(Index(id)).First(s => s.Certainty > Certainty.Denied).Kind)!;

    public IEnumerable<(NaiveRelation Relation, string Other)> Related(string id, RelationField field)
    {
        foreach (var relation in Relations.Where(r => r.Kind.Name == field.Relation.Name))
        {
            if (field.Direction != RelationDirection.In && relation.From == id && field.Target.Kinds.Contains(Kind(relation.To))) yield return (relation, relation.To);
            else if (field.Direction != RelationDirection.Out && relation.To == id && field.Target.Kinds.Contains(Kind(relation.From))) yield return (relation, relation.From);
        }
    }

    public HashSet<string> Within(string place)
    {
        HashSet<string> within = Entities.Contains(place) ? [place] : [];
        for (var before = -1; before != within.Count;)
        {
            before = within.Count;
            foreach (var relation in Relations.Where(r => r.Kind.Contains && within.Contains(r.To))) within.Add(relation.From);
        }

        return within;
    }

    public bool Fits(string id, EntityFilter filter) => filter switch
    {
        AllOf all => all.Filters.All(f => Fits(id, f)),
        AnyOf any => any.Filters.Any(f => Fits(id, f)),
        Negation not => !Fits(id, not.Filter),
        KindIs kinds => kinds.Types.Any(t => t.Kinds.Contains(Kind(id))),
        IsOneOf f => f.Entities.Any(e => e.Text == id),
        PropertyFilter f => Fits(Property(id, f.Property.Name), f.Condition),
        Within f => Within(f.Place.Text).Contains(id),
        CitedBy f => Cited(id, [.. f.Documents.Select(d => d.Text)]),
        HasRelated f => Related(id, f.Field).Any() == f.Expected,
        RelatedCount f => Fits(Related(id, f.Field).Count(), f.Condition),
        RelatedFilter { Quantifier: Quantifier.Some } f => Related(id, f.Field).Any(r => Fits(r, f)),
        RelatedFilter { Quantifier: Quantifier.None } f => !Related(id, f.Field).Any(r => Fits(r, f)),
        RelatedFilter { Quantifier: Quantifier.All } f => Related(id, f.Field).All(r => Fits(r, f)),
        _ => throw new NotSupportedException(filter.ToString()),
    };

    public static bool Fits(NaiveRelation relation, RelationFilter filter) => filter switch
    {
        AllOfRelations all => all.Filters.All(f => Fits(relation, f)),
        AnyOfRelations any => any.Filters.Any(f => Fits(relation, f)),
        RelationNegation not => !Fits(relation, not.Filter),
        RelationPropertyFilter f => Fits(relation.Property(f.Property.Name), f.Condition),
        RelationCitedBy f => relation.Asserted.Any(s => s.Citations.Any(c => f.Documents.Any(d => d.Text == c.Document))),
        _ => throw new NotSupportedException(filter.ToString()),
    };

    /// <summary>What the chosen documents only mention is cited where it is mentioned, so by the one document that is chosen in these tests.</summary>
    private bool Cited(string id, IReadOnlyList<string> documents)
    {
        var asserted = Said(id).Where(s => s.Certainty > Certainty.Denied).ToList();
        return asserted.Count == 0 ? documents.Contains(_sources!.Single()) : asserted.Any(s => s.Citations.Any(c => documents.Contains(c.Document) && _sources?.Contains(c.Document) != false));
    }

    private bool Fits((NaiveRelation Relation, string Other) related, RelatedFilter filter) =>
        (filter.Target is null || Fits(related.Other, filter.Target)) && (filter.Edge is null || Fits(related.Relation, filter.Edge));

    private static bool Fits(object? value, ValueCondition condition) => condition.Comparisons.All(c => Fits(value, c.Operator, c.Operand));

    private static bool Fits(object? value, ValueOperator op, object? operand) => op switch
    {
        ValueOperator.Neq => !Fits(value, ValueOperator.Eq, operand),
        ValueOperator.In => ((object?[])operand!).Any(o => Fits(value, ValueOperator.Eq, o)),
        ValueOperator.Nin => !Fits(value, ValueOperator.In, operand),
        ValueOperator.Eq when value is null || operand is null => value is null && operand is null,
        _ when value is null => false,
        ValueOperator.Contains when value is object[] items => items.Any(i => Fits(i, ValueOperator.Eq, operand)),
        ValueOperator.Contains => Names.Fold((string)value!).Contains(Names.Fold((string)operand!), StringComparison.Ordinal),
        ValueOperator.StartsWith => Names.Fold((string)value!).StartsWith(Names.Fold((string)operand!), StringComparison.Ordinal),
        _ when value is PartialDate date => Fits(date, op, (PartialDate)operand!),
        _ => Fits(Compare(value!, operand!), op),
    };

    private static bool Fits(PartialDate date, ValueOperator op, PartialDate operand) => op switch
    {
        ValueOperator.Eq => operand.Start <= date.Start && date.End <= operand.End,
        ValueOperator.Gt => date.Start > operand.End,
        ValueOperator.Gte => date.Start >= operand.Start,
        ValueOperator.Lt => date.End < operand.Start,
        _ => date.End <= operand.End,
    };

    private static bool Fits(int order, ValueOperator op) => op switch
    {
        ValueOperator.Eq => order == 0,
        ValueOperator.Gt => order > 0,
        ValueOperator.Gte => order >= 0,
        ValueOperator.Lt => order < 0,
        _ => order <= 0,
    };

    private static int Compare(object value, object operand) => (value, operand) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (bool a, bool b) => a.CompareTo(b),
        _ => Convert.ToDecimal(value).CompareTo(Convert.ToDecimal(operand)),
    };

    private int Index(string id) => Enumerable.Range(0, _snapshot.Entities.Capacity).First(e => _snapshot.Entities.Id(e) == id);

    private IEnumerable<EntityStatement> Said(string id) => _snapshot.Entities.Statements(Index(id)).Where(IsChosen);

    private bool IsChosen(Statement statement) => _sources is null || statement.Citations.Any(c => _sources.Contains(c.Document));

    /// <summary>An entity is there if it is stated, or if a chosen document says something about it that is not only a denial of it.</summary>
    private bool Mentioned(int entity)
    {
        if (!_snapshot.Entities.Exists(entity)) return false;
        if (_sources is null) return true;
        return _snapshot.Entities.Statements(entity).Any(s => s.Certainty > Certainty.Denied && IsChosen(s))
            || Enumerable.Range(0, _snapshot.Relations.Capacity).Any(r =>
                (_snapshot.Relations.From(r) == entity || _snapshot.Relations.To(r) == entity) && _snapshot.Relations.Statements(r).Any(IsChosen))
            || _snapshot.Observations.WithDenied.Any(o => (o.Subject == entity || o.By == entity) && o.Statements.Any(IsChosen));
    }

    private bool ExistsThen(int entity)
    {
        var id = _snapshot.Entities.Id(entity);
        if (_day is not { } day || Kind(id).Name != "Ship") return true;
        return (Property(id, "launched") as PartialDate is not { } launched || launched.End <= day)
            && (Property(id, "sunk") as PartialDate is not { } sunk || day <= sunk.Start);
    }

    /// <summary>A relation, as the chosen documents have it.</summary>
    internal sealed class NaiveRelation(Naive graph, int index)
    {
        public RelationKind Kind => graph._snapshot.Relations.Kind(index);

        public string From => graph._snapshot.Entities.Id(graph._snapshot.Relations.From(index));

        public string To => graph._snapshot.Entities.Id(graph._snapshot.Relations.To(index));

        public string Key => graph._snapshot.Relations.Statements(index)[0].RelationKey;

        public string Id => RelationId.Format(Kind.Name, From, To, Key);

        public IEnumerable<RelationStatement> Asserted => graph._snapshot.Relations.Statements(index).Where(s => s.Certainty > Certainty.Denied && graph.IsChosen(s));

        public bool Holds => Asserted.Any() && graph.Entities.Contains(From) && graph.Entities.Contains(To)
            && (graph._day is not { } day || ((First(s => s.ValidFrom) is not { } from || from.End <= day) && (First(s => s.ValidTo) is not { } to || day <= to.Start)));

        public object? Property(string name) => Asserted.Select(s => s.Properties[name]).FirstOrDefault(v => v is not null);

        private PartialDate? First(Func<RelationStatement, PartialDate?> read) => Asserted.Select(read).FirstOrDefault(v => v is not null);
    }
}
