using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Derivations;

/// <summary>The properties that the things of a selection have, those of every thing among them.</summary>
public static class SelectionProperties
{
    private static readonly Dictionary<string, PropertyDefinition> OfEntities = Table(Text("name"), Text("nameZh"), Text("description"), Number("confidence"));

    private static readonly Dictionary<string, PropertyDefinition> OfRelations = Table(Date("validFrom"), Date("validTo"), Number("confidence"));

    private static readonly Dictionary<string, PropertyDefinition> OfObservations = Table(
        Number("value"), Number("confidence"), Date("period"), Text("unit"), Words<Qualifier>("qualifier"), Words<ObservationNature>("nature"));

    /// <summary>The property of that name; null if the things, or the entities at that end of them, have none.</summary>
    public static PropertyDefinition? Find(Ontology ontology, Selection selection, SelectionEnd end, string name)
    {
        ArgumentNullException.ThrowIfNull(ontology);
        return (selection, end) switch
        {
            (EntitySelection { Kind: var kind }, SelectionEnd.Itself) => OfEntities.GetValueOrDefault(name) ?? ontology.Type(kind)?.Kinds.Select(k => k.Property(name)).FirstOrDefault(p => p is not null),
            (RelationSelection { Relation: var relation }, SelectionEnd.Itself) => OfRelations.GetValueOrDefault(name) ?? ontology.Relation(relation)?.Property(name),
            (ObservationSelection, SelectionEnd.Itself) => OfObservations.GetValueOrDefault(name),
            _ => OfEntity(ontology, name),
        };
    }

    /// <summary>The property of that name that entities of any kind may have; null if none has.</summary>
    public static PropertyDefinition? OfEntity(Ontology ontology, string name)
    {
        ArgumentNullException.ThrowIfNull(ontology);
        return OfEntities.GetValueOrDefault(name) ?? ontology.Kinds.Select(k => k.Property(name)).FirstOrDefault(p => p is not null);
    }

    private static Dictionary<string, PropertyDefinition> Table(params PropertyDefinition[] properties) => properties.ToDictionary(p => p.Name, StringComparer.Ordinal);

    private static PropertyDefinition Text(string name) => new() { Name = name, Type = PropertyType.String };

    private static PropertyDefinition Number(string name) => new() { Name = name, Type = PropertyType.Decimal };

    private static PropertyDefinition Date(string name) => new() { Name = name, Type = PropertyType.Date };

    private static PropertyDefinition Words<T>(string name) where T : struct, Enum =>
        new() { Name = name, Type = PropertyType.Enum, Enum = new EnumDefinition(typeof(T).Name, [.. Enum.GetNames<T>().Select(n => new EnumValue(Names.ToUpperSnake(n), null))], null) };
}
