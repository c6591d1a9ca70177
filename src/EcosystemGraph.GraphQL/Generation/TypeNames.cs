using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>How generated types are named.</summary>
internal static class TypeNames
{
    /// <summary>The name that the types of an entity type begin with; null stands for entities of any kind.</summary>
    public static string Of(EntityType? type) => type?.Name ?? "Entity";

    /// <summary>The name that the types of a relation towards a type of entity begin with: <c>MemberOfOrganisation</c>.</summary>
    public static string Of(RelationKind relation, EntityType target) => relation.TypeName + target.Name;

    /// <summary>The API's type of a property's values, lists left aside.</summary>
    public static string Scalar(PropertyDefinition property) => property.Type switch
    {
        PropertyType.Enum => property.Enum!.Name,
        PropertyType.Id => "ID",
        _ => property.Type.ToString(),
    };
}
