using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Moves vertices between communities as long as that raises the objective. A vertex is looked at again only when a neighbour left its community.
/// </summary>
internal sealed class LocalMoving
{
    private const int PollEvery = 1 << 12;

    /// <summary>A move must gain more than this, relative to the weights it is made of, or rounding could go round in circles.</summary>
    private const double LeastGain = 1e-12;

    /// <summary>How many vertices before its turn the row of one is asked for; their order is random, so it is in no cache.</summary>
    private const int Ahead = 4;

    private readonly CommunityLevel level;
    private readonly int[] group;
    private readonly double[] outMass;
    private readonly double[] inMass;
    private readonly int[] size;
    private readonly double[] toward;
    private readonly int[] met;
    private readonly Stack<int> empty = new();

    /// <summary>Works on groups named 0..count − 1 of the level's vertices, and changes them in place.</summary>
    public LocalMoving(CommunityLevel level, int[] group)
    {
        this.level = level;
        this.group = group;
        int n = level.Count;
        outMass = new double[n];
        inMass = new double[n];
        size = new int[n];
        toward = new double[n];
        met = new int[n + 1];
        for (int v = 0; v < n; v++)
        {
            outMass[group[v]] += level.OutMass[v];
            inMass[group[v]] += level.InMass[v];
            size[group[v]]++;
        }
        for (int g = n - 1; g >= 0; g--)
        {
            if (size[g] == 0)
            {
                empty.Push(g);
            }
        }
    }

    /// <summary>Moves until nothing gains; whether anything moved.</summary>
    public bool Run(ulong seed, int round, CancellationToken cancellation)
    {
        int n = level.Count;
        int[] queue = CounterRandom.Permutation(seed, n, round);
        bool[] waits = new bool[n];
        Array.Fill(waits, true);
        bool moved = false;
        int steps = 0;
        for (int head = 0, count = n; count > 0; count--)
        {
            if (++steps % PollEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            int v = queue[head];
            level.PrefetchRow(queue[(int)(((long)head + Ahead) % n)]);
            head = head + 1 == n ? 0 : head + 1;
            waits[v] = false;
            int from = group[v], to = Best(v);
            if (to == from)
            {
                continue;
            }
            moved = true;
            foreach (int u in level.Rows.NeighborsOf(v))
            {
                if (!waits[u] && group[u] != to)
                {
                    // v is still counted, so the next free place is count − 1 after the new head.
                    int tail = head + count - 1;
                    queue[tail >= n ? tail - n : tail] = u;
                    waits[u] = true;
                    count++;
                }
            }
        }
        return moved;
    }

    /// <summary>Puts a vertex where it gives most and returns that community; ties leave it, or go to the one met first.</summary>
    private int Best(int v)
    {
        int from = group[v];
        double outV = level.OutMass[v], inV = level.InMass[v];
        outMass[from] -= outV;
        inMass[from] -= inV;
        if (--size[from] == 0)
        {
            outMass[from] = inMass[from] = 0;
            empty.Push(from);
        }
        int count = 0;
        double strength = 0;
        Adjacency rows = level.Rows;
        ref int neighbors = ref MemoryMarshal.GetArrayDataReference(rows.Neighbors);
        ref double weights = ref MemoryMarshal.GetArrayDataReference(rows.Weights!);
        ref int groups = ref MemoryMarshal.GetArrayDataReference(group);
        ref double sums = ref MemoryMarshal.GetArrayDataReference(toward);
        ref int list = ref MemoryMarshal.GetArrayDataReference(met);
        int end = rows.Offsets[v + 1];
        for (int arc = rows.Offsets[v]; arc < end; arc++)
        {
            int g = Unsafe.Add(ref groups, Unsafe.Add(ref neighbors, arc));
            double weight = Unsafe.Add(ref weights, arc);
            ref double sum = ref Unsafe.Add(ref sums, g);

            // Written each time and kept the first: whether a community is new cannot be foreseen.
            Unsafe.Add(ref list, count) = g;
            count += sum == 0 ? 1 : 0;
            sum += weight;
            strength += weight;
        }
        int best = from;
        double most = Gives(from) + LeastGain * strength;
        foreach (int g in met.AsSpan(0, count))
        {
            double gives = Gives(g);
            if (gives > most)
            {
                (best, most) = (g, gives);
            }
            toward[g] = 0;
        }
        toward[from] = 0;
        if (most < 0)
        {
            best = empty.Peek();
        }
        if (size[best] == 0)
        {
            // An emptied community is on top of the stack whenever it can be chosen.
            best = empty.Pop();
        }
        outMass[best] += outV;
        inMass[best] += inV;
        size[best]++;
        return group[v] = best;

        double Gives(int g) => toward[g] - level.Factor * (outV * inMass[g] + inV * outMass[g]);
    }
}
