using System.Text;
using System.Text.Json;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Http;

namespace EcosystemGraph.Storage.Neo4j.Tests.Transport;

/// <summary>An answer says the same in whatever pieces it arrives.</summary>
public sealed class QueryAnswerReaderTests
{
    private const string OneObject =
        """
        {"data":{"fields":["a","名"],"values":[
          [{"$type":"Integer","_value":"-9223372036854775808"},{"$type":"String","_value":"百\u5ea6 \"x\" 😀"}],
          [{"$type":"List","_value":[{"$type":"Null","_value":null},{"$type":"Map","_value":{"k":{"$type":"Float","_value":"-1.5E-7"}}}]},{"$type":"Boolean","_value":true}],
          [{"$type":"Node","_value":{"_element_id":"4:x:0","_labels":["A","B"],"_properties":{"p":{"$type":"Base64","_value":"AAH/"}}}},{"$type":"Vector","_value":{"coordinates":[1,2]}}]
        ]},"counters":{"nodesCreated":1,"later":true},"notifications":[{"code":"N","position":{"line":1}}],"bookmarks":["b1","b2"],"unheard":{"of":[1,{"x":null}]}}
        """;

    private const string Lines =
        """
        {"$event":"Header","_body":{"fields":["a","名"]}}
        {"$event":"Record","_body":[{"$type":"Integer","_value":"7"},{"$type":"String","_value":"百度"}]}
        {"$event":"Record","_body":[{"$type":"Date","_value":"2019-02-20"},{"$type":"Float","_value":"NaN"}]}
        {"$event":"Summary","_body":{"bookmarks":["b1"],"counters":{"nodesCreated":2},"notifications":[]}}
        """;

    [Theory]
    [InlineData(OneObject)]
    [InlineData(Lines)]
    public void An_answer_says_the_same_wherever_it_is_split(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var whole = Read(bytes, bytes.Length);
        Assert.EndsWith("whole", whole, StringComparison.Ordinal);
        for (var split = 0; split < bytes.Length; split++) Assert.Equal(whole, Read(bytes, split, bytes.Length));
        Assert.Equal(whole, Read(bytes, [.. Enumerable.Range(0, bytes.Length + 1)]));
    }

    [Theory]
    [InlineData(OneObject)]
    [InlineData(Lines)]
    public void A_part_of_an_answer_is_not_whole(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var length = 0; length < bytes.Length; length++) Assert.EndsWith("part", Read(bytes, length), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":{"fields":["a"],"values":[[1]]}}""")]
    [InlineData("""{"data":{"fields":["a"],"values":[[{"_value":"1","$type":"Integer"}]]}}""")]
    [InlineData("""{"data":{"fields":["a"],"values":[[{"$type":"Integer","_value":1}]]}}""")]
    [InlineData("""{"data":{"fields":["a"],"values":[[{"$type":"Integer","_value":"1.5"}]]}}""")]
    [InlineData("""{"data":{"fields":["a"],"values":[[{"$type":"Integer","_value":"1"},{"$type":"Integer","_value":"2"}]]}}""")]
    [InlineData("""{"data":{"fields":["a"],"values":[[{"$type":"Base64","_value":"?"}]]}}""")]
    [InlineData("""{"errors":{"code":"x"}}""")]
    [InlineData("""{"_body":[]}""")]
    public void What_is_no_answer_is_refused(string text) =>
        Assert.Throws<JsonException>(() => new QueryAnswerReader(null).Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Equal_names_are_one_string()
    {
        var rows = new List<object?>();
        var row = """[{"$type":"String","_value":"baidu"}]""";
        new QueryAnswerReader(r => rows.Add(r[0])).Read(Encoding.UTF8.GetBytes("""{"data":{"fields":["id"],"values":[ROW,ROW]}}""".Replace("ROW", row, StringComparison.Ordinal)));
        Assert.Same(rows[0], rows[1]);
    }

    /// <summary>Everything that an answer says, as text, read up to each of these places in turn.</summary>
    private static string Read(byte[] bytes, params int[] ends)
    {
        var text = new StringBuilder();
        var reader = new QueryAnswerReader(row => text.AppendLine($"{string.Join(',', row.Fields.Names)}: {string.Join(" | ", row.Values.ToArray().Select(Show))}"));
        var consumed = 0;
        foreach (var end in ends) consumed += reader.Read(bytes.AsSpan(consumed, end - consumed));
        var answer = reader.Answer;
        text.AppendLine($"{answer.Rows} rows, {answer.Counters.NodesCreated} nodes, {string.Join(',', answer.Bookmarks)}");
        return text.Append(reader.IsWhole ? "whole" : "part").ToString();
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        byte[] bytes => Convert.ToHexString(bytes),
        IReadOnlyList<object?> list => $"[{string.Join(' ', list.Select(Show))}]",
        IReadOnlyDictionary<string, object?> map => $"{{{string.Join(' ', map.Select(pair => $"{pair.Key}={Show(pair.Value)}"))}}}",
        CypherNode node => $"({node.ElementId} {string.Join(':', node.Labels)} {Show(node.Properties)})",
        _ => $"{value} {value.GetType().Name}",
    };
}
