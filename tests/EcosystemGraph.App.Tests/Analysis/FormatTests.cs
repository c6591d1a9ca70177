using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EcosystemGraph.App.Tests.Support;
using Parquet;

namespace EcosystemGraph.App.Tests.Analysis;

/// <summary>Results in every format, of Zachary's karate club.</summary>
public sealed partial class FormatTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly string _edges;

    public FormatTests() => _edges = Karate.WriteTo(_workspace);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("entities.table", "pagerank", "core-number", "--top", "5")]
    [InlineData("graph-and-partition.table", "global-clustering", "weakly-connected-components", "bridges", "--top", "3")]
    [InlineData("entities.csv", "degree", "weakly-connected-components", "--format", "csv")]
    [InlineData("edges.csv", "truss-number", "--format", "csv")]
    [InlineData("pairs.csv", "jaccard", "--format", "csv", "--top", "20")]
    [InlineData("partition.csv", "strongly-connected-components", "--directed", "--format", "csv")]
    [InlineData("graph.csv", "triangle-count", "global-clustering", "--format", "csv")]
    [InlineData("results.json", "degree", "weakly-connected-components", "triangle-count", "--format", "json", "--top", "3")]
    [InlineData("graph.graphml", "degree", "weakly-connected-components", "truss-number", "triangle-count", "--format", "graphml")]
    public async Task A_format_looks_as_approved(string approved, params string[] arguments)
    {
        var result = await AnalyzeAsync(arguments);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));

        // Times, the runtime and its platform are those of the machine.
        Approved.Equal($"analyze-{approved}", Machine().Replace(result.Output.ReplaceLineEndings("\n"), "$1-"));
    }

    [Theory]
    [InlineData("id,pagerank,degree", "pagerank", "degree")]
    [InlineData("edge,source,target,bridges,truss-number", "bridges", "truss-number")]
    public async Task A_file_with_only_a_header_gives_only_a_header(string header, params string[] measures)
    {
        File.WriteAllText(_edges, "source,target\n");
        foreach (var format in new[] { "table", "csv", "json", "graphml" })
        {
            var result = await AnalyzeAsync([.. measures, "--format", format]);
            Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
            if (format == "csv") Assert.Equal(header, result.Output.Trim());
        }
    }

    [Theory]
    [InlineData("pagerank")]
    [InlineData("betweenness")]
    [InlineData("core-number")]
    [InlineData("closeness")]
    [InlineData("constraint")]
    public async Task Scores_are_those_that_other_programs_give(string measure)
    {
        var golden = Karate.Scores(measure);
        var rows = Rows(await AnalyzeAsync(measure, "--format", "csv"));
        Assert.Equal(["id", "score"], rows[0]);
        Assert.Equal(golden.Length, rows.Length - 1);
        foreach (var row in rows[1..])
        {
            var expected = golden[int.Parse(row[0].AsSpan(1), CultureInfo.InvariantCulture)];
            Assert.Equal(expected, Number(row[1]), Math.Abs(expected) * 1e-9);
        }

        // Those that agree to twelve digits are in the order of their ids.
        foreach (var (better, worse) in rows[1..^1].Zip(rows[2..])) Assert.True(Number(better[1]) >= Number(worse[1]) * (1 - 1e-11), $"{worse[0]} stands behind {better[0]}");
    }

    [Fact]
    public async Task Parquet_holds_what_CSV_holds()
    {
        var (csv, parquet) = (_workspace.PathOf("out.csv"), _workspace.PathOf("out.parquet"));
        foreach (var file in new[] { csv, parquet })
        {
            var result = await AnalyzeAsync("pagerank", "leiden", "--output", file);
            Assert.Equal((ExitStatus.Done, "", ""), (result.Status, result.Output, result.Error));
        }

        await using var reader = await ParquetReader.CreateAsync(parquet);
        Assert.Equal(["id", "pagerank", "leiden"], reader.Schema.Fields.Select(f => f.Name));
        var fields = reader.Schema.GetDataFields();
        using var group = reader.OpenRowGroupReader(0);
        var (ids, scores, communities) = (new string?[34], new double?[34], new int?[34]);
        await group.ReadAsync(fields[0], ids.AsMemory());
        await group.ReadAsync<double>(fields[1], scores.AsMemory());
        await group.ReadAsync<int>(fields[2], communities.AsMemory());
        var rows = File.ReadAllLines(csv)[1..].Select(line => line.Split(',')).ToArray();
        Assert.Equal(rows.Select(r => r[0]), ids);
        Assert.Equal(rows.Select(r => (double?)Number(r[1])), scores);
        Assert.Equal(rows.Select(r => (int?)Number(r[2])), communities);
    }

    [Fact]
    public async Task GraphML_has_every_node_and_edge_once_as_they_were_written()
    {
        var loops = _workspace.PathOf("loops.csv");
        File.WriteAllText(loops, "source,target,w\nb,a,2\na,b,3\nc,c,1\n<&>,a,0.5\n");
        foreach (var directed in new[] { false, true })
        {
            var result = await Cli.RunAsync(["analyze", "degree", "--edges", loops, "--weight", "w", "--format", "graphml", .. directed ? ["--directed"] : Array.Empty<string>()]);
            Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
            var graph = XDocument.Parse(result.Output).Root!.Elements().Single(e => e.Name.LocalName == "graph");
            Assert.Equal(directed ? "directed" : "undirected", graph.Attribute("edgedefault")!.Value);
            Assert.Equal(["<&>", "a", "b", "c"], graph.Elements().Where(e => e.Name.LocalName == "node").Select(e => e.Attribute("id")!.Value));
            var edges = graph.Elements().Where(e => e.Name.LocalName == "edge").OrderBy(e => e.Attribute("id")!.Value, StringComparer.Ordinal);
            Assert.Equal(["b-a 2", "a-b 3", "c-c 1", "<&>-a 0.5"],
                edges.Select(e => $"{e.Attribute("source")!.Value}-{e.Attribute("target")!.Value} {e.Elements().Single(d => d.Attribute("key")!.Value == "weight").Value}"));
        }
    }

    [Fact]
    public async Task A_name_with_a_placeholder_gives_each_measure_a_file()
    {
        var result = await AnalyzeAsync("degree", "modularity", "--output", _workspace.PathOf("{measure}.csv"));
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Output));
        Assert.Equal(["degree.csv", "karate.csv", "modularity.csv"], _workspace.Files());
        Assert.StartsWith("name,value\nmodularity,0.", File.ReadAllText(_workspace.PathOf("modularity.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_undefined_comes_last_as_an_empty_cell()
    {
        var nodes = _workspace.PathOf("nodes.csv");
        File.WriteAllText(nodes, "id\na\nalone\nb\n");
        File.WriteAllText(_edges, "source,target\na,b\n");
        var result = await AnalyzeAsync("constraint", "--nodes", nodes, "--format", "csv");
        Assert.Equal("id,score\na,1\nb,1\nalone,\n", result.Output);
    }

    [Fact]
    public async Task The_result_is_the_same_at_any_number_of_threads()
    {
        // Enough vertices for several blocks of the kernels.
        var random = new Random(7);
        var rows = Enumerable.Range(0, 60_000).Select(_ => $"{random.Next(20_000)},{random.Next(20_000)},{random.Next(1, 9)}");
        File.WriteAllText(_edges, $"source,target,w\n{string.Join('\n', rows)}\n");
        var outputs = new List<string>();
        foreach (var threads in new[] { "1", "2", "4" })
        {
            var result = await AnalyzeAsync("pagerank", "leiden", "core-number", "--weight", "w", "--threads", threads, "--format", "csv");
            Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
            outputs.Add(result.Output);
        }

        Assert.Single(outputs.Distinct());
    }

    private static string[][] Rows(CliResult result) => [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private Task<CliResult> AnalyzeAsync(params string[] arguments) => Cli.RunAsync(["analyze", "--edges", _edges, .. arguments]);

    [GeneratedRegex("""("version": "[\w-]+ \d+; |"elapsed": )[^\n]*""")]
    private static partial Regex Machine();
}
