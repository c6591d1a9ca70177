using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Filters;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>Generates the filters of entity types, relation fields and relations.</summary>
internal sealed class FilterTypes(TypeCatalog types, Ontology ontology)
{
    private readonly HashSet<string> _enumFilters = new(StringComparer.Ordinal);

    /// <summary>The filters of a kind, an interface, or of entities of any kind.</summary>
    public void Declare(EntityType? type)
    {
        var input = types.Declare(new EntityFilterInput(TypeNames.Of(type) + "Filter"));
        input.Description = $"What {TypeNames.Of(type)} entities are asked for: all that its fields say.";
        types.Later(() => Fill(input, type, input.Name));
    }

    /// <summary>The filters of a relation kind as seen towards one type of other end.</summary>
    public void Declare(RelationKind relation, EntityType target)
    {
        var name = TypeNames.Of(relation, target);
        var readTarget = new EntityFilterInput(name + "Filter");
        var selection = types.Declare(new RelatedFilterInput(readTarget.Name, readTarget) { Description = $"What {target.Name} entities, related by {relation.Name}, are asked for." });
        var quantified = types.Declare(new ReadInput(name + "ListFilter", fields => fields) { Description = "How many of the related entities must be as asked for." });
        types.Later(() =>
        {
            Fill(readTarget, target, target.Name + "Filter");
            foreach (var field in readTarget.Fields) selection.AddField(field);
            selection.AddField(Field("edge", types.Of(relation.TypeName + "EdgeFilter"), "The relation itself."));
            var item = types.Of(selection.Name);
            quantified.AddField(Field("some", item, "At least one is."));
            quantified.AddField(Field("none", item, "None is."));
            quantified.AddField(Field("all", item, "Each is, or there is none."));
            quantified.AddField(Field("any", types.Of("Boolean"), "There is one at all, or there is none."));
            quantified.AddField(Field("count", types.Of("CountFilter"), "How many there are."));
        });
    }

    /// <summary>The filter of a relation's own properties.</summary>
    public void Declare(RelationKind relation)
    {
        var input = types.Declare(new RelationFilterInput(relation.TypeName + "EdgeFilter"));
        input.Description = $"What {relation.Name} relations are asked for.";
        types.Later(() =>
        {
            var list = types.Of($"[{input.Name}!]");
            input.Add("and", list, "All of these.", v => new AllOfRelations(Items<RelationFilter>(v)));
            input.Add("or", list, "At least one of these.", v => new AnyOfRelations(Items<RelationFilter>(v)));
            input.Add("not", input, "Not this.", v => new RelationNegation((RelationFilter)v));
            BuiltIn("validFrom", "DateFilter", BuiltInField.ValidFrom);
            BuiltIn("validTo", "DateFilter", BuiltInField.ValidTo);
            BuiltIn("confidence", "FloatFilter", BuiltInField.Confidence);
            input.Add("citedBy", types.Of("[ID!]"), "Cited by at least one of these documents.", v => new RelationCitedBy(References.ToDocuments(Items<string>(v))));
            foreach (var property in relation.Properties)
                input.Add(property.Name, types.Of(FilterOf(property)), property.Description, v => new RelationPropertyFilter(property, (ValueCondition)v));
        });

        void BuiltIn(string name, string type, BuiltInField field) =>
            input.Add(name, types.Of(type), null, v => new RelationBuiltInFilter(field, (ValueCondition)v));
    }

    private void Fill(EntityFilterInput input, EntityType? type, string operand)
    {
        var list = types.Of($"[{operand}!]");
        input.Add("and", list, "All of these.", v => new AllOf(Items<EntityFilter>(v)));
        input.Add("or", list, "At least one of these.", v => new AnyOf(Items<EntityFilter>(v)));
        input.Add("not", types.Of(operand), "Not this.", v => new Negation((EntityFilter)v));
        input.Add("id", types.Of("IDFilter"), null, v => References.ToEntities((ValueCondition)v));
        if (type is not EntityKind) input.Add("kind", types.Of("EntityKindFilter"), null, v => Kinds((ValueCondition)v));
        BuiltIn("name", "StringFilter", BuiltInField.Name);
        BuiltIn("nameZh", "StringFilter", BuiltInField.NameZh);
        BuiltIn("aliases", "StringListFilter", BuiltInField.Aliases);
        BuiltIn("description", "StringFilter", BuiltInField.Description);
        BuiltIn("confidence", "FloatFilter", BuiltInField.Confidence);
        if (ontology.Containment.Any())
            input.Add("within", types.Of("ID"), "Lies in this place, through stated and computed containment.", v => new Within(Query.Reference.ToEntity((string)v)));
        input.Add("citedBy", types.Of("[ID!]"), "Cited by at least one of these documents.", v => new CitedBy(References.ToDocuments(Items<string>(v))));
        input.Add("score", types.Of("ScoreFilter"), "Its score for a measure.", v => (EntityFilter)v);
        input.Add("inCommunity", types.Of("CommunityFilter"), "In the same community as an entity.", v => (EntityFilter)v);
        input.Add("observations", types.Of("ObservationFilter"), "There is a figure about it that is as asked for.", v => new ObservedFilter((ObservationFilter)v));
        foreach (var property in type?.Properties ?? [])
            input.Add(property.Name, types.Of(FilterOf(property)), property.Description, v => new PropertyFilter(property, (ValueCondition)v));
        foreach (var field in type?.Fields ?? [])
            input.Add(field.Name, types.Of(TypeNames.Of(field.Relation, field.Target) + "ListFilter"), field.Description, v => Quantified(field, (IDictionary<string, object?>)v));

        void BuiltIn(string name, string filter, BuiltInField field) =>
            input.Add(name, types.Of(filter), null, v => new BuiltInFilter(field, (ValueCondition)v));
    }

    private static FieldType Field(string name, IGraphType type, string description) => new() { Name = name, ResolvedType = type, Description = description };

    private static EntityFilter Quantified(RelationField field, IDictionary<string, object?> fields)
    {
        var filters = new List<EntityFilter>(fields.Count);
        Add("some", Quantifier.Some);
        Add("none", Quantifier.None);
        Add("all", Quantifier.All);
        if (fields.Get<object>("any") is bool any) filters.Add(new HasRelated(field, any));
        if (fields.Get<ValueCondition>("count") is { } count) filters.Add(new RelatedCount(field, count));
        return filters.Count == 1 ? filters[0] : new AllOf(filters);

        void Add(string name, Quantifier quantifier)
        {
            if (fields.Get<RelatedSelection>(name) is { } selection) filters.Add(new RelatedFilter(field, quantifier, selection.Target, selection.Edge));
        }
    }

    private AllOf Kinds(ValueCondition condition)
    {
        var filters = new List<EntityFilter>(condition.Comparisons.Count);
        foreach (var comparison in condition.Comparisons)
        {
            var names = comparison.Operand is object?[] several ? several.OfType<string>() : [(string?)comparison.Operand ?? ""];
            var kinds = new KindIs([.. names.Select(ontology.Type).OfType<EntityType>()]);
            filters.Add(comparison.Operator is ValueOperator.Neq or ValueOperator.Nin ? new Negation(kinds) : kinds);
        }

        return new AllOf(filters);
    }

    private string FilterOf(PropertyDefinition property)
    {
        var name = TypeNames.Scalar(property) + (property.IsList ? "ListFilter" : "Filter");
        if (property.Type == PropertyType.Enum && _enumFilters.Add(name)) DeclareEnumFilter(name, property.Enum!.Name, property.IsList);
        return name;
    }

    private void DeclareEnumFilter(string name, string values, bool list)
    {
        var input = types.Declare(new ReadInput(name, Conditions.Read));
        (string Name, string Type)[] operators = list
            ? [("contains", values), ("containsAny", $"[{values}!]"), ("containsAll", $"[{values}!]")]
            : [("eq", values), ("neq", values), ("in", $"[{values}]"), ("nin", $"[{values}]")];
        foreach (var (op, type) in operators) input.AddField(new FieldType { Name = op, ResolvedType = types.Of(type) });
    }

    private static T[] Items<T>(object value) => [.. ((object?[])value).OfType<T>()];
}
