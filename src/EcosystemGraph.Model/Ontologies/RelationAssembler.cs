using GraphQLParser.AST;

namespace EcosystemGraph.Model.Ontologies;

/// <summary>Assembles the relation kinds from the fields that declare them, and checks that both ends agree.</summary>
internal sealed class RelationAssembler(
    IReadOnlyDictionary<EntityType, OntologyAssembler.Declared> declared,
    IReadOnlyDictionary<string, (List<PropertyDefinition> Properties, string? Key)> propertyTypes,
    Func<string, EntityType?> resolve,
    OntologyProblems problems)
{
    public IReadOnlyList<RelationKind> Assemble()
    {
        var ends = new Dictionary<string, List<End>>(StringComparer.Ordinal);
        foreach (var (type, own) in declared)
        {
            foreach (var (field, directive) in own.Relations)
            {
                if (ReadEnd(type, field, directive) is not { } end) continue;
                if (!ends.TryGetValue(end.Relation, out var list)) ends[end.Relation] = list = [];
                list.Add(end);
            }
        }

        var relations = new List<RelationKind>();
        foreach (var (name, list) in ends) relations.Add(Build(name, list, (short)relations.Count));
        return relations;
    }

    /// <summary>The field that a declaration stands for; null if the declaration was refused.</summary>
    public static RelationField? Describe(EntityType owner, GraphQLFieldDefinition field, GraphQLDirective directive, Func<string, EntityType?> resolve,
        IReadOnlyDictionary<string, RelationKind> relations)
    {
        var target = resolve(OntologyAssembler.Unwrap(field.Type).Name);
        var name = OntologyAssembler.Argument(directive, "type");
        if (target is null || name is null || !relations.TryGetValue(name, out var relation) || Direction(directive) is not { } direction) return null;
        var single = OntologyAssembler.Directive(field, "single") is not null;
        return new RelationField(field.Name.StringValue, owner, relation, direction, target, single, OntologyAssembler.Text(field.Description));
    }

    private static RelationDirection? Direction(GraphQLDirective directive) => OntologyAssembler.Argument(directive, "direction") switch
    {
        "OUT" => RelationDirection.Out,
        "IN" => RelationDirection.In,
        "UNDIRECTED" => RelationDirection.Undirected,
        _ => null,
    };

    private End? ReadEnd(EntityType owner, GraphQLFieldDefinition field, GraphQLDirective directive)
    {
        var place = $"{owner.Name}.{field.Name.StringValue}";
        var relation = OntologyAssembler.Argument(directive, "type");
        var direction = Direction(directive);
        var targetName = OntologyAssembler.Unwrap(field.Type).Name;
        var target = resolve(targetName);
        var properties = OntologyAssembler.Argument(directive, "properties");
        if (relation is null || relation.Any(c => !char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_'))
            problems.Add(ProblemCode.InvalidOntology, directive, $"{place}: @relationship(type:) is '{relation}'; expected a name in upper snake case");
        else if (direction is null)
            problems.Add(ProblemCode.InvalidOntology, directive, $"{place}: @relationship(direction:) is '{OntologyAssembler.Argument(directive, "direction")}'; expected IN, OUT or UNDIRECTED");
        else if (target is null)
            problems.Add(ProblemCode.InvalidOntology, field, $"{place}: '{targetName}' is not a kind or interface of the ontology");
        else if (properties is not null && !propertyTypes.ContainsKey(properties))
            problems.Add(ProblemCode.InvalidOntology, directive, $"{place}: '{properties}' is not a type with @relationshipProperties");
        else
            return new End(relation, owner, field, direction.Value, target, properties, OntologyAssembler.Directive(field, "contains") is not null, OntologyAssembler.Text(field.Description));
        return null;
    }

    private RelationKind Build(string name, List<End> ends, short index)
    {
        var first = ends[0];
        var undirected = first.Direction == RelationDirection.Undirected;
        foreach (var end in ends.Skip(1))
        {
            if (end.Direction == RelationDirection.Undirected != undirected)
                problems.Add(ProblemCode.EndsDisagree, end.Field, $"{end.Place} says that {name} is {Word(!undirected)}, {first.Place} says {Word(undirected)}");
            if (end.Properties != first.Properties)
                problems.Add(ProblemCode.EndsDisagree, end.Field, $"{end.Place} gives {name} the properties '{end.Properties}', {first.Place} gives '{first.Properties}'");
            if (end.Contains != first.Contains)
                problems.Add(ProblemCode.EndsDisagree, end.Field, $"{end.Place} and {first.Place} disagree on @contains for {name}");
        }

        var outgoing = Pairs(ends, RelationDirection.Out);
        var incoming = Pairs(ends, RelationDirection.In);
        var pairs = undirected ? Pairs(ends, RelationDirection.Undirected) : outgoing;
        if (!undirected)
        {
            Compare(name, outgoing, incoming, "OUT", "IN");
            Compare(name, incoming, outgoing, "IN", "OUT");
            foreach (var pair in incoming.Keys) pairs.TryAdd(pair, first);
        }

        var type = first.Properties is null ? default : propertyTypes[first.Properties];
        var description = ends.Where(e => e.Direction != RelationDirection.In).Select(e => e.Description).FirstOrDefault(d => d is not null);
        return new RelationKind(name, index, undirected, first.Contains, first.Properties, type.Key, type.Properties ?? [], [.. pairs.Keys], description);
    }

    private void Compare(string name, Dictionary<(short, short), End> one, Dictionary<(short, short), End> other, string side, string missing)
    {
        var gap = one.FirstOrDefault(p => !other.ContainsKey(p.Key));
        if (gap.Value is not { } end) return;
        var kinds = declared.Keys.OfType<EntityKind>().ToDictionary(k => k.Index);
        var (from, to) = (kinds[gap.Key.Item1].Name, kinds[gap.Key.Item2].Name);
        problems.Add(ProblemCode.EndsDisagree, end.Field, $"{end.Place} ({side}) lets {name} lead from {from} to {to}, but no field with direction {missing} on the other end declares that");
    }

    private static Dictionary<(short From, short To), End> Pairs(List<End> ends, RelationDirection direction)
    {
        var pairs = new Dictionary<(short, short), End>();
        foreach (var end in ends.Where(e => e.Direction == direction))
        {
            foreach (var owner in end.Owner.Kinds)
            {
                foreach (var target in end.Target.Kinds)
                    pairs.TryAdd(direction == RelationDirection.In ? (target.Index, owner.Index) : (owner.Index, target.Index), end);
            }
        }

        return pairs;
    }

    private static string Word(bool undirected) => undirected ? "undirected" : "directed";

    private sealed record End(string Relation, EntityType Owner, GraphQLFieldDefinition Field, RelationDirection Direction, EntityType Target, string? Properties, bool Contains, string? Description)
    {
        public string Place => $"{Owner.Name}.{Field.Name.StringValue}";
    }
}
