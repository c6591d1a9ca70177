using System.Globalization;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.App.Output.Results;

/// <summary>The rows of a result in the order in which they are shown: the best first, what is undefined last.</summary>
internal sealed class ResultRows
{
    private readonly Func<int, int, string> _key;
    private readonly Func<int, double> _value;
    private readonly Func<int, int?>? _rank;
    private readonly int[]? _items;

    private ResultRows(MeasureRun run, string[] keys, int count, int defined, Func<int, int, string> key, Func<int, double> value, Func<int, int?>? rank = null, int[]? items = null)
    {
        Run = run;
        Keys = keys;
        Count = count;
        Defined = defined;
        _key = key;
        _value = value;
        _rank = rank;
        _items = items;
    }

    /// <summary>The result.</summary>
    public MeasureRun Run { get; }

    /// <summary>The names of the columns that say what a row is of.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The name of the column of the value.</summary>
    public string ValueName => Run.Measure.Scope switch
    {
        MeasureScope.Partition => "community",
        MeasureScope.Graph => "value",
        MeasureScope.Path => "length",
        _ => "score",
    };

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>How many of them, the first ones, have a value.</summary>
    public int Defined { get; }

    /// <summary>Whether rows have ranks.</summary>
    public bool IsRanked => _rank is not null;

    /// <summary>What a row is of.</summary>
    public string Key(int row, int column) => _key(row, column);

    /// <summary>The value of a row; NaN where it is undefined.</summary>
    public double Value(int row) => _value(row);

    /// <summary>The rank of a row; null where it is undefined.</summary>
    public int? Rank(int row) => _rank?.Invoke(row);

    /// <summary>Whether there is one value for each vertex or edge, so that results of the same scope have the same rows.</summary>
    public bool HasItems => _items is not null;

    /// <summary>The vertex or edge of a row, where there is one value for each; null where rows are of something else.</summary>
    public int? Item(int row) => _items?[row];

    /// <summary>The rows of a result.</summary>
    /// <param name="run">The result.</param>
    /// <param name="ends">The ends of an edge id as they were written; null for those of the graph.</param>
    public static ResultRows Of(MeasureRun run, Func<int, (int Source, int Target)>? ends) => run.Result switch
    {
        EntityResult entities => OfEntities(run, entities),
        EdgeResult edges => OfEdges(run, edges, ends),
        PairResult pairs => OfPairs(run, pairs),
        PartitionResult partition => OfPartition(run, partition),
        PathResult paths => OfPaths(run, paths),
        GraphResult graph => new ResultRows(run, ["name"], 1, graph.Value is null ? 0 : 1, (_, _) => run.Measure.Name, _ => graph.Value ?? double.NaN),
        _ => throw new InvalidOperationException($"there are no rows for {run.Result.GetType().Name}"),
    };

    private static ResultRows OfEntities(MeasureRun run, EntityResult result)
    {
        var items = Ordered(result.Ranking, result.Scores);
        return new ResultRows(run, ["id"], items.Length, result.Ranking.Order.Count, (row, _) => run.Graph.VertexId(items[row]), row => result.Scores[items[row]],
            row => result.Ranking.RankOf(items[row]), items);
    }

    private static ResultRows OfEdges(MeasureRun run, EdgeResult result, Func<int, (int Source, int Target)>? ends)
    {
        var items = Ordered(result.Ranking, result.Scores);
        if (ends is null)
        {
            var known = EdgeEnds.Of(run.Graph.Graph);
            ends = edge => known[edge];
        }

        return new ResultRows(run, ["edge", "source", "target"], items.Length, result.Ranking.Order.Count,
            (row, column) => column switch
            {
                0 => run.Graph.EdgeId(items[row]),
                1 => run.Graph.VertexId(ends(items[row]).Source),
                _ => run.Graph.VertexId(ends(items[row]).Target),
            },
            row => result.Scores[items[row]], row => result.Ranking.RankOf(items[row]), items);
    }

    private static ResultRows OfPairs(MeasureRun run, PairResult result)
    {
        var ranks = Ranking.Of([.. result.Pairs.Select(p => p.Score)]);
        return new ResultRows(run, ["source", "target"], result.Pairs.Count, result.Pairs.Count,
            (row, column) => result.NameOf(run.Graph, column == 0 ? result.Pairs[row].First : result.Pairs[row].Second), row => result.Pairs[row].Score, row => ranks.RankOf(row));
    }

    private static ResultRows OfPaths(MeasureRun run, PathResult result)
    {
        (int Path, int Hop)[] rows = [.. result.Paths.SelectMany((path, number) => path.Vertices.Select((_, hop) => (number, hop)))];
        return new ResultRows(run, ["path", "hop", "id"], rows.Length, rows.Length,
            (row, column) => column switch
            {
                0 => (rows[row].Path + 1).ToString(CultureInfo.InvariantCulture),
                1 => rows[row].Hop.ToString(CultureInfo.InvariantCulture),
                _ => run.Graph.VertexId(result.Paths[rows[row].Path].Vertices[rows[row].Hop]),
            },
            row => result.Paths[rows[row].Path].Length);
    }

    private static ResultRows OfPartition(MeasureRun run, PartitionResult result)
    {
        var members = new List<int>();
        var groups = new List<int>();
        for (var group = 0; group < result.Count; group++)
        {
            foreach (var member in result.Members(group))
            {
                members.Add(member);
                groups.Add(group);
            }
        }

        // A vertex may be in several groups, or in none.
        return new ResultRows(run, ["id"], members.Count, members.Count, (row, _) => run.Graph.VertexId(members[row]), row => groups[row], null, result.Partition is null ? null : [.. members]);
    }

    private static int[] Ordered(Ranking ranking, double[] scores)
    {
        var items = new int[scores.Length];
        ranking.Order.ToArray().CopyTo(items, 0);
        if (ranking.Order.Count == items.Length) return items;
        var at = ranking.Order.Count;
        for (var item = 0; item < scores.Length; item++)
        {
            if (double.IsNaN(scores[item])) items[at++] = item;
        }

        return items;
    }
}
