using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Communities by label propagation: each vertex takes the label that weighs most among its neighbours, until every vertex has such a label. Direction
/// is ignored, every parallel counts, weights are strengths, loops are dropped.
/// </summary>
/// <remarks>
/// Semi-synchronous over a fixed colouring: vertices of one colour have no arcs between them and change at once, colours take turns. A vertex changes only
/// for a label that weighs more than its own, so the weight inside communities rises and the rounds end; labels that tie are drawn by (seed, vertex,
/// round). Time O(n + m) a round, mostly fewer than ten rounds; space O(n + m) and, a thread, 12 bytes a vertex. The same bytes at any number of threads.
/// Raghavan, U. N., Albert, R., Kumara, S. (2007). Physical Review E 76, 036106; Cordasco, G., Gargano, L. (2010). Community detection via
/// semi-synchronous label propagation algorithms. BASNA.
/// </remarks>
public static class LabelPropagation
{
    /// <summary>The most rounds that are tried.</summary>
    public const int MaxRounds = 1000;

    private const int Chunk = 512;

    /// <summary>A colour of fewer vertices is not worth waking a second thread for.</summary>
    private const int WorthSharing = 1024;

    /// <summary>How many vertices before its turn the row of one is asked for: those of a colour are far apart.</summary>
    private const int Ahead = 4;

    /// <summary>Finds communities.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="context">Threads, cancellation, progress and the seed; null for the defaults.</param>
    /// <returns>The communities; isolated vertices are alone.</returns>
    /// <exception cref="KernelException">NOT_CONVERGED: the rounds ran out.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static Partition Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        context ??= KernelContext.Default;
        Adjacency rows = graph.WithoutZeros().Undirected(context).Out;
        int n = rows.VertexCount;
        int[] labels = new int[n];
        for (int v = 0; v < n; v++)
        {
            labels[v] = v;
        }
        int[][] colours = GreedyColouring.Classes(rows);
        var tallies = new LabelTally[context.Threads];
        for (int round = 1; round <= MaxRounds; round++)
        {
            int changes = 0, now = round;
            foreach (int[] colour in colours)
            {
                KernelContext shared = colour.Length < WorthSharing ? context with { Threads = 1 } : context;
                Blocks.ForEach(shared, (colour.Length + Chunk - 1) / Chunk, (worker, item) =>
                {
                    LabelTally tally = tallies[worker] ??= new LabelTally(n);
                    int changed = 0;
                    ReadOnlySpan<int> turn = colour.AsSpan(item * Chunk, Math.Min(Chunk, colour.Length - item * Chunk));
                    for (int i = 0; i < turn.Length; i++)
                    {
                        int v = turn[i];
                        Prefetch.At(ref MemoryMarshal.GetArrayDataReference(rows.Neighbors), rows.Offsets[turn[Math.Min(i + Ahead, turn.Length - 1)]]);
                        int best = tally.Heaviest(rows, labels, v, context.Seed, now);
                        changed += best == labels[v] ? 0 : 1;
                        labels[v] = best;
                    }
                    Interlocked.Add(ref changes, changed);
                });
            }
            context.Report("label-propagation", round, MaxRounds);
            if (changes == 0)
            {
                return Partition.From(labels);
            }
        }
        throw new KernelException(KernelErrorCodes.NotConverged, $"Label propagation did not converge: after {MaxRounds} rounds labels still change.");
    }

    /// <summary>The weight of each label around a vertex; a worker's own.</summary>
    private sealed class LabelTally(int n)
    {
        private readonly double[] weight = new double[n];
        private readonly int[] met = new int[n + 1];

        public int Heaviest(Adjacency rows, int[] labels, int v, ulong seed, int round)
        {
            int own = labels[v], count = 0, end = rows.Offsets[v + 1];
            ref int list = ref MemoryMarshal.GetArrayDataReference(met);
            for (int arc = rows.Offsets[v]; arc < end; arc++)
            {
                int u = rows.Neighbors[arc];
                if (u == v)
                {
                    continue;
                }

                // Written each time and kept the first: whether a label is new cannot be foreseen.
                int label = labels[u];
                ref double sum = ref weight[label];
                Unsafe.Add(ref list, count) = label;
                count += sum == 0 ? 1 : 0;
                sum += rows.Weights is null ? 1 : rows.Weights[arc];
            }
            double most = weight[own];
            int best = own;
            ulong draw = 0, bestDraw = 0;
            foreach (int label in met.AsSpan(0, count))
            {
                if (weight[label] < most || (weight[label] == most && best == own))
                {
                    continue;
                }
                draw = CounterRandom.Bits(CounterRandom.Bits(seed, v, round), label);
                if (weight[label] > most || draw > bestDraw)
                {
                    (best, most, bestDraw) = (label, weight[label], draw);
                }
            }
            foreach (int label in met.AsSpan(0, count))
            {
                weight[label] = 0;
            }
            return best;
        }
    }
}
