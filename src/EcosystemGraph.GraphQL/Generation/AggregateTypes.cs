using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Aggregates;
using GraphQL;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>Generates aggregates: what to group by, and what a group says.</summary>
internal sealed class AggregateTypes(TypeCatalog types, Ontology ontology)
{
    /// <summary>The aggregate of a kind, an interface, or of entities of any kind.</summary>
    public void Declare(EntityType? type)
    {
        var name = TypeNames.Of(type);
        var key = types.Declare(new OneOfInput<NamedGroupKey>(name + "GroupKey") { Description = $"One key by which {name} entities are grouped." });
        var group = types.Declare(new ObjectGraphType { Name = name + "Aggregate", Description = $"A group of {name} entities." });
        var related = type is null ? null : types.Declare(new OneOfInput<RelatedKey>(name + "RelatedGroupKey") { Description = $"One key by which what is related to {name} entities is grouped." });
        types.Later(() =>
        {
            FillKeys(type, key.Add);
            if (related is not null)
            {
                related.Add("entity", types.Of("Boolean"), "By the related entity itself.", v => v is true ? new RelatedKey(null) : new RelatedKey(NamedGroupKey.On("entity", v, new ByKindKey())));
                FillKeys(type, (n, t, d, read) => related.Add(n, t, d, v => new RelatedKey(read(v))));
            }

            FillGroup(group, type);
            AddTo<EntityConnection>(name, name + "Connection", AggregateNode.Of);
        });
    }

    /// <summary>The summaries of a relation's own properties.</summary>
    public void Declare(RelationKind relation)
    {
        if (!HasSummaries(relation)) return;
        var group = types.Declare(new ObjectGraphType { Name = relation.TypeName + "EdgeAggregate", Description = $"Summaries of {relation.Name} relations." });
        types.Later(() =>
        {
            foreach (var property in relation.Properties)
                Summarize(group, property, p => new FieldResolver<AggregateNode>((g, _) => p.IsNumber ? g.Group.EdgeNumbers(p) : g.Group.EdgeDates(p)));
        });
    }

    /// <summary>The aggregate of a relation field.</summary>
    public void Declare(RelationKind relation, EntityType target)
    {
        var name = TypeNames.Of(relation, target);
        var key = types.Declare(new OneOfInput<NamedGroupKey>(name + "GroupKey") { Description = $"One key by which {target.Name} entities, related by {relation.Name}, are grouped." });
        var edge = relation.Properties.Count == 0 ? null : DeclareEdgeKey(relation);
        var group = types.Declare(new ObjectGraphType { Name = name + "Aggregate", Description = $"A group of {target.Name} entities, related by {relation.Name}." });
        types.Later(() =>
        {
            FillKeys(target, key.Add);
            if (edge is not null) key.Add("edge", types.Of(edge), "By the relation itself.", v => (NamedGroupKey)v);
            FillGroup(group, target);
            if (HasSummaries(relation))
            {
                group.AddField(new FieldType
                {
                    Name = "edge",
                    Description = "The relations themselves.",
                    ResolvedType = types.Of(relation.TypeName + "EdgeAggregate!"),
                    Resolver = new FieldResolver<AggregateNode>((g, _) => g),
                });
            }

            AddTo<RelatedConnection>(name, name + "Connection", AggregateNode.Of);
        });
    }

    private string DeclareEdgeKey(RelationKind relation)
    {
        var name = relation.TypeName + "EdgeGroupKey";
        if (types.Has(name)) return name;
        var key = types.Declare(new OneOfInput<NamedGroupKey>(name) { Description = $"One key by which {relation.Name} relations are grouped." });
        types.Later(() =>
        {
            foreach (var property in relation.Properties)
                key.Add(property.Name, types.Of("Boolean"), property.Description, v => NamedGroupKey.On($"edge.{property.Name}", v, new ByEdgePropertyKey(property)));
        });
        return name;
    }

    private void FillKeys(EntityType? type, Action<string, IGraphType, string?, Func<object, NamedGroupKey>> add)
    {
        var flag = types.Of("Boolean");
        add("kind", flag, "By kind.", v => NamedGroupKey.On("kind", v, new ByKindKey()));
        if (ontology.Containment.Any())
        {
            add("within", types.Of("EntityKind"), "By each place of this kind in which it lies.",
                v => new NamedGroupKey($"within {v}", new ByWithinKey(ontology.Type((string)v)!)));
        }

        foreach (var property in type?.Properties ?? [])
        {
            if (property is { Type: PropertyType.Date, IsList: false })
            {
                add(property.Name, types.Of("DateGrouping"), property.Description, v => v is "YEAR"
                    ? new NamedGroupKey($"{property.Name} year", new ByYearKey(property))
                    : new NamedGroupKey(property.Name, new ByPropertyKey(property)));
            }
            else
            {
                add(property.Name, flag, property.Description, v => NamedGroupKey.On(property.Name, v, new ByPropertyKey(property)));
            }
        }

        foreach (var field in type?.Fields ?? [])
            add(field.Name, types.Of(field.Target.Name + "RelatedGroupKey"), field.Description, v => NamedGroupKey.Through(field, (RelatedKey)v));
    }

    private void FillGroup(ObjectGraphType group, EntityType? type)
    {
        group.AddField(new FieldType { Name = "keys", Description = "What the members share, in the order of groupBy.", ResolvedType = types.Of("[AggregateKey!]!"), Resolver = new FieldResolver<AggregateNode>((g, _) => g.Keys) });
        group.AddField(new FieldType { Name = "count", Description = "How many members there are.", ResolvedType = types.Of("Int!"), Resolver = new FieldResolver<AggregateNode>((g, _) => g.Group.Count) });
        foreach (var property in type?.Properties ?? [])
            Summarize(group, property, p => new FieldResolver<AggregateNode>((g, _) => p.IsNumber ? g.Group.Numbers(p) : g.Group.Dates(p)));
    }

    private void Summarize(ObjectGraphType group, PropertyDefinition property, Func<PropertyDefinition, FieldResolver<AggregateNode>> resolver)
    {
        if (!IsSummarized(property)) return;
        group.AddField(new FieldType
        {
            Name = property.Name,
            Description = property.Description,
            ResolvedType = types.Of(property.IsNumber ? "NumberSummary" : "DateSummary"),
            Resolver = resolver(property),
        });
    }

    private void AddTo<TConnection>(string name, string connection, Func<TConnection, IResolveFieldContext, object> aggregate) =>
        types.Named<ObjectGraphType>(connection).AddField(new FieldType
        {
            Name = "aggregate",
            Description = "Counts and summaries of the whole list, whatever the page.",
            ResolvedType = types.Of($"[{name}Aggregate!]!"),
            Arguments = [new QueryArgument(types.Of($"[{name}GroupKey!]")) { Name = "groupBy" }],
            Resolver = new FieldResolver<TConnection>(aggregate),
        });

    private static bool HasSummaries(RelationKind relation) => relation.Properties.Any(IsSummarized);

    private static bool IsSummarized(PropertyDefinition property) => property.IsNumber || property is { Type: PropertyType.Date, IsList: false };
}
