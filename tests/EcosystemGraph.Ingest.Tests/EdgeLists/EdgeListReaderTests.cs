using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using EcosystemGraph.Ingest.Csv;

namespace EcosystemGraph.Ingest.Tests.EdgeLists;

/// <summary>An edge list of one's own: what stands in the file is what is read, however it is written and however many threads read it.</summary>
public sealed class EdgeListReaderTests : IDisposable
{
    private readonly EdgeFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Vertices_are_in_the_ordinal_order_of_their_ids_and_edges_as_they_stand()
    {
        var read = _files.Read("source,target\n10,9\nb,10\n9,9\nb,10\n");
        Assert.Equal(["10", "9", "b"], read.Ids);
        Assert.Equal([0, 2, 1, 2], read.Sources);
        Assert.Equal([1, 0, 1, 0], read.Targets);
        Assert.Null(read.Weights);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_files.Edges))), read.EdgesDigest);
    }

    [Theory]
    [InlineData("source,target\r\na,b\r\n")]
    [InlineData("source,target\na,b")]
    [InlineData("\nsource,target\n\n\r\na,b\n\n")]
    [InlineData("\uFEFFsource,target\na,b\n")]
    [InlineData("target,since,source\nb,2001,a\n")]
    [InlineData("\"source\",\"target\"\n\"a\",\"b\"\n")]
    [InlineData(" source ,target\t\n a,\tb \n")]
    public void However_it_is_written(string text)
    {
        var read = _files.Read(text);
        Assert.Equal(["a", "b"], read.Ids);
        Assert.Equal((0, 1), (read.Sources.Single(), read.Targets.Single()));
    }

    [Fact]
    public void Quoted_ids_may_hold_commas_quotes_and_line_ends()
    {
        var read = _files.Read("source,target\n\"Doe, Jane\",\"the \"\"quick\"\"\"\n\"two\nlines\",\"\"\"\"\n");
        Assert.Equal(["\"", "Doe, Jane", "the \"quick\"", "two\nlines"], read.Ids);
        Assert.Equal([1, 3], read.Sources);
        Assert.Equal([2, 0], read.Targets);
    }

    [Fact]
    public void Ids_are_the_same_in_whichever_normal_form_they_are_written()
    {
        var read = _files.Read("source,target\nCafe\u0301,北京\nCafé,a somewhat longer id\n");
        Assert.Equal(["Café", "a somewhat longer id", "北京"], read.Ids);
        Assert.Equal([0, 0], read.Sources);
        Assert.Equal([2, 1], read.Targets);
    }

    [Fact]
    public void Weights_are_read_exactly()
    {
        var read = _files.Read("source,weight,target\na,0.1,b\na,1e-3,b\na, 2 ,b\na,0,c\n", weight: "weight");
        Assert.Equal([.1, .001, 2, 0], read.Weights!);
    }

    [Fact]
    public void Nodes_may_have_no_edge_and_say_more_of_themselves()
    {
        var read = _files.Read("source,target\nb,a\n", "name,id,city\nBee,b,Rome\nCee,c,\nAh,a,Oslo\n");
        Assert.Equal(["a", "b", "c"], read.Ids);
        Assert.Equal(["name", "city"], read.Attributes.Keys);
        Assert.Equal(["Oslo", "Rome", ""], read.Attributes["city"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_files.Nodes))), read.NodesDigest);
    }

    [Fact]
    public void A_file_without_edges_is_a_graph_without_edges()
    {
        Assert.Empty(_files.Read("source,target\n").Ids);
        Assert.Equal(["a"], _files.Read("source,target", "id\na\n").Ids);
    }

    [Fact]
    public void Any_text_is_read_as_the_strict_reader_of_bundles_reads_it_at_any_number_of_threads()
    {
        // Ids of one to thirty characters, of all widths in UTF-8, quoted where they must be and sometimes where they need not.
        string[] characters = ["a", "b", "0", "1", "2", ",", "\"", "\n", " ", "é", "北", "\uE000", "Å", "\U0001F600"];
        var id = Gen.Int[0, characters.Length - 1].Select(i => characters[i]).Array[1, 30].Select(parts => $"x{string.Concat(parts)}x");
        var row = Gen.Select(id, id, Gen.Double[0, 10], Gen.Bool);
        Gen.Select(id.Array[2, 12], row.List[0, 60]).Sample((common, rows) =>
        {
            var text = new StringBuilder("source,target,weight\n");
            for (var i = 0; i < rows.Count; i++)
            {
                var (source, target, weight, often) = rows[i];
                if (often) source = common[i % common.Length];
                text.Append(CultureInfo.InvariantCulture, $"{Quoted(source)},{Quoted(target)},{weight:R}\n");
            }

            var table = CsvTokenizer.Read(text.ToString(), "edges.csv", new TextPool(), [])!;
            var ids = table.Rows.SelectMany(r => new[] { r[0].Text, r[1].Text }).Distinct().Order(StringComparer.Ordinal).ToArray();
            for (var threads = 1; threads <= 3; threads++)
            {
                var read = _files.Read(text.ToString(), weight: "weight", threads: threads);
                Assert.Equal(ids, read.Ids);
                Assert.Equal(table.Rows.Select(r => r[0].Text), read.Sources.Select(v => read.Ids[v]));
                Assert.Equal(table.Rows.Select(r => r[1].Text), read.Targets.Select(v => read.Ids[v]));
                Assert.Equal(table.Rows.Select(r => double.Parse(r[2].Text, CultureInfo.InvariantCulture)), read.Weights!);
            }
        }, iter: 200, threads: 1);
    }

    [Fact]
    public void A_file_of_many_blocks_is_read_the_same_at_any_number_of_threads_though_rows_lie_across_their_ends()
    {
        var text = new StringBuilder("source,target,note\n");
        var (expected, random) = (new List<(string, string)>(), new Random(1));
        for (var i = 0; i < 120_000; i++)
        {
            var (source, target) = ($"{random.Next(5_000)}", $"vertex-number-{random.Next(5_000)}");
            expected.Add((source, target));
            text.Append(CultureInfo.InvariantCulture, $"{source},{target},\"line {i}\nafter line, \"\"{i}\"\"\"\n");
        }

        foreach (var threads in new[] { 1, 2, 4 })
        {
            var read = _files.Read(text.ToString(), threads: threads);
            Assert.Equal(read.Ids.Order(StringComparer.Ordinal), read.Ids);
            Assert.Equal(expected, read.Sources.Zip(read.Targets, (s, t) => (read.Ids[s], read.Ids[t])));
        }
    }

    private static string Quoted(string id) => id.AsSpan().IndexOfAny(",\"\n") >= 0 || id.Length % 3 == 0 ? $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : id;
}
