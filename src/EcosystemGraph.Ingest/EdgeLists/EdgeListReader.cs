using System.Collections.Concurrent;
using EcosystemGraph.Model;

namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>Reads edge lists from CSV: UTF-8, a header, columns by name, ids of any text.</summary>
/// <remarks>
/// Two stages: threads take blocks of whole rows and number the ids that they meet each in a table of its own; then the tables are joined and the vertices numbered
/// in the ordinal order of their ids, so that the result is the same at any number of threads. No text is made for an edge. O(bytes + n log n); memory 8 bytes an edge twice over
/// (twice 16 with weights), and the ids.
/// </remarks>
public static class EdgeListReader
{
    /// <summary>Reads an edge list.</summary>
    /// <param name="source">The files and their columns.</param>
    /// <param name="report">Told the bytes that were read and those of the file, 0 if that is not known; from any thread. Null tells nobody.</param>
    /// <param name="cancellationToken">Stops reading at the next block.</param>
    /// <exception cref="InvalidInputException">A file cannot be read, lacks a column, or has rows that are not edges: the first by file, line and column, and how many there are.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static EdgeList Read(EdgeListSource source, Action<long, long>? report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Threads, 1, nameof(source));
        var nodes = source.Nodes is { } path ? Opening(path, NodeFile.Read) : null;
        using var blocks = new RowBlocks(Opening(source.Edges, OpenEdges), source.Edges, report);
        var first = Reading(source, () => blocks.Next(null));
        var (roles, rowsAt) = EdgeColumns.Read(first, source);
        var parsers = Enumerable.Range(0, source.Threads).Select(_ => new EdgeBlockParser(source, roles)).ToArray();
        var parsed = new ConcurrentBag<EdgeBlock>();
        InParallel(parsers.Length, thread =>
        {
            var next = thread == 0 ? first : Reading(source, () => blocks.Next(null));
            while (next is { } block)
            {
                cancellationToken.ThrowIfCancellationRequested();
                parsed.Add(parsers[thread].Parse(block, block.Number == 0 ? rowsAt : 0));
                next = Reading(source, () => blocks.Next(block.Bytes));
            }
        });

        cancellationToken.ThrowIfCancellationRequested();
        RefuseBadRows(parsers);
        return Join(source, nodes, parsers, [.. parsed.OrderBy(b => b.Number)], blocks.Digest());
    }

    private static EdgeList Join(EdgeListSource source, NodeFile? nodes, EdgeBlockParser[] parsers, EdgeBlock[] blocks, string digest)
    {
        var known = nodes?.Ids.Count ?? 0;
        var tables = parsers.Select(p => p.Ids);
        var vertices = new VertexNumbers([.. nodes is null ? tables : tables.Prepend(nodes.Ids)]);
        if (nodes is not null && vertices.Ids.Length > known) throw Stranger(source, vertices, vertices.Of(nodes.Ids).AsSpan(0, known));

        var starts = new long[blocks.Length + 1];
        for (var b = 0; b < blocks.Length; b++) starts[b + 1] = starts[b] + blocks[b].Count;
        if (starts[^1] > Array.MaxLength)
            throw new InvalidInputException([new Problem(ProblemCode.InvalidValue, $"there are {starts[^1]} edges; expected at most {Array.MaxLength}", source.Edges)]);
        var sources = new int[starts[^1]];
        var targets = new int[starts[^1]];
        var weights = source.WeightColumn is null ? null : new double[starts[^1]];
        var next = -1;
        InParallel(Math.Clamp(blocks.Length, 1, source.Threads), _ =>
        {
            for (int b; (b = Interlocked.Increment(ref next)) < blocks.Length;)
            {
                var (block, at) = (blocks[b], (int)starts[b]);
                var vertexOf = vertices.Of(block.Ids);
                Translate(block.Sources, vertexOf, sources.AsSpan(at));
                Translate(block.Targets, vertexOf, targets.AsSpan(at));
                block.Weights.CopyTo(weights.AsSpan(weights is null ? 0 : at));
            }
        });
        return new EdgeList(vertices.Ids, sources, targets, weights, nodes?.ByVertex(vertices.Of(nodes.Ids)) ?? [], digest, nodes?.Digest);
    }

    private static void Translate(ReadOnlySpan<int> numbers, int[] vertexOf, Span<int> vertices)
    {
        for (var i = 0; i < numbers.Length; i++) vertices[i] = vertexOf[numbers[i]];
    }

    private static void RefuseBadRows(EdgeBlockParser[] parsers)
    {
        if (parsers.Where(p => p.First is not null).MinBy(p => (p.First!.Line, p.First.Column)) is not { } worst) return;
        var more = parsers.Sum(p => (long)p.Problems) - 1;
        throw new InvalidInputException([more == 0 ? worst.First! : worst.First! with { Message = $"{worst.First!.Message} (and {more} more such {(more == 1 ? "row" : "rows")})" }]);
    }

    private static InvalidInputException Stranger(EdgeListSource source, VertexNumbers vertices, ReadOnlySpan<int> nodes)
    {
        var isNode = new bool[vertices.Ids.Length];
        foreach (var vertex in nodes) isNode[vertex] = true;
        var id = vertices.Ids[Array.IndexOf(isNode, false)];
        return new InvalidInputException([new Problem(ProblemCode.DanglingEnd, $"an edge ends at '{id}', which '{source.Nodes}' does not have", source.Edges)]);
    }

    private static FileStream OpenEdges(string path) => new(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });

    private static T Opening<T>(string path, Func<string, T> open)
    {
        try
        {
            return open(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unreadable(path, "there is no such file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, Directory.Exists(path) ? "it is a folder" : error.Message);
        }
    }

    private static T Reading<T>(EdgeListSource source, Func<T> read) => Opening(source.Edges, _ => read());

    private static InvalidInputException Unreadable(string path, string why) => new([new Problem(ProblemCode.MissingValue, $"the file cannot be read: {why}", path)]);

    /// <summary>Runs on this thread and on others. An exception is thrown once all have ended.</summary>
    private static void InParallel(int threads, Action<int> body)
    {
        var others = Enumerable.Range(1, threads - 1).Select(thread => Task.Factory.StartNew(() => body(thread), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        try
        {
            body(0);
        }
        finally
        {
            foreach (var other in others) ((IAsyncResult)other).AsyncWaitHandle.WaitOne();
        }

        foreach (var other in others) other.GetAwaiter().GetResult();
    }
}
