using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Model.Tests.Ontologies;

public sealed class OntologyReaderTests
{
    private const string Good = """
        interface Agent @node(plural: "agents") @exists(from: "born") {
          born: Date
          owns: [Thing!]! @relationship(type: "OWNS", direction: OUT, properties: "Owning")
        }
        type Person implements Agent @fulltext(fields: ["motto"]) {
          motto: String
          mood: Mood
          friends: [Person!]! @relationship(type: "KNOWS", direction: UNDIRECTED)
        }
        type Firm implements Agent @node(plural: "firms", file: "companies") {
          seat: [Town!]! @relationship(type: "SEATED_IN", direction: OUT) @single @contains
        }
        type Thing { owners: [Agent!]! @relationship(type: "OWNS", direction: IN, properties: "Owning") tags: [String!] price: Decimal! }
        type Town @region(property: "size", value: "3") { size: Int firms: [Firm!]! @relationship(type: "SEATED_IN", direction: IN) @contains }
        type Owning @relationshipProperties(key: "deed") { deed: Int since: Date }
        enum Mood { GLAD SAD }
        """;

    private readonly Ontology _ontology = OntologyReader.Read(Good);

    [Fact]
    public void Kinds_are_the_documents_and_the_types_in_their_order()
    {
        Assert.Equal(["Document", "Person", "Firm", "Thing", "Town"], _ontology.Kinds.Select(k => k.Name));
        Assert.Equal([0, 1, 2, 3, 4], _ontology.Kinds.Select(k => (int)k.Index));
        Assert.Equal(["Agent"], _ontology.Interfaces.Select(i => i.Name));
        Assert.Same(_ontology.Kind("Firm"), _ontology.Kind("FIRM"));
        Assert.Equal(("companies", "firms", "firm"), (_ontology.Kind("Firm")!.File, _ontology.Kind("Firm")!.PluralName, _ontology.Kind("Firm")!.FieldName));
    }

    [Fact]
    public void Implementers_inherit_properties_fields_and_directives()
    {
        var person = _ontology.Kind("Person")!;
        Assert.Equal(["born", "motto", "mood"], person.Properties.Select(p => p.Name));
        Assert.Equal(["owns", "friends"], person.Fields.Select(f => f.Name));
        Assert.Equal("born", person.ExistsFrom);
        Assert.Equal(["motto"], person.FullTextProperties);
        Assert.Equal(["Person", "Firm"], _ontology.Type("Agent")!.Kinds.Select(k => k.Name));
    }

    [Fact]
    public void Properties_have_their_types()
    {
        var thing = _ontology.Kind("Thing")!;
        Assert.Equal(("[String!]", true), (thing.Property("tags")!.TypeText, thing.Property("tags")!.IsList));
        Assert.Equal(("Decimal", true), (thing.Property("price")!.TypeText, thing.Property("price")!.Required));
        Assert.Equal(["GLAD", "SAD"], _ontology.Kind("Person")!.Property("mood")!.Enum!.Values.Select(v => v.Name));
    }

    [Fact]
    public void A_relation_joins_every_pair_that_its_fields_allow()
    {
        var owns = _ontology.Relation("OWNS")!;
        var (person, firm, thing, town) = (_ontology.Kind("Person")!, _ontology.Kind("Firm")!, _ontology.Kind("Thing")!, _ontology.Kind("Town")!);
        Assert.True(owns.Allows(person, thing) && owns.Allows(firm, thing));
        Assert.False(owns.Allows(thing, person) || owns.Allows(town, thing));
        Assert.Equal(("deed", "owns", "Owns"), (owns.KeyProperty, owns.File, owns.TypeName));
        Assert.True(_ontology.Relation("KNOWS")!.Undirected);
        Assert.Equal(["SEATED_IN"], _ontology.Containment.Select(r => r.Name));
        Assert.True(firm.Field("seat")!.Single);
        Assert.Equal(new RegionRule("size", "3"), town.Region);
    }

    [Theory]
    [InlineData("enum Mood { GLAD SAD }", "enum Mood { GLAD SAD", "SYNTAX Expected Name, found EOF", 16)]
    [InlineData("type Person implements", "type Query { x: Int } type Person implements", "NAME_COLLISION the type name 'Query' is taken by the fixed part of the API; choose another", 5)]
    [InlineData("motto: String", "motto: String confidence: Float", "NAME_COLLISION the field 'confidence' of Person is taken by the fixed part of the API; choose another", 6)]
    [InlineData("motto: String", "motto: String cite: String", "NAME_COLLISION the field 'cite' of Person is taken by the fixed part of the API; choose another", 6)]
    [InlineData("since: Date", "validFrom: Date", "NAME_COLLISION the property 'validFrom' of Owning is taken by the fixed part of the API; choose another", 15)]
    [InlineData("plural: \"firms\"", "plural: \"entities\"", "NAME_COLLISION the root field 'entities' of Firm is taken by the fixed part of the API; set @node(plural:) or rename the type", 10)]
    [InlineData("plural: \"firms\"", "plural: \"things\"", "NAME_COLLISION the root field 'things' belongs to Firm and Thing; set @node(plural:)", 13)]
    [InlineData("file: \"companies\"", "file: \"person\"", "NAME_COLLISION the file 'person' belongs to Person and Firm; set @node(file:)", 10)]
    [InlineData("file: \"companies\"", "file: \"../companies\"", "INVALID_ONTOLOGY @node(file: \"../companies\") of Firm is not a file name; expected a slug of a-z, 0-9 and inner hyphens", 10)]
    [InlineData("type Town", "type Person { x: Int } type Town", "NAME_COLLISION the name 'Person' is used by two types of the ontology", 14)]
    [InlineData("motto: String", "motto: String motto: String", "NAME_COLLISION Person declares the field 'motto' twice", 6)]
    [InlineData("motto: String", "motto: String owns: String", "NAME_COLLISION Person has a property and a relation field named 'owns'", 5)]
    [InlineData("size: Int", "size: Int born: Int", "TYPE_CONFLICT the property 'born' has the type Int in Town and Date in Agent; one name has one type", 14)]
    [InlineData("since: Date", "mood: String", "TYPE_CONFLICT the property 'mood' has the type", 0)]
    [InlineData("direction: IN, properties: \"Owning\")", "direction: IN)", "ENDS_DISAGREE Thing.owners gives OWNS the properties '', Agent.owns gives 'Owning'", 13)]
    [InlineData("owners: [Agent!]!", "owners: [Person!]!", "ENDS_DISAGREE Agent.owns (OUT) lets OWNS lead from Firm to Thing, but no field with direction IN on the other end declares that", 3)]
    [InlineData("direction: IN) @contains", "direction: IN)", "ENDS_DISAGREE Town.firms and Firm.seat disagree on @contains for SEATED_IN", 14)]
    [InlineData("direction: IN) @contains", "direction: UNDIRECTED) @contains", "ENDS_DISAGREE Town.firms says that SEATED_IN is undirected, Firm.seat says directed", 14)]
    [InlineData("@fulltext(", "@fullText(", "INVALID_ONTOLOGY unknown directive @fullText; expected one of @node, @relationship, @relationshipProperties, @fulltext, @single, @exists, @region, @contains", 5)]
    [InlineData("[\"motto\"]", "[\"mood\"]", "INVALID_ONTOLOGY @fulltext names 'mood', which is not a text property of Person", 5)]
    [InlineData("from: \"born\"", "from: \"motto\"", "INVALID_ONTOLOGY @exists(from: \"motto\") names no date property of Person", 1)]
    [InlineData("property: \"size\"", "property: \"area\"", "INVALID_ONTOLOGY @region names 'area', which is not a property of Town", 14)]
    [InlineData("key: \"deed\"", "key: \"title\"", "INVALID_ONTOLOGY @relationshipProperties(key: \"title\") of Owning names no property of it", 15)]
    [InlineData("mood: Mood", "mood: Feeling", "INVALID_ONTOLOGY the field 'mood' of Person has the type 'Feeling': expected String, ID, Int, Float, Decimal, Boolean, Date or an enum", 7)]
    [InlineData("motto: String", "motto: Town", "INVALID_ONTOLOGY the field 'motto' of Person has the type 'Town': a field of an entity type needs @relationship", 6)]
    [InlineData("[Town!]! @relationship", "[City!]! @relationship", "INVALID_ONTOLOGY Firm.seat: 'City' is not a kind or interface of the ontology", 11)]
    [InlineData("direction: UNDIRECTED", "direction: BOTH", "INVALID_ONTOLOGY Person.friends: @relationship(direction:) is 'BOTH'; expected IN, OUT or UNDIRECTED", 8)]
    [InlineData("type: \"KNOWS\"", "type: \"knows\"", "INVALID_ONTOLOGY Person.friends: @relationship(type:) is 'knows'; expected a name in upper snake case", 8)]
    [InlineData("direction: OUT, properties: \"Owning\"", "direction: OUT, properties: \"Having\"", "INVALID_ONTOLOGY Agent.owns: 'Having' is not a type with @relationshipProperties", 3)]
    [InlineData("type Firm implements Agent", "type Firm implements Agency", "INVALID_ONTOLOGY Firm implements 'Agency', which is not an interface of the ontology", 10)]
    [InlineData("type Town", "interface Ghost { x: Int } type Town", "INVALID_ONTOLOGY no kind implements the interface Ghost", 14)]
    [InlineData("type Town", "union Any = Firm | Town type Town", "INVALID_ONTOLOGY UnionTypeDefinition is not part of an ontology; expected type, interface, enum or 'extend type Document'", 14)]
    [InlineData("type Town", "extend type Firm { x: Int } type Town", "INVALID_ONTOLOGY 'extend type Firm': only Document, the built-in kind, can be extended", 14)]
    [InlineData("GLAD SAD", "GLAD GLAD", "DUPLICATE enum Mood has the value GLAD twice", 16)]
    public void An_ontology_that_is_wrong_is_refused_with_line_and_name(string good, string bad, string expected, int line)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var at = Good.IndexOf(good, StringComparison.Ordinal);
        var sdl = string.Concat(Good.AsSpan(0, at), bad, Good.AsSpan(at + good.Length));
        var error = Assert.Throws<InvalidInputException>(() => OntologyReader.Read(sdl, "test.graphql"));
        Assert.Contains(error.Problems, p => $"{p.Code} {p.Message}".StartsWith(expected, StringComparison.Ordinal) && p.File == "test.graphql" && (line == 0 || p.Line == line) && p.Column > 0);
    }

    [Fact]
    public void Problems_come_all_at_once_with_line_and_column()
    {
        var sdl = "type Cat {\n  name: String\n  prey: [Mouse!]! @relationship(type: \"EATS\", direction: OUT)\n}\n\n  type Relation @loud { x: Int }\n";
        var error = Assert.Throws<InvalidInputException>(() => OntologyReader.Read(sdl));
        Assert.Equal(
            [
                "ontology.graphql:2:3: NAME_COLLISION the field 'name' of Cat is taken by the fixed part of the API; choose another",
                "ontology.graphql:3:3: INVALID_ONTOLOGY Cat.prey: 'Mouse' is not a kind or interface of the ontology",
                "ontology.graphql:6:3: NAME_COLLISION the type name 'Relation' is taken by the fixed part of the API; choose another",
                "ontology.graphql:6:17: INVALID_ONTOLOGY unknown directive @loud; expected one of @node, @relationship, @relationshipProperties, @fulltext, @single, @exists, @region, @contains",
            ], error.Problems.Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("type A {\n  x Int\n}", 2, 5)]
    [InlineData("type A { x: Int", 1, 16)]
    [InlineData("{ a\rb {", 2, 4)]
    public void A_syntax_error_has_its_place(string sdl, int line, int column)
    {
        var problem = Assert.Throws<InvalidInputException>(() => OntologyReader.Read(sdl)).Problems.Single();
        Assert.Equal((ProblemCode.Syntax, line, column), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void Documents_may_be_given_interfaces_and_fields()
    {
        var ontology = OntologyReader.Read("""
            interface Work { pages: Int }
            type Book implements Work { x: Int }
            extend type Document implements Work { shelf: String }
            """);
        Assert.Equal(["pages", "documentType", "author", "publisher", "date", "doi", "language", "shelf"], ontology.Document.Properties.Select(p => p.Name));
        Assert.Equal(["Document", "Book"], ontology.Type("Work")!.Kinds.Select(k => k.Name));
    }
}
