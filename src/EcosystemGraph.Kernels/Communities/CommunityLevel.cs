using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// A graph whose vertices are communities of the level below. Both objectives, with and without direction, are the same sum here: what two vertices give by
/// being together is the weight between them, less a factor times out·in + in·out of their masses. Loops never change what a move gives and are left out.
/// </summary>
internal sealed class CommunityLevel
{
    private const int Ahead = 4;

    private CommunityLevel(Adjacency rows, double[] outMass, double[] inMass, double factor)
    {
        Rows = rows;
        OutMass = outMass;
        InMass = inMass;
        Factor = factor;
    }

    /// <summary>Symmetric, with weights, without loops.</summary>
    public Adjacency Rows { get; }

    public double[] OutMass { get; }

    public double[] InMass { get; }

    public double Factor { get; }

    public int Count => Rows.VertexCount;

    public static CommunityLevel Of(CsrGraph graph, CommunityOptions options)
    {
        CsrGraph positive = graph.WithoutZeros();
        Adjacency rows = positive.SimpleUndirected(ParallelWeights.Sum).Out;
        if (options.Objective == CommunityObjective.ConstantPotts)
        {
            double[] ones = new double[graph.VertexCount];
            Array.Fill(ones, 1);
            return new CommunityLevel(rows, ones, ones, options.Resolution / (graph.IsDirected ? 1 : 2));
        }
        double[] outMass = Degree.Strength(positive, EdgeDirection.Out);
        double[] inMass = graph.IsDirected ? Degree.Strength(positive, EdgeDirection.In) : outMass;
        double total = Blocks.Sum(outMass);
        return new CommunityLevel(rows, outMass, inMass, total == 0 ? 0 : options.Resolution / (graph.IsDirected ? total : 2 * total));
    }

    /// <summary>Asks for the first arcs of a vertex before its turn.</summary>
    public void PrefetchRow(int v)
    {
        int start = Rows.Offsets[v];
        ref int neighbors = ref MemoryMarshal.GetArrayDataReference(Rows.Neighbors);
        ref double weights = ref MemoryMarshal.GetArrayDataReference(Rows.Weights!);
        Prefetch.At(ref neighbors, start);
        Prefetch.At(ref weights, start);
        Prefetch.At(ref weights, start + 8);
    }

    /// <summary>The level above: one vertex for each group 0..count − 1.</summary>
    public CommunityLevel Merge(int[] groups, int count)
    {
        int[] starts = CountingSort.Offsets(count, groups);
        int[] members = new int[groups.Length], cursor = starts.AsSpan(0, count).ToArray();
        for (int v = 0; v < groups.Length; v++)
        {
            members[cursor[groups[v]]++] = v;
        }
        double[] outMass = new double[count], inMass = new double[count], toward = new double[count];
        int[] offsets = new int[count + 1];
        int[] neighbors = new int[Rows.Neighbors.Length + 1];
        double[] weights = new double[Rows.Neighbors.Length];
        int next = 0;
        for (int group = 0; group < count; group++)
        {
            int first = next;
            for (int i = starts[group]; i < starts[group + 1]; i++)
            {
                int v = members[i];
                PrefetchRow(members[Math.Min(i + Ahead, members.Length - 1)]);
                outMass[group] += OutMass[v];
                inMass[group] += InMass[v];
                int end = Rows.Offsets[v + 1];
                for (int arc = Rows.Offsets[v]; arc < end; arc++)
                {
                    // Written each time and kept the first: whether a community is new cannot be foreseen. The own one is taken out below.
                    int other = groups[Rows.Neighbors[arc]];
                    ref double sum = ref toward[other];
                    neighbors[next] = other;
                    next += sum == 0 ? 1 : 0;
                    sum += Rows.Weights![arc];
                }
            }
            int kept = first;
            for (int i = first; i < next; i++)
            {
                int other = neighbors[i];
                neighbors[kept] = other;
                weights[kept] = toward[other];
                kept += other == group ? 0 : 1;
                toward[other] = 0;
            }
            offsets[group + 1] = next = kept;
        }
        return new CommunityLevel(new Adjacency(offsets, neighbors.AsSpan(0, next).ToArray(), weights.AsSpan(0, next).ToArray(), null), outMass, inMass, Factor);
    }
}
