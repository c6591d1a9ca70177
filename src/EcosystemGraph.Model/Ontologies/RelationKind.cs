using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Ontologies;

/// <summary>The way in which a field follows a relation.</summary>
public enum RelationDirection
{
    /// <summary>From this entity to the other.</summary>
    Out,

    /// <summary>From the other entity to this one.</summary>
    In,

    /// <summary>Either way: the relation is symmetric.</summary>
    Undirected,
}

/// <summary>A kind of relation.</summary>
public sealed class RelationKind
{
    private readonly HashSet<(short From, short To)> _pairs;

    internal RelationKind(string name, short index, bool undirected, bool contains, string? propertiesType, string? keyProperty,
        IReadOnlyList<PropertyDefinition> properties, HashSet<(short From, short To)> pairs, string? description)
    {
        Name = name;
        TypeName = Names.ToPascal(name);
        Index = index;
        Undirected = undirected;
        Contains = contains;
        PropertiesType = propertiesType;
        KeyProperty = keyProperty;
        Properties = properties;
        Description = description;
        _pairs = pairs;
    }

    /// <summary>The name: <c>MEMBER_OF</c>.</summary>
    public string Name { get; }

    /// <summary>The name as a type: <c>MemberOf</c>.</summary>
    public string TypeName { get; }

    /// <summary>The kind's place in <see cref="Ontology.Relations"/>.</summary>
    public short Index { get; }

    /// <summary>True if the relation is symmetric.</summary>
    public bool Undirected { get; }

    /// <summary>True if the start of the relation lies in its end.</summary>
    public bool Contains { get; }

    /// <summary>The type of the ontology that declares the properties, or null.</summary>
    public string? PropertiesType { get; }

    /// <summary>The property that tells relations of one pair apart, or null.</summary>
    public string? KeyProperty { get; }

    /// <summary>The relation's own properties.</summary>
    public IReadOnlyList<PropertyDefinition> Properties { get; }

    /// <summary>What it means.</summary>
    public string? Description { get; }

    /// <summary>The bundle's file for it, without folder and ending: <c>member_of</c>.</summary>
    public string File => Name.ToLowerInvariant();

    /// <summary>Every pair of kinds that it may join.</summary>
    public IReadOnlyCollection<(short From, short To)> Pairs => _pairs;

    /// <summary>True if it may lead from an entity of one kind to an entity of another.</summary>
    public bool Allows(EntityKind from, EntityKind to) =>
        _pairs.Contains((from.Index, to.Index)) || (Undirected && _pairs.Contains((to.Index, from.Index)));

    /// <summary>The property of that name, or null.</summary>
    public PropertyDefinition? Property(string name) => Properties.FirstOrDefault(p => p.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A field by which one end of a relation sees the other.</summary>
/// <param name="Name">The field's name: <c>memberships</c>.</param>
/// <param name="Owner">The type that declares it.</param>
/// <param name="Relation">The relation.</param>
/// <param name="Direction">The way in which it is followed.</param>
/// <param name="Target">The type of the other end; ends of other kinds are not seen through this field.</param>
/// <param name="Single">True if there is at most one other end at a time: two documents that name two disagree.</param>
/// <param name="Description">What it gives.</param>
public sealed record RelationField(string Name, EntityType Owner, RelationKind Relation, RelationDirection Direction, EntityType Target, bool Single, string? Description)
{
    /// <summary>True if the field leaves out no relation of the kind that an entity of the owner's type can have in its direction.</summary>
    public bool TakesAll { get; } = Relation.Pairs.All(pair => Direction switch
    {
        RelationDirection.Out => !Holds(Owner, pair.From) || Holds(Target, pair.To),
        RelationDirection.In => !Holds(Owner, pair.To) || Holds(Target, pair.From),
        _ => (!Holds(Owner, pair.From) || Holds(Target, pair.To)) && (!Holds(Owner, pair.To) || Holds(Target, pair.From)),
    });

    private static bool Holds(EntityType type, short kind) => type.Kinds.Any(k => k.Index == kind);
}
