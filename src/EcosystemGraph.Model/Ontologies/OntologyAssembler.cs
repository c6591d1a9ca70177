using EcosystemGraph.Model.Values;
using GraphQLParser.AST;

namespace EcosystemGraph.Model.Ontologies;

/// <summary>Assembles an <see cref="Ontology"/> from parsed SDL, in passes: names, enums, relation properties, types and fields, relations, cross-checks.</summary>
internal sealed class OntologyAssembler(string sdl, GraphQLDocument document, OntologyProblems problems)
{
    private static readonly string[] KnownDirectives = ["node", "relationship", "relationshipProperties", "fulltext", "single", "exists", "region", "contains"];

    private readonly Dictionary<string, EnumDefinition> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityInterface> _interfaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (GraphQLObjectTypeDefinition Node, List<PropertyDefinition> Properties, string? Key)> _relationProperties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (PropertyDefinition Property, string Owner)> _propertyTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityType, Declared> _declared = [];
    private readonly List<GraphQLObjectTypeExtension> _extensions = [];

    public Ontology Assemble()
    {
        CheckDirectives();
        ReadEnums();
        ReadTypeNames();
        ReadRelationProperties();
        foreach (var (type, declared) in _declared) ReadFields(type, declared);
        Inherit();
        var relations = new RelationAssembler(_declared, _relationProperties.ToDictionary(p => p.Key, p => (p.Value.Properties, p.Value.Key)), Resolve, problems).Assemble();
        AttachFields(relations);
        foreach (var kind in _kinds.Values) ReadKindDirectives(kind);
        CheckRootNames();
        CheckFiles();
        return new Ontology(sdl, [.. _kinds.Values], [.. _interfaces.Values], relations, [.. _enums.Values]);
    }

    private void CheckDirectives()
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLDirectiveDefinition or GraphQLScalarTypeDefinition) continue;
            if (definition is not (GraphQLObjectTypeDefinition or GraphQLInterfaceTypeDefinition or GraphQLEnumTypeDefinition or GraphQLObjectTypeExtension))
            {
                problems.Add(ProblemCode.InvalidOntology, definition, $"{definition.Kind} is not part of an ontology; expected type, interface, enum or 'extend type Document'");
            }

            var fields = (definition as GraphQLObjectTypeDefinition)?.Fields ?? (definition as GraphQLInterfaceTypeDefinition)?.Fields ?? (definition as GraphQLObjectTypeExtension)?.Fields;
            foreach (var node in new ASTNode[] { definition }.Concat(fields?.Items ?? []))
            {
                foreach (var directive in (node as IHasDirectivesNode)?.Directives?.Items ?? [])
                {
                    if (!KnownDirectives.Contains(directive.Name.StringValue))
                        problems.Add(ProblemCode.InvalidOntology, directive, $"unknown directive @{directive.Name.StringValue}; expected one of @{string.Join(", @", KnownDirectives)}");
                }
            }
        }
    }

    private void ReadEnums()
    {
        _enums["DocumentType"] = BuiltInDocument.DocumentType;
        foreach (var node in document.Definitions.OfType<GraphQLEnumTypeDefinition>())
        {
            var name = node.Name.StringValue;
            if (!Claim(name, node)) continue;
            var values = new List<EnumValue>();
            foreach (var value in node.Values?.Items ?? [])
            {
                if (values.Any(v => v.Name == value.Name.StringValue)) problems.Add(ProblemCode.Duplicate, value, $"enum {name} has the value {value.Name.StringValue} twice");
                values.Add(new EnumValue(value.Name.StringValue, Text(value.Description)));
            }

            if (values.Count == 0) problems.Add(ProblemCode.InvalidOntology, node, $"enum {name} has no values");
            _enums[name] = new EnumDefinition(name, values, Text(node.Description));
        }
    }

    private bool Claim(string name, ASTNode node)
    {
        if (ReservedNames.Types.Contains(name))
        {
            problems.Add(ProblemCode.NameCollision, node, $"the type name '{name}' is taken by the fixed part of the API; choose another");
            return false;
        }

        if (!char.IsAsciiLetterUpper(name[0]))
        {
            problems.Add(ProblemCode.InvalidOntology, node, $"the type name '{name}' does not start with a capital letter");
            return false;
        }

        if (!_enums.ContainsKey(name) && !_interfaces.ContainsKey(name) && !_kinds.ContainsKey(name) && !_relationProperties.ContainsKey(name)) return true;
        problems.Add(ProblemCode.NameCollision, node, $"the name '{name}' is used by two types of the ontology");
        return false;
    }

    private void ReadTypeNames()
    {
        foreach (var node in document.Definitions.OfType<GraphQLInterfaceTypeDefinition>())
        {
            if (!Claim(node.Name.StringValue, node)) continue;
            var type = new EntityInterface(node.Name.StringValue, Argument(node, "node", "plural"), Text(node.Description));
            _interfaces[type.Name] = type;
            _declared[type] = new Declared(node, node.Fields?.Items ?? [], node.Interfaces?.Items ?? []);
        }

        var documentKind = BuiltInDocument.Create();
        _kinds[documentKind.Name] = documentKind;
        var extensions = document.Definitions.OfType<GraphQLObjectTypeExtension>().ToList();
        foreach (var extension in extensions.Where(e => e.Name.StringValue != documentKind.Name))
            problems.Add(ProblemCode.InvalidOntology, extension, $"'extend type {extension.Name.StringValue}': only Document, the built-in kind, can be extended");
        _extensions.AddRange(extensions.Where(e => e.Name.StringValue == documentKind.Name));
        _declared[documentKind] = new Declared(_extensions.FirstOrDefault(), [.. _extensions.SelectMany(e => e.Fields?.Items ?? [])], [.. _extensions.SelectMany(e => e.Interfaces?.Items ?? [])]);
        foreach (var property in BuiltInDocument.Properties)
        {
            _declared[documentKind].Properties.Add(property);
            _propertyTypes[property.Name] = (property, documentKind.Name);
        }

        foreach (var node in document.Definitions.OfType<GraphQLObjectTypeDefinition>())
        {
            var name = node.Name.StringValue;
            if (Directive(node, "relationshipProperties") is not null)
            {
                if (Claim(name, node)) _relationProperties[name] = (node, [], Argument(node, "relationshipProperties", "key"));
                continue;
            }

            if (!Claim(name, node)) continue;
            var kind = new EntityKind(name, Argument(node, "node", "plural"), Text(node.Description), Argument(node, "node", "file"), (short)_kinds.Count);
            _kinds[name] = kind;
            _declared[kind] = new Declared(node, node.Fields?.Items ?? [], node.Interfaces?.Items ?? []);
        }
    }

    private void ReadRelationProperties()
    {
        foreach (var (name, entry) in _relationProperties)
        {
            foreach (var field in entry.Node.Fields?.Items ?? [])
            {
                var fieldName = field.Name.StringValue;
                if (ReservedNames.RelationFields.Contains(fieldName) || ReservedNames.Columns.Contains(fieldName) || ReservedNames.FilterWords.Contains(fieldName))
                    problems.Add(ProblemCode.NameCollision, field, $"the property '{fieldName}' of {name} is taken by the fixed part of the API; choose another");
                else if (ReadProperty(field, name) is { } property) entry.Properties.Add(property);
            }

            if (entry.Key is { } key && entry.Properties.All(p => p.Name != key))
                problems.Add(ProblemCode.InvalidOntology, entry.Node, $"@relationshipProperties(key: \"{key}\") of {name} names no property of it");
        }
    }

    private void ReadFields(EntityType type, Declared declared)
    {
        var seen = new HashSet<string>(declared.Properties.Select(p => p.Name), StringComparer.Ordinal);
        foreach (var field in declared.Fields)
        {
            var name = field.Name.StringValue;
            if (ReservedNames.EntityFields.Contains(name) || ReservedNames.FilterWords.Contains(name) || ReservedNames.Columns.Contains(name))
            {
                problems.Add(ProblemCode.NameCollision, field, $"the field '{name}' of {type.Name} is taken by the fixed part of the API; choose another");
            }
            else if (!seen.Add(name))
            {
                problems.Add(ProblemCode.NameCollision, field, $"{type.Name} declares the field '{name}' twice");
            }
            else if (Directive(field, "relationship") is { } relationship)
            {
                declared.Relations.Add((field, relationship));
            }
            else if (ReadProperty(field, type.Name) is { } property)
            {
                declared.Properties.Add(property);
            }
        }
    }

    private PropertyDefinition? ReadProperty(GraphQLFieldDefinition field, string owner)
    {
        var name = field.Name.StringValue;
        var (typeName, isList, required) = Unwrap(field.Type);
        PropertyType? type = typeName switch
        {
            "String" => PropertyType.String,
            "ID" => PropertyType.Id,
            "Int" => PropertyType.Int,
            "Float" => PropertyType.Float,
            "Decimal" => PropertyType.Decimal,
            "Boolean" => PropertyType.Boolean,
            "Date" => PropertyType.Date,
            _ => _enums.ContainsKey(typeName) ? PropertyType.Enum : null,
        };
        if (type is null)
        {
            var hint = _kinds.ContainsKey(typeName) || _interfaces.ContainsKey(typeName) ? "a field of an entity type needs @relationship" : "expected String, ID, Int, Float, Decimal, Boolean, Date or an enum";
            problems.Add(ProblemCode.InvalidOntology, field, $"the field '{name}' of {owner} has the type '{typeName}': {hint}");
            return null;
        }

        var property = new PropertyDefinition { Name = name, Type = type.Value, Enum = _enums.GetValueOrDefault(typeName), IsList = isList, Required = required, Description = Text(field.Description) };
        if (_propertyTypes.TryGetValue(name, out var other) && other.Property.TypeText != property.TypeText)
        {
            problems.Add(ProblemCode.TypeConflict, field, $"the property '{name}' has the type {property.TypeText} in {owner} and {other.Property.TypeText} in {other.Owner}; one name has one type");
            return null;
        }

        _propertyTypes.TryAdd(name, (property, owner));
        return property;
    }

    private void Inherit()
    {
        foreach (var kind in _kinds.Values)
        {
            var interfaces = new List<EntityInterface>();
            var pending = new Queue<GraphQLNamedType>(_declared[kind].Interfaces);
            while (pending.TryDequeue(out var reference))
            {
                if (!_interfaces.TryGetValue(reference.Name.StringValue, out var type))
                    problems.Add(ProblemCode.InvalidOntology, reference, $"{kind.Name} implements '{reference.Name.StringValue}', which is not an interface of the ontology");
                else if (!interfaces.Contains(type))
                {
                    interfaces.Add(type);
                    foreach (var parent in _declared[type].Interfaces) pending.Enqueue(parent);
                }
            }

            kind.Interfaces = interfaces;
            kind.Properties = MergeProperties(kind, interfaces);
        }

        foreach (var type in _interfaces.Values)
        {
            type.Kinds = [.. _kinds.Values.Where(k => k.Interfaces.Contains(type))];
            type.Properties = MergeProperties(type, Parents(type));
            if (type.Kinds.Count == 0) problems.Add(ProblemCode.InvalidOntology, _declared[type].Node, $"no kind implements the interface {type.Name}");
        }
    }

    private List<EntityInterface> Parents(EntityInterface type) =>
        [.. _declared[type].Interfaces.Select(i => _interfaces.GetValueOrDefault(i.Name.StringValue)).OfType<EntityInterface>()];

    private List<PropertyDefinition> MergeProperties(EntityType type, IEnumerable<EntityInterface> interfaces)
    {
        var merged = new List<PropertyDefinition>();
        foreach (var property in interfaces.SelectMany(i => _declared[i].Properties).Concat(_declared[type].Properties))
        {
            var at = merged.FindIndex(p => p.Name == property.Name);
            if (at < 0) merged.Add(property);
            else merged[at] = property;
        }

        return merged;
    }

    private EntityType? Resolve(string name) => (EntityType?)_kinds.GetValueOrDefault(name) ?? _interfaces.GetValueOrDefault(name);

    private void AttachFields(IReadOnlyList<RelationKind> relations)
    {
        var byName = relations.ToDictionary(r => r.Name, StringComparer.Ordinal);
        var own = _declared.ToDictionary(d => d.Key, d => d.Value.Relations
            .Select(r => RelationAssembler.Describe(d.Key, r.Field, r.Directive, Resolve, byName))
            .OfType<RelationField>().ToList());
        foreach (var type in _declared.Keys)
        {
            var merged = new List<RelationField>();
            var parents = type is EntityKind kind ? kind.Interfaces : Parents((EntityInterface)type);
            foreach (var field in parents.SelectMany(i => own[i]).Concat(own[type]))
            {
                var at = merged.FindIndex(f => f.Name == field.Name);
                if (at < 0) merged.Add(field);
                else if (!ReferenceEquals(merged[at], field))
                {
                    if (merged[at].Relation != field.Relation || merged[at].Direction != field.Direction || merged[at].Target != field.Target)
                        problems.Add(ProblemCode.NameCollision, _declared[type].Node, $"{type.Name} has two different relation fields named '{field.Name}'");
                    merged[at] = field;
                }
            }

            foreach (var field in merged.Where(f => type.Property(f.Name) is not null))
                problems.Add(ProblemCode.NameCollision, _declared[type].Node, $"{type.Name} has a property and a relation field named '{field.Name}'");
            type.Fields = merged;
        }
    }

    private void ReadKindDirectives(EntityKind kind)
    {
        foreach (var node in _declared.Where(d => d.Key == kind || kind.Interfaces.Contains(d.Key)).OrderBy(d => d.Key is EntityKind).Select(d => d.Value.Node))
        {
            if (node is null) continue;
            if (Directive(node, "fulltext") is { } fulltext)
            {
                var names = List(fulltext, "fields");
                foreach (var name in names.Where(n => kind.Property(n) is not { Type: PropertyType.String }))
                    problems.Add(ProblemCode.InvalidOntology, fulltext, $"@fulltext names '{name}', which is not a text property of {kind.Name}");
                kind.FullTextProperties = [.. kind.FullTextProperties.Union(names)];
            }

            if (Directive(node, "exists") is { } exists)
            {
                kind.ExistsFrom = DateProperty(kind, exists, "from") ?? kind.ExistsFrom;
                kind.ExistsTo = DateProperty(kind, exists, "to") ?? kind.ExistsTo;
            }

            if (Directive(node, "region") is { } region)
            {
                var (property, value) = (Argument(region, "property"), Argument(region, "value"));
                if (property is not null && kind.Property(property) is null)
                    problems.Add(ProblemCode.InvalidOntology, region, $"@region names '{property}', which is not a property of {kind.Name}");
                kind.Region = new RegionRule(property, value);
            }
        }
    }

    private string? DateProperty(EntityKind kind, GraphQLDirective directive, string argument)
    {
        var name = Argument(directive, argument);
        if (name is not null && kind.Property(name) is not { Type: PropertyType.Date, IsList: false })
            problems.Add(ProblemCode.InvalidOntology, directive, $"@exists({argument}: \"{name}\") names no date property of {kind.Name}");
        return name;
    }

    private void CheckRootNames()
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in _kinds.Values.Concat<EntityType>(_interfaces.Values))
        {
            foreach (var name in new[] { type.FieldName, type.PluralName, type.PluralName + "Aggregate" })
            {
                if (type is EntityKind { IsDocument: true })
                {
                    taken[name] = type.Name;
                    continue;
                }

                if (ReservedNames.RootFields.Contains(name))
                    problems.Add(ProblemCode.NameCollision, _declared[type].Node, $"the root field '{name}' of {type.Name} is taken by the fixed part of the API; set @node(plural:) or rename the type");
                else if (!taken.TryAdd(name, type.Name))
                    problems.Add(ProblemCode.NameCollision, _declared[type].Node, $"the root field '{name}' belongs to {taken[name]} and {type.Name}; set @node(plural:)");
            }
        }
    }

    private void CheckFiles()
    {
        var taken = new Dictionary<string, EntityKind>(StringComparer.Ordinal);
        foreach (var kind in _kinds.Values)
        {
            if (!Names.IsSlug(kind.File))
                problems.Add(ProblemCode.InvalidOntology, _declared[kind].Node, $"@node(file: \"{kind.File}\") of {kind.Name} is not a file name; expected a slug of a-z, 0-9 and inner hyphens");
            else if (!taken.TryAdd(kind.File, kind))
                problems.Add(ProblemCode.NameCollision, _declared[kind].Node, $"the file '{kind.File}' belongs to {taken[kind.File].Name} and {kind.Name}; set @node(file:)");
        }
    }

    internal static (string Name, bool IsList, bool Required) Unwrap(GraphQLType type)
    {
        var required = type is GraphQLNonNullType;
        var inner = type is GraphQLNonNullType nonNull ? nonNull.Type : type;
        if (inner is not GraphQLListType list) return (((GraphQLNamedType)inner).Name.StringValue, false, required);
        var item = list.Type is GraphQLNonNullType nonNullItem ? nonNullItem.Type : list.Type;
        return (item is GraphQLNamedType named ? named.Name.StringValue : "a list of lists", true, required);
    }

    internal static GraphQLDirective? Directive(ASTNode node, string name) =>
        (node as IHasDirectivesNode)?.Directives?.Items.FirstOrDefault(d => d.Name.StringValue == name);

    internal static string? Argument(GraphQLDirective? directive, string name) =>
        directive?.Arguments?.Items.FirstOrDefault(a => a.Name.StringValue == name)?.Value switch
        {
            GraphQLStringValue text => text.Value.ToString(),
            GraphQLEnumValue value => value.Name.StringValue,
            GraphQLBooleanValue flag => flag.Value.ToString(),
            _ => null,
        };

    internal static string? Text(GraphQLDescription? description) => description is null ? null : description.Value.ToString().Trim();

    private static string? Argument(ASTNode node, string directive, string name) => Argument(Directive(node, directive), name);

    private static List<string> List(GraphQLDirective directive, string name) =>
        directive.Arguments?.Items.FirstOrDefault(a => a.Name.StringValue == name)?.Value is GraphQLListValue list
            ? [.. (list.Values ?? []).OfType<GraphQLStringValue>().Select(v => v.Value.ToString())]
            : [];

    /// <summary>What one type's own text declares.</summary>
    internal sealed class Declared(ASTNode? node, IReadOnlyList<GraphQLFieldDefinition> fields, IReadOnlyList<GraphQLNamedType> interfaces)
    {
        public ASTNode? Node { get; } = node;

        public IReadOnlyList<GraphQLFieldDefinition> Fields { get; } = fields;

        public IReadOnlyList<GraphQLNamedType> Interfaces { get; } = interfaces;

        public List<PropertyDefinition> Properties { get; } = [];

        public List<(GraphQLFieldDefinition Field, GraphQLDirective Directive)> Relations { get; } = [];
    }
}
