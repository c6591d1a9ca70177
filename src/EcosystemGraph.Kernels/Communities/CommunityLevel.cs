namespace EcosystemGraph.Kernels;

/// <summary>
/// A graph whose vertices are communities of the level below. Both objectives, with and without direction, are the same sum here: what two vertices give by
/// being together is the weight between them, less a factor times out·in + in·out of their masses. Loops never change what a move gives and are left out.
/// </summary>
internal sealed class CommunityLevel
{
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
        var neighbors = new List<int>();
        var weights = new List<double>();
        for (int group = 0; group < count; group++)
        {
            int first = neighbors.Count;
            for (int i = starts[group]; i < starts[group + 1]; i++)
            {
                int v = members[i];
                outMass[group] += OutMass[v];
                inMass[group] += InMass[v];
                for (int arc = Rows.Offsets[v]; arc < Rows.Offsets[v + 1]; arc++)
                {
                    int other = groups[Rows.Neighbors[arc]];
                    if (other == group)
                    {
                        continue;
                    }
                    if (toward[other] == 0)
                    {
                        neighbors.Add(other);
                    }
                    toward[other] += Rows.Weights![arc];
                }
            }
            for (int i = first; i < neighbors.Count; i++)
            {
                weights.Add(toward[neighbors[i]]);
                toward[neighbors[i]] = 0;
            }
            offsets[group + 1] = neighbors.Count;
        }
        return new CommunityLevel(new Adjacency(offsets, [.. neighbors], [.. weights], null), outMass, inMass, Factor);
    }
}
