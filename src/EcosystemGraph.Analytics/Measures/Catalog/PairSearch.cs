using System.Runtime.InteropServices;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Finds the pairs to score and keeps the best.</summary>
/// <remarks>
/// Of each asked vertex in turn, those at distance two; the pairs of one vertex go through the kernel together, and of all only the best are kept, so that memory is
/// bounded by the limit and the largest neighbourhood of a neighbourhood.
/// </remarks>
internal static class PairSearch
{
    private const int BatchPairs = 1 << 18;
    /// <summary>What the pairs that go through the kernel together take, with their scores.</summary>
    public const double BatchBytes = 48.0 * BatchPairs;

    private const string AllPairs = "ALL";
    private const string UnjoinedPairs = "UNJOINED";
    private const string JoinedPairs = "JOINED";

    public static readonly MeasureParameter Of =
        new("of", MeasureParameterType.Vertices, null, "One of each pair is one of these; not given: any pair.");

    public static readonly MeasureParameter Limit =
        new("limit", MeasureParameterType.Integer, 1000L, "How many of the best pairs are kept.") { Minimum = 1, Maximum = 100_000_000 };

    public static readonly MeasureParameter Joined =
        new("pairs", MeasureParameterType.Choice, AllPairs, "ALL: any. UNJOINED: only pairs that no edge joins, to predict links. JOINED: only pairs that one does.")
        {
            Choices = [AllPairs, UnjoinedPairs, JoinedPairs],
        };

    public static PairResult Run(MeasureInput input, SimilarityMeasure measure, bool sharedOnly)
    {
        var graph = input.Graph.SimpleUndirected(ParallelWeights.None);
        var asked = input.Vertices(Of.Name);
        var isAsked = new bool[graph.VertexCount];
        foreach (var v in asked ?? []) isAsked[v] = true;
        var sources = asked ?? [.. Enumerable.Range(0, graph.VertexCount)];
        var best = new BestPairs(input.Arguments.Integer(Limit.Name));
        var pairs = new List<(int First, int Second)>();
        var seen = new int[graph.VertexCount];
        var wanted = input.Arguments.Choice(Joined.Name);
        for (var i = 0; i < sources.Length; i++)
        {
            input.Context.Cancellation.ThrowIfCancellationRequested();
            Collect(graph, sources[i], i + 1, seen, sharedOnly, wanted, other => asked is null ? other > sources[i] : !isAsked[other] || other > sources[i], pairs);
            if (pairs.Count < BatchPairs && i + 1 < sources.Length) continue;
            var scores = NeighborSimilarity.Compute(graph, pairs, measure, input.Context);
            for (var p = 0; p < scores.Length; p++) best.Add(new PairValue(pairs[p].First, pairs[p].Second, scores[p]));
            pairs.Clear();
            input.Context.Progress?.Report(new KernelProgress(input.Measure.Name, i + 1, sources.Length));
        }

        return new PairResult(best.Sorted());
    }

    private static void Collect(CsrGraph graph, int source, int round, int[] seen, bool sharedOnly, string wanted, Predicate<int> counts, List<(int First, int Second)> pairs)
    {
        var neighbors = graph.OutNeighbors(source);
        var first = pairs.Count;
        if (sharedOnly)
        {
            seen[source] = round;
            foreach (var middle in neighbors)
            {
                foreach (var other in graph.OutNeighbors(middle))
                {
                    if (seen[other] == round) continue;
                    seen[other] = round;
                    if (counts(other) && Fits(neighbors, other)) pairs.Add((source, other));
                }
            }
        }
        else
        {
            for (var other = 0; other < graph.VertexCount; other++)
            {
                if (other != source && counts(other) && Fits(neighbors, other)) pairs.Add((source, other));
            }
        }

        CollectionsMarshal.AsSpan(pairs)[first..].Sort();

        bool Fits(ReadOnlySpan<int> row, int other) => wanted == AllPairs || (row.BinarySearch(other) >= 0) == (wanted == JoinedPairs);
    }

    /// <summary>The best of many pairs, by score, then by their vertices.</summary>
    private sealed class BestPairs(int limit)
    {
        private static readonly Comparer<PairValue> WorstFirst = Comparer<PairValue>.Create(static (a, b) =>
        {
            var order = a.Score.CompareTo(b.Score);
            if (order == 0) order = b.First.CompareTo(a.First);
            return order != 0 ? order : b.Second.CompareTo(a.Second);
        });

        private readonly PriorityQueue<PairValue, PairValue> _kept = new(WorstFirst);

        public void Add(PairValue pair)
        {
            if (_kept.Count < limit) _kept.Enqueue(pair, pair);
            else if (WorstFirst.Compare(pair, _kept.Peek()) > 0) _kept.EnqueueDequeue(pair, pair);
        }

        public PairValue[] Sorted()
        {
            var sorted = new PairValue[_kept.Count];
            for (var i = sorted.Length - 1; i >= 0; i--) sorted[i] = _kept.Dequeue();
            return sorted;
        }
    }
}
