using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.TestKit.Facts;

namespace EcosystemGraph.Model.Tests.Changes;

/// <summary>A change set is judged by what holds after it, and only by its own facts: see the Ingest tests for the rules one by one.</summary>
public sealed class ChangeSetValidatorTests
{
    private const string Sdl = """
        type Person { born: Date friends: [Person!]! @relationship(type: "KNOWS", direction: UNDIRECTED) pets: [Pet!]! @relationship(type: "KEEPS", direction: OUT) }
        type Pet { legs: Int! keepers: [Person!]! @relationship(type: "KEEPS", direction: IN) }
        """;

    private static readonly Ontology Ontology = OntologyReader.Read(Sdl);
    private static readonly Citation Page1 = new("diary", "page 1");
    private static readonly Citation Page2 = new("diary", "page 2");

    private static readonly Fact[] Before =
    [
        new EntityStatement { Id = "diary", Kind = "Document", Name = "Diary", Citations = [new("diary", "document")] },
        new LocatorFact { Document = "diary", Locator = "page 1" },
        new LocatorFact { Document = "diary", Locator = "page 2" },
        new IndicatorFact { Id = "height", Name = "Height", Units = ["cm"] },
        Person("ann"), Person("bob"),
        Pet("rex", Page1), Pet("rex", Page2) with { Name = null, Properties = PropertyBag.Empty },
        new RelationStatement { Kind = "KEEPS", From = "ann", To = "rex", Citations = [Page1] },
        new RelationStatement { Kind = "KNOWS", From = "ann", To = "bob", Citations = [Page1] },
        new ObservationStatement { Subject = "bob", Indicator = "height", Value = 180, Unit = "cm", Citations = [Page2] },
        new MergeFact { Id = "bob", Into = "ann", Reason = "one diary" },
    ];

    [Fact]
    public void A_change_set_may_name_what_is_there_and_what_it_brings_itself_in_any_order()
    {
        var keeps = new RelationStatement { Kind = "KEEPS", From = "bob", To = "tom", Citations = [Page1] };
        Assert.Empty(Validate([keeps, Pet("tom", Page1)]));
        Assert.Equal("DANGLING_END to: 'tom' is not an entity", Validate([keeps]).Single().ToProblem().ToString());
    }

    [Fact]
    public void A_problem_names_the_fact_and_its_member()
    {
        var pet = Pet("tom", Page1) with { Citations = [] };
        var problem = Assert.Single(Validate([pet]));
        Assert.Same(pet, problem.Fact);
        Assert.Equal((ProblemCode.MissingCitation, "citations"), (problem.Code, problem.Member));
    }

    [Fact]
    public void A_value_of_another_type_is_refused()
    {
        var problem = Assert.Single(Validate([Pet("tom", Page1) with { Properties = PropertyBag.Create([new("legs", "four")]) }]));
        Assert.Equal("INVALID_VALUE legs: 'four' is not of type Int", problem.ToProblem().ToString());
        problem = Assert.Single(Validate([Pet("tom", Page1) with { Properties = PropertyBag.Create([new("legs", 4), new("wings", 2)]) }]));
        Assert.Equal("UNKNOWN_PROPERTY 'wings' is not a property of Pet", problem.ToProblem().ToString());
    }

    [Fact]
    public void An_entity_known_before_needs_no_second_name()
    {
        Assert.Empty(Validate([Pet("rex", new Citation("diary", "page 1")) with { Name = "Rex the dog" }]));
        var replaced = Pet("rex", Page1) with { Name = null };
        Assert.Equal("MISSING_VALUE no statement gives 'rex' a name; expected one that is no misprint", Assert.Single(Validate([replaced])).ToProblem().ToString());
    }

    [Fact]
    public void An_id_keeps_its_kind()
    {
        Assert.Equal("DUPLICATE 'rex' is a Person here and a Pet elsewhere; expected one kind for one id",
            Assert.Single(Validate([new EntityStatement { Id = "rex", Kind = "Person", Name = "Rex", Citations = [new("diary", "page 2"), Page1] }])).ToProblem().ToString());
    }

    [Fact]
    public void A_symmetric_relation_is_given_one_way()
    {
        var back = new RelationStatement { Kind = "KNOWS", From = "bob", To = "ann", Citations = [Page2] };
        Assert.Equal(ProblemCode.Duplicate, Assert.Single(Validate([back])).Code);
        Assert.Empty(Validate([back], Before[9].Key));
    }

    [Fact]
    public void Merges_that_go_round_by_way_of_an_older_one_are_refused()
    {
        Assert.Equal("INVALID_VALUE 'ann' is merged into itself by way of 'bob'",
            Assert.Single(Validate([new MergeFact { Id = "ann", Into = "bob", Reason = "" }])).ToProblem().ToString());
    }

    [Fact]
    public void The_last_statement_of_an_entity_cannot_go_while_something_names_it()
    {
        var (first, second) = (Before[6].Key, Before[7].Key);
        Assert.Empty(Validate([], second));
        Assert.Equal("MISSING_VALUE no statement gives 'rex' a name; expected one that is no misprint", Assert.Single(Validate([], first)).ToProblem().ToString());
        var problem = Assert.Single(Validate([], first, second));
        Assert.Equal("DANGLING_END the entity 'rex' cannot go while keeps:ann:rex still names it", problem.ToProblem().ToString());
        Assert.Null(problem.Fact);
        Assert.Equal(first, problem.Key);
        Assert.Empty(Validate([], first, second, Before[8].Key));
    }

    [Fact]
    public void What_a_removal_leaves_dangling_may_be_replaced_in_the_same_change_set()
    {
        Assert.Empty(Validate([Pet("rex", new Citation("diary", "page 2")) with { Ordinal = 3 }], Before[6].Key));
    }

    [Fact]
    public void A_locator_an_indicator_and_a_document_in_use_cannot_go()
    {
        Assert.Equal("UNKNOWN_LOCATOR the locator 'diary#page 2' cannot go while bob.height...cm, rex still name it", Assert.Single(Validate([], Before[2].Key)).ToProblem().ToString());
        Assert.Equal("UNKNOWN_INDICATOR the indicator 'height' cannot go while bob.height...cm still names it", Assert.Single(Validate([], Before[3].Key)).ToProblem().ToString());
        Assert.Equal("DANGLING_END the entity 'diary' cannot go while diary#page 1, diary#page 2 still name it", Assert.Single(Validate([], Before[0].Key)).ToProblem().ToString());
    }

    [Fact]
    public void A_new_fact_cannot_name_what_the_change_set_removes()
    {
        var keeps = new RelationStatement { Kind = "KEEPS", From = "bob", To = "rex", Citations = [Page1] };
        Assert.Equal("DANGLING_END to: 'rex' is not an entity", Assert.Single(Validate([keeps], Before[6].Key, Before[7].Key, Before[8].Key)).ToProblem().ToString());
    }

    [Fact]
    public void A_fact_cannot_be_given_and_removed_at_once()
    {
        Assert.Equal(ProblemCode.Duplicate, Assert.Single(Validate([Before[8]], Before[8].Key)).Code);
    }

    [Fact]
    public void Removing_what_is_not_there_changes_nothing_and_is_no_problem()
    {
        Assert.Empty(Validate([], new FactKey(FactType.Relation, "keeps:bob:rex", "diary#page 1")));
    }

    private static IReadOnlyList<FactProblem> Validate(Fact[] upserts, params FactKey[] removals) =>
        ChangeSetValidator.Validate(Ontology, new ChangeSet { Id = "test", Origin = Origin.Mutation, Upserts = upserts, Removals = removals }, new FactLookup(Before));

    private static EntityStatement Person(string id) => new() { Id = id, Kind = "Person", Name = id, Citations = [Page1] };

    private static EntityStatement Pet(string id, Citation citation) =>
        new() { Id = id, Kind = "Pet", Name = id, Properties = PropertyBag.Create([new("legs", 4)]), Citations = [citation] };
}
