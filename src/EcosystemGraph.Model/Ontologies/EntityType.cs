using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Ontologies;

/// <summary>A kind of entity, or an interface that several kinds share: both have properties and relation fields, and both may be ends of relations.</summary>
public abstract class EntityType
{
    private protected EntityType(string name, string? plural, string? description)
    {
        Name = name;
        EnumName = Names.ToUpperSnake(name);
        FieldName = Names.ToCamel(name);
        PluralName = plural ?? Names.ToPlural(FieldName);
        Description = description;
    }

    /// <summary>The type's name: <c>OpenInnovationPlatform</c>.</summary>
    public string Name { get; }

    /// <summary>The name in enums: <c>OPEN_INNOVATION_PLATFORM</c>.</summary>
    public string EnumName { get; }

    /// <summary>The root field of one: <c>openInnovationPlatform</c>.</summary>
    public string FieldName { get; }

    /// <summary>The root field of many: <c>openInnovationPlatforms</c>.</summary>
    public string PluralName { get; }

    /// <summary>What it is.</summary>
    public string? Description { get; }

    /// <summary>Own and inherited properties, by name in the order of declaration.</summary>
    public IReadOnlyList<PropertyDefinition> Properties { get; internal set; } = [];

    /// <summary>Own and inherited relation fields.</summary>
    public IReadOnlyList<RelationField> Fields { get; internal set; } = [];

    /// <summary>The kinds that it stands for: itself, or an interface's implementers, in the order of the ontology.</summary>
    public IReadOnlyList<EntityKind> Kinds { get; internal set; } = [];

    /// <summary>The property of that name, or null.</summary>
    public PropertyDefinition? Property(string name) => Properties.FirstOrDefault(p => p.Name == name);

    /// <summary>The relation field of that name, or null.</summary>
    public RelationField? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>An interface: what several kinds have in common.</summary>
public sealed class EntityInterface : EntityType
{
    internal EntityInterface(string name, string? plural, string? description) : base(name, plural, description)
    {
    }
}

/// <summary>A kind of entity.</summary>
public sealed class EntityKind : EntityType
{
    internal EntityKind(string name, string? plural, string? description, string? file, short index) : base(name, plural, description)
    {
        File = file ?? Names.ToKebab(name);
        Index = index;
        Kinds = [this];
    }

    /// <summary>The kind's place in <see cref="Ontology.Kinds"/>.</summary>
    public short Index { get; }

    /// <summary>The bundle's file for it, without folder and ending: <c>open-innovation-platform</c>.</summary>
    public string File { get; }

    /// <summary>The interfaces that it implements.</summary>
    public IReadOnlyList<EntityInterface> Interfaces { get; internal set; } = [];

    /// <summary>Text properties that are searched beside names and descriptions.</summary>
    public IReadOnlyList<string> FullTextProperties { get; internal set; } = [];

    /// <summary>The date property from which entities of the kind exist, or null: always.</summary>
    public string? ExistsFrom { get; internal set; }

    /// <summary>The date property until which they exist, or null: for ever.</summary>
    public string? ExistsTo { get; internal set; }

    /// <summary>Set if entities of the kind are regions.</summary>
    public RegionRule? Region { get; internal set; }

    /// <summary>True for <see cref="Ontology.Document"/>.</summary>
    public bool IsDocument => Index == 0;
}

/// <summary>Which entities of a region kind are shown side by side unless asked otherwise: those whose property has the value; all if both are null.</summary>
/// <param name="Property">A property of the kind.</param>
/// <param name="Value">The value, as text.</param>
public sealed record RegionRule(string? Property, string? Value);
