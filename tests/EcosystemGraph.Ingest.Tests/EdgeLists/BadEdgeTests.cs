using System.Text;
using EcosystemGraph.Ingest.EdgeLists;
using EcosystemGraph.Model;

namespace EcosystemGraph.Ingest.Tests.EdgeLists;

/// <summary>What is no edge list is refused with one sentence: the place, the value, what was expected.</summary>
public sealed class BadEdgeTests : IDisposable
{
    private const string Header = "source,target,weight\n";

    private readonly EdgeFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("", "edges.csv:1: MALFORMED_ROW the file is empty; expected a header row")]
    [InlineData("from,to,weight\na,b,1\n", "edges.csv:1: MALFORMED_ROW there is no column 'source' for the source; the columns are 'from', 'to', 'weight'")]
    [InlineData("source,target,source,weight\n", "edges.csv:1: MALFORMED_ROW the column 'source' stands in the header twice")]
    [InlineData(Header + "a,b,1\na,b\n", "edges.csv:3:3: MALFORMED_ROW the row has 2 cells; expected 3, as the header has")]
    [InlineData(Header + "a,b,1,\n", "edges.csv:2:7: MALFORMED_ROW the row has 4 cells; expected 3, as the header has")]
    [InlineData(Header + "a,b,1\n\na,b,-2\nc,d,-1\n", "edges.csv:4:5: INVALID_VALUE the weight is '-2'; expected a number of at least 0 (and 1 more such row)")]
    [InlineData(Header + "a,b,NaN\n", "edges.csv:2:5: INVALID_VALUE the weight is 'NaN'; expected a number of at least 0")]
    [InlineData(Header + "a,b,\n", "edges.csv:2:5: INVALID_VALUE the weight is ''; expected a number of at least 0")]
    [InlineData(Header + "a,,1\n", "edges.csv:2:3: INVALID_VALUE the id of the target is empty; expected a text")]
    [InlineData(Header + "北京,\"two\nlines\",1\na,\"  \",1\n", "edges.csv:4:3: INVALID_VALUE the id of the target is empty; expected a text")]
    [InlineData(Header + "a,b\0,1\n", "edges.csv:2:3: INVALID_VALUE the id of the target holds the character U+0000; expected a text")]
    [InlineData(Header + "a,5\" disk,1\n", "edges.csv:2:4: MALFORMED_ROW '\"' within a cell; expected a comma")]
    [InlineData(Header + "a,\"b,1\nc,d,2\n", "edges.csv:2:3: MALFORMED_ROW the quote that opens here is never closed")]
    public void A_bad_row_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidInputException>(() => _files.Read(text, weight: "weight")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_first_bad_row_of_a_large_file_is_named_at_any_number_of_threads()
    {
        var rows = Enumerable.Range(0, 400_000).Select(i => i % 100_000 == 99_998 ? "a,b,x" : "a,b,1");
        foreach (var threads in new[] { 1, 2, 4 })
        {
            var error = Assert.Throws<InvalidInputException>(() => _files.Read(Header + string.Join('\n', rows), weight: "weight", threads: threads));
            Assert.Contains("edges.csv:100000:5: INVALID_VALUE the weight is 'x'; expected a number of at least 0 (and 3 more such rows)", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        Assert.Contains("edges.csv:2:1: INVALID_VALUE the id of the source is not UTF-8",
            Assert.Throws<InvalidInputException>(() => _files.Read([.. "source,target\n"u8, 0xE9, .. ",b\n"u8])).Message, StringComparison.Ordinal);
        Assert.Contains("the file is UTF-16; expected UTF-8",
            Assert.Throws<InvalidInputException>(() => _files.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Header)).ToArray())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id\na\n", "an edge ends at 'b', which '")]
    [InlineData("id\na\nb\na\n", "nodes.csv:4:1: DUPLICATE the node 'a' is given twice")]
    [InlineData("name\na\n", "nodes.csv:1: MALFORMED_ROW there is no column 'id'; the columns are 'name'")]
    [InlineData("id,name\na\n", "nodes.csv:2:1: MALFORMED_ROW the row has 1 cells; expected 2")]
    [InlineData("id\n\"\"\n", "nodes.csv:2:1: INVALID_VALUE the id is empty")]
    public void Bad_nodes_are_named(string nodes, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidInputException>(() => _files.Read("source,target\na,b\n", nodes)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<InvalidInputException>(() => EdgeListReader.Read(new EdgeListSource("no-such.csv"), null, CancellationToken.None));
        Assert.Contains("no-such.csv: MISSING_VALUE the file cannot be read: there is no such file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled()
    {
        File.WriteAllText(_files.Edges, "source,target\na,b\n");
        Assert.Throws<OperationCanceledException>(() => EdgeListReader.Read(new EdgeListSource(_files.Edges), null, new CancellationToken(canceled: true)));
    }
}
