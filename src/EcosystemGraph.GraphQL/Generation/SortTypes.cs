using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Sorts;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>Generates the orders of entity types and relation fields: inputs of exactly one key.</summary>
internal sealed class SortTypes(TypeCatalog types)
{
    /// <summary>The order of a kind, an interface, or of entities of any kind.</summary>
    public void Declare(EntityType? type)
    {
        var input = types.Declare(new OneOfInput<EntitySort>(TypeNames.Of(type) + "Sort"));
        input.Description = "One key of an order; what is equal in all keys is ordered by id.";
        types.Later(() => Fill(input, type));
    }

    /// <summary>The order of a relation field: keys of the other end, or of the relation.</summary>
    public void Declare(RelationKind relation, EntityType target)
    {
        var input = types.Declare(new OneOfInput<EntitySort>(TypeNames.Of(relation, target) + "Sort"));
        input.Description = "One key of an order; what is equal in all keys is ordered by id.";
        types.Later(() =>
        {
            Fill(input, target);
            input.Add("edge", types.Of(relation.TypeName + "EdgeSort"), "By the relation itself.", v => (EntitySort)v);
        });
    }

    /// <summary>The order by a relation's own properties.</summary>
    public void Declare(RelationKind relation)
    {
        var input = types.Declare(new OneOfInput<EntitySort>(relation.TypeName + "EdgeSort"));
        input.Description = $"One key of an order of {relation.Name} relations.";
        types.Later(() =>
        {
            var direction = types.Of("SortDirection");
            input.Add("validFrom", direction, null, v => new ByEdgeBuiltIn(BuiltInField.ValidFrom, IsDescending(v)));
            input.Add("validTo", direction, null, v => new ByEdgeBuiltIn(BuiltInField.ValidTo, IsDescending(v)));
            input.Add("confidence", direction, null, v => new ByEdgeBuiltIn(BuiltInField.Confidence, IsDescending(v)));
            foreach (var property in relation.Properties.Where(p => !p.IsList))
                input.Add(property.Name, direction, property.Description, v => new ByEdgeProperty(property, IsDescending(v)));
        });
    }

    private void Fill(OneOfInput<EntitySort> input, EntityType? type)
    {
        var direction = types.Of("SortDirection");
        input.Add("id", direction, null, v => new ByBuiltIn(BuiltInField.Id, IsDescending(v)));
        if (type is not EntityKind) input.Add("kind", direction, null, v => new ByKind(IsDescending(v)));
        input.Add("name", direction, null, v => new ByBuiltIn(BuiltInField.Name, IsDescending(v)));
        input.Add("nameZh", direction, null, v => new ByBuiltIn(BuiltInField.NameZh, IsDescending(v)));
        input.Add("confidence", direction, null, v => new ByBuiltIn(BuiltInField.Confidence, IsDescending(v)));
        input.Add("score", types.Of("ScoreSort"), "By a measure's score.", v => (EntitySort)v);
        input.Add("observation", types.Of("ObservedSort"), "By a figure.", v => (EntitySort)v);
        foreach (var property in (type?.Properties ?? []).Where(p => !p.IsList))
            input.Add(property.Name, direction, property.Description, v => new ByProperty(property, IsDescending(v)));
        foreach (var field in type?.Fields ?? [])
            input.Add(field.Name, types.Of("RelatedCountSort"), $"By the number of {field.Name}.", v => new ByRelatedCount(field, IsDescending(((IDictionary<string, object?>)v)["count"])));
    }

    internal static bool IsDescending(object? direction) => direction is "DESC";
}
