namespace EcosystemGraph.Model.Ontologies;

/// <summary>
/// Which kinds of entity and relation there are, which properties they have and which ends a relation may join.
/// Read from GraphQL SDL by <see cref="OntologyReader"/>; immutable.
/// </summary>
public sealed class Ontology
{
    private readonly Dictionary<string, EntityType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RelationKind> _relations = new(StringComparer.Ordinal);

    internal Ontology(string sdl, IReadOnlyList<EntityKind> kinds, IReadOnlyList<EntityInterface> interfaces, IReadOnlyList<RelationKind> relations,
        IReadOnlyList<EnumDefinition> enums)
    {
        Sdl = sdl;
        Kinds = kinds;
        Interfaces = interfaces;
        Relations = relations;
        Enums = enums;
        foreach (var type in kinds.Concat<EntityType>(interfaces))
        {
            _types[type.Name] = type;
            _types[type.EnumName] = type;
        }

        foreach (var relation in relations) _relations[relation.Name] = relation;
        Properties = kinds.SelectMany(k => k.Properties).Concat(relations.SelectMany(r => r.Properties))
            .GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>The SDL that it was read from.</summary>
    public string Sdl { get; }

    /// <summary>The kinds of entity; the first is <see cref="Document"/>.</summary>
    public IReadOnlyList<EntityKind> Kinds { get; }

    /// <summary>The built-in kind of the documents that facts cite.</summary>
    public EntityKind Document => Kinds[0];

    /// <summary>The interfaces.</summary>
    public IReadOnlyList<EntityInterface> Interfaces { get; }

    /// <summary>The kinds of relation.</summary>
    public IReadOnlyList<RelationKind> Relations { get; }

    /// <summary>The enums.</summary>
    public IReadOnlyList<EnumDefinition> Enums { get; }

    /// <summary>Every property by its name.</summary>
    public IReadOnlyDictionary<string, PropertyDefinition> Properties { get; }

    /// <summary>The kind or interface by its type name or enum name, or null.</summary>
    public EntityType? Type(string name) => _types.GetValueOrDefault(name);

    /// <summary>The kind by its type name or enum name, or null.</summary>
    public EntityKind? Kind(string name) => Type(name) as EntityKind;

    /// <summary>The relation by its name, or null.</summary>
    public RelationKind? Relation(string name) => _relations.GetValueOrDefault(name);

    /// <summary>The kinds whose entities are regions.</summary>
    public IEnumerable<EntityKind> RegionKinds => Kinds.Where(k => k.Region is not null);

    /// <summary>The relations that say that one thing lies in another.</summary>
    public IEnumerable<RelationKind> Containment => Relations.Where(r => r.Contains);
}
