using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.GraphQL.Resolvers;
using EcosystemGraph.GraphQL.Scalars;
using EcosystemGraph.Model.Ontologies;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>Generates a schema from an ontology: the fixed part, and what kinds, interfaces and relations add to it.</summary>
internal static class SchemaGenerator
{
    public static GeneratedSchema Generate(Ontology ontology, GraphServices services)
    {
        var types = new TypeCatalog();
        var resolvers = new ResolverTable();
        var entities = new EntityTypes(types, resolvers, ontology);
        var relations = new RelationTypes(types, resolvers, ontology, entities);
        AddResolvers(resolvers);
        DeclareFixed(types, resolvers, ontology, services);
        DeclareEnums(types, ontology);
        DeclareEntities(types, ontology, entities);
        DeclareRelations(types, ontology, relations);
        types.Fill();
        entities.Implement();
        relations.Implement();
        resolvers.ThrowIfUnused();

        // Tools may ask for deprecated input values; without the feature the question is an error.
        var schema = new Schema { Features = { DeprecationOfInputValues = true }, Query = types.Named<ObjectGraphType>("Query"), Mutation = types.Named<ObjectGraphType>("Mutation") };
        // Implementers are reached through interfaces only; the schema has to be told of them.
        foreach (var kind in ontology.Kinds) schema.RegisterType(types.Named<ObjectGraphType>(kind.Name));
        foreach (var relation in ontology.Relations) schema.RegisterType(types.Named<ObjectGraphType>(relation.TypeName));
        schema.Initialize();
        return new GeneratedSchema(ontology, schema, services.Limits.MaxCachedDocuments);
    }

    private static void AddResolvers(ResolverTable resolvers)
    {
        RootResolvers.Add(resolvers);
        EntityResolvers.Add(resolvers);
        ClaimResolvers.Add(resolvers);
        DerivationResolvers.Add(resolvers);
        ObservationResolvers.Add(resolvers);
        TraversalResolvers.Add(resolvers);
        AnalyticsResolvers.Add(resolvers);
        CommunityResolvers.Add(resolvers);
        HubResolvers.Add(resolvers);
        AggregateResolvers.Add(resolvers);
        ChangeResolvers.Add(resolvers);
    }

    private static void DeclareFixed(TypeCatalog types, ResolverTable resolvers, Ontology ontology, GraphServices services)
    {
        var inputs = new FixedInputs(new ScoreResolvers(services.Centrality));
        var scalars = new ScalarGraphType[] { new DateScalar(), new DecimalGraphType(), new LongGraphType(), new JsonScalar() }.ToDictionary(s => s.Name);
        var hasRegions = ontology.RegionKinds.Any() && ontology.Containment.Any();
        new ApiReader(types, resolvers, inputs.Create).Declare(scalars, (type, field) => type == "Query" && field == "hubs" && !hasRegions);
    }

    private static void DeclareEnums(TypeCatalog types, Ontology ontology)
    {
        Declare("EntityKind", "The kinds of entity.", ontology.Kinds.Select(k => (k.EnumName, k.Description)));
        Declare("RelationKind", "The kinds of relation.", ontology.Relations.Select(r => (r.Name, r.Description)));
        Declare("Measure", "The measures; each says by its scope what it gives numbers to.", MeasureCatalog.All.Select(m => (m.EnumName, (string?)m.Description)));
        Declare("CommunityAlgorithm", "The measures that give groups of entities.", MeasureCatalog.Of(MeasureScope.Partition).Select(m => (m.EnumName, (string?)m.Description)));
        foreach (var values in ontology.Enums) Declare(values.Name, values.Description, values.Values.Select(v => (v.Name, v.Description)));
        MeasureParameterTypes.Declare(types);

        void Declare(string name, string? description, IEnumerable<(string Name, string? Description)> values)
        {
            var type = types.Declare(new EnumerationGraphType { Name = name, Description = description });
            foreach (var (value, meaning) in values) type.Add(value, value, meaning);
        }
    }

    private static void DeclareEntities(TypeCatalog types, Ontology ontology, EntityTypes entities)
    {
        var filters = new FilterTypes(types, ontology);
        var sorts = new SortTypes(types);
        var aggregates = new AggregateTypes(types, ontology);
        var roots = new RootFields(types);
        foreach (var type in ontology.Interfaces) entities.Declare(type);
        foreach (var kind in ontology.Kinds) entities.Declare(kind);
        foreach (var type in new EntityType?[] { null }.Concat(ontology.Interfaces).Concat(ontology.Kinds))
        {
            filters.Declare(type);
            sorts.Declare(type);
            aggregates.Declare(type);
            roots.DeclareConnection(type);
            if (type is not null) roots.Declare(type);
        }

        foreach (var relation in ontology.Relations)
        {
            filters.Declare(relation);
            sorts.Declare(relation);
            aggregates.Declare(relation);
        }

        foreach (var (relation, target) in Followed(ontology))
        {
            filters.Declare(relation, target);
            sorts.Declare(relation, target);
            aggregates.Declare(relation, target);
        }
    }

    private static void DeclareRelations(TypeCatalog types, Ontology ontology, RelationTypes relations)
    {
        foreach (var relation in ontology.Relations) relations.Declare(relation);
        foreach (var (relation, target) in Followed(ontology)) relations.Declare(relation, target);
    }

    /// <summary>Each relation with each type of entity that a field leads to, in the order of the ontology.</summary>
    private static IEnumerable<(RelationKind Relation, EntityType Target)> Followed(Ontology ontology) =>
        ontology.Interfaces.Concat<EntityType>(ontology.Kinds).SelectMany(t => t.Fields).Select(f => (f.Relation, f.Target)).Distinct();
}
