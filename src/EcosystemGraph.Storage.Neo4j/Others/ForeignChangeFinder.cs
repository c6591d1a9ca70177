using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Storage.Neo4j.Rows;
using EcosystemGraph.Storage.Neo4j.Writing;

namespace EcosystemGraph.Storage.Neo4j.Others;

/// <summary>
/// Compares what people see in the database with what the graph makes of its facts there. What is more or other than that, somebody else has written: it becomes
/// statements, where it says its citation, or problems.
/// </summary>
internal sealed class ForeignChangeFinder
{
    private static readonly HashSet<string> EntityMembers = new(StringComparer.Ordinal) { "id", "name", "nameZh", "aliases", "description", "cite", "certainty" };
    private static readonly HashSet<string> RelationMembers = new(StringComparer.Ordinal) { "key", "validFrom", "validTo", "cite", "certainty" };

    private readonly Ontology _ontology;
    private readonly Dictionary<string, (string Kind, Dictionary<string, object?> Properties, int Ordinal)> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<RelationEnds, (Dictionary<string, object?> Properties, int Ordinal)> _relations = [];

    /// <summary>Prepares what is expected. O(rows of the snapshot).</summary>
    public ForeignChangeFinder(GraphSnapshot snapshot)
    {
        _ontology = snapshot.Ontology;
        using var encoder = new RowEncoder();
        var rows = snapshot.Rows().Where(f => f.Key.Type is FactType.Entity or FactType.Relation).GroupBy(f => SubjectKey.Of(f.Key));
        foreach (var subject in rows)
        {
            Fact[] facts = [.. subject];
            if (subject.Key.Type == FactType.Entity && Folding.Effective<EntityStatement>(facts) is { Length: > 0 } entity && entity[0].Certainty > Certainty.Denied)
                _entities.Add(subject.Key.Id, (entity[0].Kind, encoder.Entity(entity, 0, null), entity.Min(s => s.Ordinal)));
            else if (subject.Key.Type == FactType.Relation && Folding.Effective<RelationStatement>(facts) is { Length: > 0 } relation && relation[0].Certainty > Certainty.Denied)
                _relations.Add(RelationEnds.Parse(subject.Key.Id), (encoder.Relation(relation, 0, null), relation.Min(s => s.Ordinal)));
        }
    }

    /// <summary>What others have stated.</summary>
    public List<ForeignStatement> Statements { get; } = [];

    /// <summary>What others have done that cannot be taken.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Relationships of others that say what the graph has already.</summary>
    public List<string> Redundant { get; } = [];

    /// <summary>Compares. O(entities + relations).</summary>
    public void Compare(SeenGraph seen)
    {
        var entities = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in seen.Entities)
        {
            if (node.Id is { } id) entities.Add(id);
            CompareEntity(node, false);
        }

        foreach (var node in seen.Strays) CompareEntity(node, true);
        foreach (var (id, expected) in _entities)
        {
            if (!entities.Contains(id)) Problems.Add($"(:{expected.Kind} {{id: '{id}'}}) was deleted in Neo4j; the graph still has it: remove it by apply, or load the bundle into an empty database");
        }

        var relations = new HashSet<RelationEnds>();
        foreach (var relation in seen.Relations)
        {
            if (relation is { From: { } from, To: { } to } && relation.IsOurs) relations.Add(new RelationEnds(relation.Kind, from, to, relation.Key));
            CompareRelation(relation);
        }

        foreach (var ends in _relations.Keys)
        {
            if (!relations.Contains(ends))
                Problems.Add($"({{id: '{ends.From}'}})-[:{ends.Kind}]->({{id: '{ends.To}'}}) was deleted in Neo4j; the graph still has it: remove it by apply, or load the bundle into an empty database");
        }
    }

    private void CompareEntity(SeenNode node, bool isStray)
    {
        string[] labels = [.. node.Labels.Where(l => l != "Entity")];
        if (node.Id is not { } id)
        {
            Refuse(node.Place, "it has no id; expected a text such as 'baidu' in its property 'id'");
            return;
        }

        var isKnown = _entities.TryGetValue(id, out var expected);
        if (!isKnown && labels.Length == 0 && node.Properties.Count == 1) return;
        string[] kinds = [.. labels.Where(l => _ontology.Kind(l)?.Name == l)];
        if (kinds.Length != 1)
        {
            Refuse(node.Place, $"it has {(kinds.Length == 0 ? "no kind of the ontology" : "several kinds")} among its labels; expected one");
            return;
        }

        if (isKnown && expected.Kind != kinds[0])
        {
            Refuse(node.Place, $"its kind was changed from {expected.Kind}; an id keeps its kind");
            return;
        }

        if (isKnown && isStray)
        {
            Refuse(node.Place, "there is an :Entity of this id already");
            return;
        }

        var changed = Changed(node.Properties, isKnown ? expected.Properties : [], node.Place);
        if (changed is null or { Count: 0 } && isKnown) return;
        if (changed is null || Citations(node.Properties, isKnown ? expected.Properties : [], node.Place) is not { } citations) return;
        if (ReadEntity(node, kinds[0], id, changed, citations) is { } statement)
            Statements.Add(new ForeignStatement(statement with { Ordinal = isKnown ? expected.Ordinal - 1 : 0 }, node.Place, node.Element, isStray, false));
    }

    private EntityStatement? ReadEntity(SeenNode node, string kind, string id, Dictionary<string, object?> changed, Citation[] citations)
    {
        var problems = new List<string>();
        var properties = ReadProperties(changed, EntityMembers, name => _ontology.Kind(kind)!.Property(name), kind, problems);
        var name = Text("name");
        var nameZh = Text("nameZh");
        var description = Text("description");
        var aliases = changed.GetValueOrDefault("aliases") is IReadOnlyList<object?> items ? items.OfType<string>().ToArray() : [];
        if (problems.Count > 0)
        {
            Refuse(node.Place, string.Join("; ", problems));
            return null;
        }

        return new EntityStatement { Id = id, Kind = kind, Name = name, NameZh = nameZh, Description = description, Aliases = aliases, Properties = properties, Citations = citations };

        string? Text(string member)
        {
            if (changed.GetValueOrDefault(member) is not { } value) return null;
            var text = NaturalReader.ReadText(member, value, out var problem);
            if (problem is not null) problems.Add(problem);
            return text;
        }
    }

    private void CompareRelation(SeenRelation relation)
    {
        if (relation.From is null || relation.To is null)
        {
            Refuse(relation.Place, "one of its ends has no id");
            return;
        }

        if (_ontology.Relation(relation.Kind) is not { } kind)
        {
            Refuse(relation.Place, $"'{relation.Kind}' is not a kind of relation of the ontology");
            return;
        }

        var ends = new RelationEnds(relation.Kind, relation.From, relation.To, relation.Key);
        var isKnown = _relations.TryGetValue(ends, out var expected);
        if (!isKnown && relation.IsOurs)
        {
            Refuse(relation.Place, $"its key was changed to '{relation.Key}'");
            return;
        }

        var changed = Changed(relation.Properties, isKnown ? expected.Properties : [], relation.Place, ignoreMissing: !relation.IsOurs);
        if (changed is null) return;
        if (isKnown && changed.Count == 0)
        {
            if (!relation.IsOurs) Redundant.Add(relation.Element);
            return;
        }

        if (Citations(relation.Properties, isKnown ? expected.Properties : [], relation.Place) is not { } citations) return;
        var problems = new List<string>();
        var properties = ReadProperties(changed, RelationMembers, kind.Property, kind.Name, problems);
        Model.Values.PartialDate? validFrom = Date("validFrom"), validTo = Date("validTo");
        if (problems.Count > 0)
        {
            Refuse(relation.Place, string.Join("; ", problems));
            return;
        }

        var statement = new RelationStatement
        {
            Kind = relation.Kind,
            From = relation.From,
            To = relation.To,
            RelationKey = relation.Key,
            ValidFrom = validFrom,
            ValidTo = validTo,
            Properties = properties,
            Citations = citations,
            Ordinal = isKnown ? expected.Ordinal - 1 : 0,
        };
        Statements.Add(new ForeignStatement(statement, relation.Place, relation.Element, false, !relation.IsOurs));

        Model.Values.PartialDate? Date(string member)
        {
            if (changed.GetValueOrDefault(member) is not { } value) return null;
            if (Model.Values.PartialDate.TryParse(value as string, out var date, out var problem)) return date;
            problems.Add($"{member}: {problem}");
            return null;
        }
    }

    /// <summary>What is more or other than expected; null if something expected is gone, which is a problem.</summary>
    private Dictionary<string, object?>? Changed(
        IReadOnlyDictionary<string, object?> seen, IReadOnlyDictionary<string, object?> expected, string place, bool ignoreMissing = false)
    {
        var changed = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in seen)
        {
            if (!IsOwn(name) && !(expected.TryGetValue(name, out var held) && NaturalReader.AreSame(held, value))) changed.Add(name, value);
        }

        // The citation alone says nothing.
        if (expected.Count > 0 && changed.Count == 1 && changed.ContainsKey("cite"))
        {
            Refuse(place, "its property 'cite' was changed and nothing else; a citation supports a statement: set the property that it states too");
            return null;
        }

        string[] missing = ignoreMissing ? [] : [.. expected.Keys.Where(name => !IsOwn(name) && !seen.ContainsKey(name))];
        if (missing.Length == 0) return changed;
        Refuse(place, $"'{string.Join("', '", missing)}' was removed; the graph still has it: remove a statement by apply");
        return null;
    }

    private Citation[]? Citations(IReadOnlyDictionary<string, object?> seen, IReadOnlyDictionary<string, object?> expected, string place)
    {
        var citations = NaturalReader.ReadCitations(seen.GetValueOrDefault("cite"), out var problem);
        if (problem is null && expected.GetValueOrDefault("cite") is string before)
        {
            var held = Citation.Split(before).ToHashSet();
            citations = [.. citations.Where(c => !held.Contains(c))];
            if (citations.Length == 0) problem = "its property 'cite' has no citation for what was changed; set it to the document#locator that says so";
        }

        if (problem is null) return citations;
        Refuse(place, problem);
        return null;
    }

    private static PropertyBag ReadProperties(
        Dictionary<string, object?> changed, HashSet<string> members, Func<string, PropertyDefinition?> find, string owner, List<string> problems)
    {
        var properties = new List<KeyValuePair<string, object>>();
        foreach (var (name, value) in changed)
        {
            if (members.Contains(name) || value is null) continue;
            if (find(name) is not { } definition) problems.Add($"'{name}' is not a property of {owner}");
            else if (NaturalReader.Read(definition, value, out var problem) is { } parsed) properties.Add(KeyValuePair.Create(name, parsed));
            else problems.Add(problem!);
        }

        return PropertyBag.Create(properties);
    }

    private void Refuse(string place, string why) => Problems.Add($"{place} was written in Neo4j and not taken: {why}");

    private static bool IsOwn(string name) => name.Length > 0 && name[0] == '_';
}
