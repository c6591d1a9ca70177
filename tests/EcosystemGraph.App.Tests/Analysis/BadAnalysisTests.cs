using EcosystemGraph.App.Tests.Support;

namespace EcosystemGraph.App.Tests.Analysis;

/// <summary>What cannot be measured as asked ends with 2, one line, and nothing written.</summary>
public sealed class BadAnalysisTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly string _edges;

    public BadAnalysisTests() => _edges = Karate.WriteTo(_workspace);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("no measure is named")]
    [InlineData("there is no measure 'pagerang'; did you mean 'pagerank'?", "pagerang")]
    [InlineData("there is no measure 'core_numbr'; did you mean 'core-number'?", "core_numbr")]
    [InlineData("there is no measure 'fame'; 'ecosystem-graph measures' lists all", "fame")]
    [InlineData("there is no option '--treads'; '--help' lists all", "pagerank", "--treads", "2")]
    [InlineData("pagerank has no parameter 'dampin'; did you mean 'damping'?", "pagerank", "--parameter", "dampin=.5")]
    [InlineData("degree and core-number have no parameter 'rate'; expected direction, normalized, parallel", "degree", "core-number", "--parameter", "rate=1")]
    [InlineData("pagerank: the parameter damping is 1, expected a number from 0 to below 1", "pagerank", "--parameter", "damping=1")]
    [InlineData("'much' does not do for damping; expected a number from 0 to below 1", "pagerank", "--parameter", "damping=much")]
    [InlineData("'damping' is not of the form name=value", "pagerank", "--parameter", "damping")]
    [InlineData("'leiden.seed=1' is for leiden, which is not asked for", "pagerank", "--parameter", "leiden.seed=1")]
    [InlineData("'damping' of pagerank is given twice", "pagerank", "--parameter", "damping=.5", "--parameter", "pagerank.damping=.6")]
    [InlineData("there is no column 'w' for the weight; the columns are 'source', 'target'", "pagerank", "--weight", "w")]
    [InlineData("there is no column 'from' for the source", "pagerank", "--source", "from")]
    [InlineData("--top: '0' does not do; expected a number of at least 1, or all", "pagerank", "--top", "0")]
    [InlineData("--threads: 0 does not do; expected 1 to 256", "pagerank", "--threads", "0")]
    [InlineData("--timeout: -1 does not do", "pagerank", "--timeout", "-1")]
    [InlineData("--projection does not go with --edges", "pagerank", "--projection", "all")]
    [InlineData("'xml'", "pagerank", "--format", "xml")]
    [InlineData("parquet is not for the terminal; expected --output FILE.parquet", "pagerank", "--format", "parquet")]
    [InlineData("pagerank and modularity do not fit into one csv file", "pagerank", "modularity", "--format", "csv")]
    [InlineData("--top: 3 does not go with graphml", "pagerank", "--format", "graphml", "--top", "3")]
    [InlineData("jaccard is of pairs, which have no place in graphml", "jaccard", "--format", "graphml")]
    [InlineData("--output: the folder of 'no/such/folder.csv' does not exist", "pagerank", "--output", "no/such/folder.csv")]
    [InlineData("--record: the folder of 'no/such/folder.json' does not exist", "pagerank", "--record", "no/such/folder.json")]
    [InlineData("--record: 'same.json' is the output; expected another file", "pagerank", "--output", "same.json", "--record", "same.json")]
    [InlineData("no vertex 'nobody'", "pagerank", "--parameter", "personalization=nobody")]
    public async Task What_does_not_do_is_named(string message, params string[] arguments)
    {
        var result = await Cli.RunAsync(["analyze", .. arguments, "--edges", _edges]);
        Assert.Equal((ExitStatus.BadUsage, ""), (result.Status, result.Output));
        Assert.Contains(message, result.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b,-1", "karate.csv:2:5: INVALID_VALUE the weight is '-1'; expected a number of at least 0")]
    [InlineData("a,b,1e200", "The weight of edge 0 is 1E+200")]
    [InlineData("a,b,0", "expected", "betweenness", "--parameter", "distance=WEIGHT")]
    [InlineData("a,b", "karate.csv:2:3: MALFORMED_ROW the row has 2 cells; expected 3")]
    public async Task Bad_edges_leave_no_file_behind(string row, string message, params string[] arguments)
    {
        File.WriteAllText(_edges, $"source,target,w\n{row}\n");
        var result = await Cli.RunAsync(["analyze", .. arguments.Length == 0 ? ["pagerank"] : arguments, "--edges", _edges, "--weight", "w", "--output", _workspace.PathOf("out.csv"), "--record", _workspace.PathOf("out.json")]);
        Assert.Equal((ExitStatus.BadUsage, ""), (result.Status, result.Output));
        Assert.Contains(message, result.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["karate.csv"], _workspace.Files());
    }

    [Fact]
    public async Task Files_that_are_not_there_are_named()
    {
        var result = await Cli.RunAsync("analyze", "pagerank", "--edges", _workspace.PathOf("none.csv"));
        Assert.Equal(ExitStatus.BadUsage, result.Status);
        Assert.Contains("none.csv: MISSING_VALUE the file cannot be read: there is no such file", result.ErrorLine, StringComparison.Ordinal);
        Directory.CreateDirectory(_workspace.PathOf("folder"));
        Assert.Contains("folder: MISSING_VALUE the file cannot be read: it is a folder", (await Cli.RunAsync("analyze", "pagerank", "--edges", _workspace.PathOf("folder"))).ErrorLine, StringComparison.Ordinal);
        Assert.Contains("--weight goes with --edges", (await Cli.RunAsync("analyze", "pagerank", "--weight", "w")).ErrorLine, StringComparison.Ordinal);
        Assert.Contains("there is no database", (await Cli.RunAsync("analyze", "pagerank", "--database", _workspace.PathOf("none.db"))).ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_too_long_is_given_up_and_leaves_nothing()
    {
        var random = new Random(3);
        File.WriteAllText(_edges, $"source,target\n{string.Join('\n', Enumerable.Range(0, 200_000).Select(_ => $"{random.Next(50_000)},{random.Next(50_000)}"))}");
        var result = await Cli.RunAsync("analyze", "betweenness", "--edges", _edges, "--timeout", "0.2", "--output", _workspace.PathOf("out.csv"));
        Assert.Equal((ExitStatus.Failed, ""), (result.Status, result.Output));
        Assert.Contains("it was not done within 0.2 seconds (--timeout)", result.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["karate.csv"], _workspace.Files());
    }

    [Fact]
    public async Task An_id_that_XML_cannot_have_is_named()
    {
        File.WriteAllText(_edges, "source,target\na,b\u0001\n");
        var result = await Cli.RunAsync("analyze", "degree", "--edges", _edges, "--output", _workspace.PathOf("out.graphml"));
        Assert.Equal((ExitStatus.BadUsage, ""), (result.Status, result.Output));
        Assert.Contains("the id 'b?' has a character that XML has not (U+0001)", result.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["karate.csv"], _workspace.Files());
    }

    [Fact]
    public async Task What_is_not_defined_ends_with_1()
    {
        File.WriteAllText(_edges, "source,target\na,b\n");
        var result = await Cli.RunAsync("analyze", "eigenvector", "--edges", _edges, "--directed");
        Assert.Equal((ExitStatus.Failed, ""), (result.Status, result.Output));
    }
}
