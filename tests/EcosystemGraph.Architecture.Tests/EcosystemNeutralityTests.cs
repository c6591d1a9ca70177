namespace EcosystemGraph.Architecture.Tests;

/// <summary>Another ecosystem is another folder of data, not another program: no C# knows the shipped one.</summary>
public sealed class EcosystemNeutralityTests
{
    private const string Bundle = "china-ai";

    private static readonly EcosystemVocabulary MadeUp = new(
        """
        type Foundry implements Maker @node(plural: "foundries") { makes: [Wafer!]! @relationship(type: "MAKES", direction: OUT) }
        type CleanRoom @node { }
        type Membership @relationshipProperties { tier: String }
        """,
        ["acme", "north-fab"]);

    [Fact]
    public void No_source_knows_a_kind_a_relation_or_an_id_of_the_shipped_bundle_but_the_name_of_the_default_one()
    {
        var vocabulary = EcosystemVocabulary.Read(SourceTree.PathOf($"src/bundles/{Bundle}"));
        Assert.True(vocabulary.Count > 500, $"Only {vocabulary.Count} words were read from {Bundle}.");
        var known = SourceTree.Files
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => vocabulary.WordsIn(SourceTree.Read(file)).Select(word => $"{file}: {word}"))
            .ToArray();
        var defaults = known.Where(word => word.StartsWith("src/EcosystemGraph.App/", StringComparison.Ordinal) && word.EndsWith($": {Bundle}", StringComparison.Ordinal));
        Rule.Holds(known.Except(defaults));
        Assert.True(defaults.Count() <= 1, "The default bundle is named more than once.");
    }

    [Theory]
    [InlineData("""if (kind == "Foundry") { }""", "Foundry")]
    [InlineData("""const string Sql = "select 1 where kind = 'CLEAN_ROOM'";""", "CLEAN_ROOM")]
    [InlineData("class CleanRoom;", "CleanRoom")]
    [InlineData("""var relation = "MAKES";""", "MAKES")]
    [InlineData("""var id = @"acme"; // the biggest""", "acme")]
    [InlineData(""""var id = """acme""";"""", "acme")]
    [InlineData("""var path = "data/north-fab.csv";""", "north-fab")]
    [InlineData("""var quote = '"'; var id = "acme"; """, "acme")]
    public void A_source_that_knows_a_word_is_noticed(string source, string word) =>
        Assert.Equal([word], MadeUp.WordsIn(source));

    [Theory]
    [InlineData("/// <summary>A kind: <c>CLEAN_ROOM</c>, <c>\"acme\"</c>.</summary>")]
    [InlineData("/* CleanRoom */ var foundry = Makes(acme);")]
    [InlineData("""var membership = "the foundry makes acme things";""")]
    [InlineData("""var other = "north-fab-2";""")]
    public void Examples_in_comments_and_plain_English_are_no_knowledge(string source) =>
        Assert.Empty(MadeUp.WordsIn(source));
}
