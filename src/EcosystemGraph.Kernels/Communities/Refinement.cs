using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Parts communities anew: starting from single vertices, each that is still alone and well connected to its community joins the well-connected part of it,
/// among those it has an arc to, that gains most and loses nothing.
/// </summary>
internal sealed class Refinement
{
    private const int PollEvery = 1 << 12;

    /// <summary>How many vertices before its turn the row of one is asked for; their order is random, so it is in no cache.</summary>
    private const int Ahead = 4;

    private readonly CommunityLevel level;
    private readonly int[] community;
    private readonly int[] part;
    private readonly double[] outMass;
    private readonly double[] inMass;
    private readonly int[] size;
    private readonly double[] cut;
    private readonly double[] communityOut;
    private readonly double[] communityIn;
    private readonly double[] toward;
    private readonly int[] met;

    public Refinement(CommunityLevel level, Partition communities)
    {
        this.level = level;
        community = communities.Labels;
        int n = level.Count;
        part = Louvain.Singletons(n);
        outMass = [.. level.OutMass];
        inMass = [.. level.InMass];
        size = new int[n];
        Array.Fill(size, 1);
        cut = new double[n];
        toward = new double[n];
        met = new int[n + 1];
        communityOut = new double[communities.Count];
        communityIn = new double[communities.Count];
        for (int v = 0; v < n; v++)
        {
            communityOut[community[v]] += level.OutMass[v];
            communityIn[community[v]] += level.InMass[v];
            cut[v] = Inside(v);
        }
    }

    /// <summary>The weight to the vertex's own community, added without a branch that could not be foreseen.</summary>
    private double Inside(int v)
    {
        Adjacency rows = level.Rows;
        int own = community[v], end = rows.Offsets[v + 1];
        double sum = 0;
        for (int arc = rows.Offsets[v]; arc < end; arc++)
        {
            long all = community[rows.Neighbors[arc]] == own ? -1L : 0L;
            sum += BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(rows.Weights![arc]) & all);
        }
        return sum;
    }

    /// <summary>The part of each vertex, named by one of its vertices.</summary>
    public int[] Run(ulong seed, int round, CancellationToken cancellation)
    {
        int steps = 0;
        int[] order = CounterRandom.Permutation(seed, level.Count, round);
        for (int i = 0; i < order.Length; i++)
        {
            int v = order[i];
            level.PrefetchRow(order[Math.Min(i + Ahead, order.Length - 1)]);
            if (++steps % PollEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            if (size[part[v]] == 1 && IsWellConnected(part[v], community[v]))
            {
                Join(v);
            }
        }
        return part;
    }

    /// <summary>Whether a part has at least the weight to the rest of its community that the objective charges for being together.</summary>
    private bool IsWellConnected(int p, int c) =>
        cut[p] >= level.Factor * (outMass[p] * (communityIn[c] - inMass[p]) + inMass[p] * (communityOut[c] - outMass[p]));

    private void Join(int v)
    {
        Adjacency rows = level.Rows;
        int count = 0, own = part[v], c = community[v];
        ref int list = ref MemoryMarshal.GetArrayDataReference(met);
        int end = rows.Offsets[v + 1];
        for (int arc = rows.Offsets[v]; arc < end; arc++)
        {
            int u = rows.Neighbors[arc];
            if (community[u] != c)
            {
                continue;
            }
            ref double sum = ref toward[part[u]];
            Unsafe.Add(ref list, count) = part[u];
            count += sum == 0 ? 1 : 0;
            sum += rows.Weights![arc];
        }
        int best = own;
        double most = 0, weight = 0;
        foreach (int p in met.AsSpan(0, count))
        {
            double gives = toward[p] - level.Factor * (level.OutMass[v] * inMass[p] + level.InMass[v] * outMass[p]);
            if (gives >= 0 && (best == own || gives > most) && IsWellConnected(p, c))
            {
                (best, most, weight) = (p, gives, toward[p]);
            }
            toward[p] = 0;
        }
        if (best == own)
        {
            return;
        }
        part[v] = best;
        outMass[best] += level.OutMass[v];
        inMass[best] += level.InMass[v];
        cut[best] += cut[own] - 2 * weight;
        size[best]++;
        size[own] = 0;
    }
}
