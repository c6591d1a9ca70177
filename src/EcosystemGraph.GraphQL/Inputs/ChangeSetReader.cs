using EcosystemGraph.Model;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.GraphQL.Inputs;

/// <summary>Reads a change set from the input of <c>apply</c>. What cannot be read is collected, and refused together.</summary>
internal sealed class ChangeSetReader(GraphSnapshot snapshot)
{
    private readonly List<FactProblem> _problems = [];

    /// <summary>Reads the input.</summary>
    /// <exception cref="InvalidChangeException">Something cannot be read.</exception>
    public ChangeSet Read(IDictionary<string, object?> input)
    {
        var id = Names.Normalize(input.Get<string>("id")!);
        var upserts = new List<Fact>();
        upserts.AddRange(Items(input, "entities").Select(Entity));
        upserts.AddRange(Items(input, "relations").Select(Relation));
        upserts.AddRange(Items(input, "observations").Select(Observation));
        var removals = Items(input, "removals").SelectMany(Removals).Distinct().ToList();
        if (id.Length == 0) Refuse(ProblemCode.InvalidId, "id: the change set has no id", new FactKey(FactType.Entity, "", ""), "id");
        if (upserts.Count + removals.Count == 0)
            Refuse(ProblemCode.MissingValue, "the change set is empty; expected entities, relations, observations or removals", new FactKey(FactType.Entity, "", ""), null);
        if (_problems.Count > 0) throw new InvalidChangeException(id, _problems);
        return new ChangeSet { Id = id, Origin = Origin.Mutation, Message = Text(input, "message"), Upserts = Numbered(upserts), Removals = removals };
    }

    private static IEnumerable<IDictionary<string, object?>> Items(IDictionary<string, object?> input, string name) =>
        input.List<IDictionary<string, object?>>(name) ?? [];

    /// <summary>Gives the statements of one subject their order.</summary>
    private static List<Fact> Numbered(List<Fact> facts)
    {
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        return facts.ConvertAll(fact =>
        {
            var subject = fact.Key.Subject;
            var ordinal = next.GetValueOrDefault(subject);
            next[subject] = ordinal + 1;
            return fact with { Ordinal = ordinal, Origin = Origin.Mutation };
        });
    }

    private EntityStatement Entity(IDictionary<string, object?> input)
    {
        var kind = snapshot.Ontology.Kind(input.Get<string>("kind")!)!;
        var statement = new EntityStatement
        {
            Id = Text(input, "id")!,
            Kind = kind.Name,
            Name = Text(input, "name"),
            NameZh = Text(input, "nameZh"),
            Aliases = [.. (input.List<string>("aliases") ?? []).Select(Names.Normalize)],
            Description = Text(input, "description"),
            Certainty = Certainty(input),
            Citations = Citations(input),
            Note = Text(input, "note"),
        };
        return statement with { Properties = Properties(input, kind.Property, kind.Name, statement.Key) };
    }

    private RelationStatement Relation(IDictionary<string, object?> input)
    {
        var kind = snapshot.Ontology.Relation(input.Get<string>("kind")!)!;
        var (from, to) = (Text(input, "from")!, Text(input, "to")!);
        // A symmetric relation is kept with its ends in the order of their ids.
        if (kind.Undirected && string.CompareOrdinal(from, to) > 0) (from, to) = (to, from);
        var statement = new RelationStatement
        {
            Kind = kind.Name,
            From = from,
            To = to,
            RelationKey = Text(input, "key") ?? "",
            ValidFrom = input.Get<PartialDate>("validFrom"),
            ValidTo = input.Get<PartialDate>("validTo"),
            Certainty = Certainty(input),
            Citations = Citations(input),
            Note = Text(input, "note"),
        };
        return statement with { Properties = Properties(input, kind.Property, kind.Name, statement.Key) };
    }

    private static ObservationStatement Observation(IDictionary<string, object?> input) => new()
    {
        Subject = Text(input, "subject")!,
        Indicator = Text(input, "indicator")!,
        By = Text(input, "by"),
        Period = input.Get<PartialDate>("period"),
        Qualifier = EnumText<Qualifier>.Read(input.Get<string>("qualifier") ?? "EXACT"),
        Value = input.Get<object>("value") as decimal?,
        High = input.Get<object>("high") as decimal?,
        Unit = Text(input, "unit") ?? "",
        Nature = EnumText<ObservationNature>.Read(input.Get<string>("nature") ?? "STATED"),
        Certainty = Certainty(input),
        Citations = Citations(input),
        Note = Text(input, "note"),
    };

    private IEnumerable<FactKey> Removals(IDictionary<string, object?> input)
    {
        (FactType Type, string? Subject)[] given = [(FactType.Entity, Text(input, "entity")), (FactType.Relation, Text(input, "relation")), (FactType.Observation, Text(input, "observation"))];
        var named = given.Where(g => g.Subject is not null).ToList();
        if (named is not [var (type, subject)])
        {
            Refuse(ProblemCode.MissingValue, $"a removal names {named.Count} subjects; expected exactly one of entity, relation and observation", new FactKey(FactType.Entity, "", ""), null);
            return [];
        }

        var citations = Citation.Join(Citations(input));
        var keys = new SnapshotLookup(snapshot).KeysOf(type, subject!).Where(k => citations.Length == 0 || k.Citations == citations).ToList();
        if (keys.Count == 0)
        {
            var what = citations.Length == 0 ? "there is no statement" : $"there is no statement by '{citations}'";
            Refuse(ProblemCode.DanglingEnd, $"{what} about '{subject}' to remove", new FactKey(type, subject!, citations), null);
        }

        return keys;
    }

    private PropertyBag Properties(IDictionary<string, object?> input, Func<string, PropertyDefinition?> find, string owner, FactKey key)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var item in Items(input, "properties"))
        {
            var (name, text) = (item.Get<string>("name")!, item.Get<string>("value")!);
            if (find(name) is not { } property) Refuse(ProblemCode.UnknownProperty, $"{owner} has no property '{name}'", key, name);
            else if (!property.TryParse(text, out var value, out var problem)) Refuse(property.Type == PropertyType.Date ? ProblemCode.InvalidDate : ProblemCode.InvalidValue, problem, key, name);
            else if (!values.TryAdd(name, value)) Refuse(ProblemCode.Duplicate, $"the property '{name}' is given twice", key, name);
        }

        return PropertyBag.Create(values);
    }

    private static Certainty Certainty(IDictionary<string, object?> input) => EnumText<Certainty>.Read(input.Get<string>("certainty") ?? "STATED");

    private static Citation[] Citations(IDictionary<string, object?> input) =>
        [.. Items(input, "citations").Select(c => new Citation(Names.Normalize(c.Get<string>("document")!), Names.Normalize(c.Get<string>("locator")!)))];

    /// <summary>A text in the form in which it is kept; a blank one is none.</summary>
    private static string? Text(IDictionary<string, object?> input, string name) =>
        input.Get<string>(name) is { } text && Names.Normalize(text) is { Length: > 0 } normal ? normal : name is "id" or "from" or "to" or "subject" or "indicator" ? "" : null;

    private void Refuse(string code, string message, FactKey key, string? member) => _problems.Add(new FactProblem(code, message, key) { Member = member });
}
