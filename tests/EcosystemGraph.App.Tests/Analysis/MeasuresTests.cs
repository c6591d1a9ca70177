using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.App.Commands;
using EcosystemGraph.App.Output;
using EcosystemGraph.App.Tests.Support;

namespace EcosystemGraph.App.Tests.Analysis;

/// <summary>What there is to compute, what it would take, and stopping it.</summary>
public sealed class MeasuresTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_list_has_every_measure_of_the_catalogue_however_it_is_asked_for()
    {
        var list = await Cli.RunAsync("measures");
        Assert.Equal((ExitStatus.Done, ""), (list.Status, list.Error));
        Assert.Equal(MeasureCatalog.All.Select(m => m.Name), list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(line => line.Split(' ')[0]));
        Assert.Equal(list, await Cli.RunAsync("analyze", "--list"));
    }

    [Fact]
    public async Task All_of_a_measure_can_be_read()
    {
        foreach (var measure in MeasureCatalog.All)
        {
            var result = await Cli.RunAsync("measures", measure.Name);
            Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
            Assert.StartsWith($"{measure.Name}, of ", result.Output, StringComparison.Ordinal);
            Assert.All(measure.Parameters, p => Assert.Contains($"\n  {p.Name}: {p.Expected}", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal));
        }

        Assert.Contains("did you mean 'katz'?", (await Cli.RunAsync("measures", "kats")).ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_measure_that_needs_nothing_more_runs_on_an_edge_list()
    {
        var edges = _workspace.PathOf("edges.csv");
        File.WriteAllText(edges, "source,target,w\na,x,1\na,y,2\nb,x,3\nb,y,4\nb,z,5\n");
        foreach (var measure in MeasureCatalog.All.Where(m => !m.Parameters.Any(p => p.IsRequired)))
        {
            foreach (var format in new[] { "table", "csv", "json" })
            {
                var result = await Cli.RunAsync("analyze", measure.Name, "--edges", edges, "--weight", "w", "--format", format);
                Assert.Equal((measure.Name, ExitStatus.Done, ""), (measure.Name, result.Status, result.Error));
                Assert.NotEqual("", result.Output);
            }
        }
    }

    [Fact]
    public async Task An_estimate_runs_and_writes_nothing()
    {
        var edges = Karate.WriteTo(_workspace);
        var result = await Cli.RunAsync("analyze", "betweenness", "pagerank", "--edges", edges, "--estimate", "--threads", "2", "--output", _workspace.PathOf("out.csv"));
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("34 vertices, 78 edges; the graph takes ", lines[0], StringComparison.Ordinal);
        Assert.Equal(["betweenness", "pagerank"], lines[2..].Select(line => line.Split(' ')[0]));
        Assert.Equal(["karate.csv"], _workspace.Files());
    }

    [Fact]
    public async Task What_is_stopped_leaves_nothing_behind()
    {
        var random = new Random(3);
        var edges = _workspace.PathOf("edges.csv");
        File.WriteAllText(edges, $"source,target\n{string.Join('\n', Enumerable.Range(0, 200_000).Select(_ => $"{random.Next(50_000)},{random.Next(50_000)}"))}");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(.5));
        using var error = new StringWriter();
        var status = await CommandLine.RunAsync(["analyze", "betweenness", "--edges", edges, "--output", _workspace.PathOf("out.csv"), "--record", _workspace.PathOf("out.json")],
            new Terminal(TextReader.Null, TextWriter.Null, error, isInteractive: false), stop.Token);
        Assert.Equal((ExitStatus.Failed, "error: stopped before it was done; nothing is half-written"), (status, error.ToString().Trim()));
        Assert.Equal(["edges.csv"], _workspace.Files());
    }
}
