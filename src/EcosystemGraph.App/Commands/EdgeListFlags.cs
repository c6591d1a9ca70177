using System.CommandLine;
using EcosystemGraph.Ingest.EdgeLists;

namespace EcosystemGraph.App.Commands;

/// <summary>The flags that name an edge list of the user's own.</summary>
internal sealed class EdgeListFlags
{
    private readonly Option<string> _edges = new("--edges", "-e") { Description = "A CSV file of edges of your own, in place of the database", HelpName = "file" };
    private readonly Option<string> _nodes = new("--nodes") { Description = "A CSV file of all nodes: a column id, every other is an attribute [default: the ends of the edges]", HelpName = "file" };
    private readonly Option<bool> _directed = new("--directed") { Description = "Edges lead from source to target" };
    private readonly Option<string> _weight = new("--weight") { Description = "The column of the weight, a number of at least 0 [default: none]", HelpName = "column" };
    private readonly Option<string> _source = new("--source") { Description = $"The column of the source [default: {EdgeListSource.DefaultSourceColumn}]", HelpName = "column" };
    private readonly Option<string> _target = new("--target") { Description = $"The column of the target [default: {EdgeListSource.DefaultTargetColumn}]", HelpName = "column" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _edges, _nodes, _directed, _weight, _source, _target }) command.Add(option);
    }

    /// <summary>The files; null if none is named.</summary>
    /// <exception cref="UsageException">A flag needs <c>--edges</c>.</exception>
    public EdgeListSource? Read(ParseResult parsed, int threads)
    {
        if (parsed.GetValue(_edges) is { } edges)
        {
            return new EdgeListSource(edges)
            {
                Nodes = parsed.GetValue(_nodes),
                WeightColumn = parsed.GetValue(_weight),
                SourceColumn = parsed.GetValue(_source) ?? EdgeListSource.DefaultSourceColumn,
                TargetColumn = parsed.GetValue(_target) ?? EdgeListSource.DefaultTargetColumn,
                Threads = threads,
            };
        }

        var stray = new Option[] { _nodes, _directed, _weight, _source, _target }.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false });
        return stray is null ? null : throw new UsageException($"{stray.Name} goes with --edges, which is missing");
    }

    /// <summary>Whether edges have a direction.</summary>
    public bool IsDirected(ParseResult parsed) => parsed.GetValue(_directed);
}
