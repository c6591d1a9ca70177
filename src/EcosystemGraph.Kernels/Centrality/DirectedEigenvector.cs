namespace EcosystemGraph.Kernels;

/// <summary>
/// The limit from ones of the iteration with a directed graph, by its strong components. The largest eigenvalue is that of one or several of them, the basic
/// ones; after k rounds a vertex has about k^(h − 1) times the eigenvalue's k-th power, where h is how many basic components at most follow each other on a way to
/// it. Plain iteration therefore comes to its limit slowly, like 1/k, where h is more than 1, and slowly too where a component's eigenvalue is
/// nearly the largest. Here the leading coefficients are computed component by component, and only those of the highest h are left in the limit.
/// </summary>
/// <remarks>
/// Rothblum, U. G. (1975). Algebraic eigenspaces of nonnegative matrices. Linear Algebra and its Applications 12, 281–292.
/// </remarks>
internal sealed class DirectedEigenvector
{
    private const string Phase = "eigenvector";

    /// <summary>Eigenvalues that differ by less than this, relative to the largest, are one that is repeated.</summary>
    private const double Repeated = 1e-10;

    private const double ResidualTolerance = 1e-14;

    private readonly CsrGraph graph;
    private readonly KernelContext context;
    private readonly int[] labels;
    private readonly int[][] members;
    private readonly int[] order;
    private readonly int[] local;

    public DirectedEigenvector(CsrGraph graph, KernelContext context)
    {
        this.graph = graph;
        this.context = context;
        Partition components = StrongComponents.Compute(graph, context);
        labels = components.Labels;
        local = new int[labels.Length];
        members = Array.ConvertAll(components.Sizes, size => new int[size]);
        int[] filled = new int[members.Length];
        for (int v = 0; v < labels.Length; v++)
        {
            local[v] = filled[labels[v]];
            members[labels[v]][filled[labels[v]]++] = v;
        }
        order = TopologicalOrder();
    }

    /// <summary>The unit vector; null if the largest eigenvalue is 0.</summary>
    public double[]? Compute()
    {
        double[] values = new double[members.Length];
        double[]?[] right = new double[members.Length][];
        for (int c = 0; c < members.Length; c++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            (values[c], right[c]) = Perron(c, graph.In);
        }
        double largest = values.Length == 0 ? 0 : values.Max();
        if (largest == 0)
        {
            return null;
        }
        bool[] isBasic = Array.ConvertAll(values, value => value >= largest * (1 - Repeated));
        int[] heights = Heights(isBasic);

        // With one basic component what comes before it only scales it.
        bool alone = isBasic.Count(basic => basic) == 1;
        double[] leading = new double[graph.VertexCount];
        foreach (int c in order)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            int height = heights[c];
            if (alone && height == 0)
            {
                continue;
            }
            double[] inflow = Inflow(c, leading, heights, isBasic[c] ? height - 1 : height);
            if (isBasic[c] && !alone)
            {
                double[] left = Perron(c, graph.Out).Vector!;
                double scale = Dot(left, height == 1 ? PlusOne(inflow) : inflow) / Dot(left, right[c]!) / (height == 1 ? 1 : largest * (height - 1));
                Set(c, right[c]!, scale, leading);
            }
            else if (isBasic[c])
            {
                Set(c, right[c]!, 1, leading);
            }
            else
            {
                Set(c, Through(c, height == 0 ? PlusOne(inflow) : inflow, largest), 1, leading);
            }
        }

        int highest = heights.Max();
        for (int v = 0; v < leading.Length; v++)
        {
            leading[v] = heights[labels[v]] == highest ? leading[v] : 0;
        }
        return DominantEigenvector.Unit(leading, context);
    }

    private static double[] PlusOne(double[] values) => Array.ConvertAll(values, value => value + 1);

    private static double Dot(double[] x, double[] y)
    {
        double[] products = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            products[i] = x[i] * y[i];
        }
        return Blocks.Sum(products);
    }

    private void Set(int component, double[] values, double scale, double[] leading)
    {
        for (int i = 0; i < values.Length; i++)
        {
            leading[members[component][i]] = scale * Math.Max(0, values[i]);
        }
    }

    /// <summary>The largest eigenvalue of a component and its vector, in the rows of either direction; 0 and null without an arc inside.</summary>
    private (double Value, double[]? Vector) Perron(int component, Adjacency rows)
    {
        if (members[component].Length == 1)
        {
            double loop = Loop(members[component][0], rows);
            return loop > 0 ? (loop, [1]) : (0, null);
        }
        Adjacency inside = Inside(component, rows);
        return DominantEigenvector.Irreducible(inside, Phase, context);
    }

    /// <summary>Solves λz = Mz + b in a component whose own eigenvalue is less than λ.</summary>
    private double[] Through(int component, double[] inflow, double value)
    {
        int n = inflow.Length;
        if (n == 1)
        {
            return [inflow[0] / (value - Loop(members[component][0], graph.In))];
        }
        double[] z = Array.ConvertAll(inflow, b => b / value);
        if (Array.TrueForAll(z, b => b == 0))
        {
            return z;
        }
        var vectors = new Vectors(context, n);
        double reached = double.PositiveInfinity;
        int? taken = new Resolvent(Inside(component, graph.In), context).Solve(
            1 / value, (double[])z.Clone(), z, residual => (reached = vectors.Norm(residual) / vectors.Norm(z)) <= ResidualTolerance, DominantEigenvector.MaxRounds);

        // As near as rounding lets it come is near enough.
        return taken is not null || reached <= DominantEigenvector.Tolerance
            ? z
            : throw KernelException.NotConverged(Phase, DominantEigenvector.MaxRounds, reached, DominantEigenvector.Tolerance);
    }

    /// <summary>For each vertex of a component what arrives from vertices of other components that have a height.</summary>
    private double[] Inflow(int component, double[] leading, int[] heights, int from)
    {
        double[] inflow = new double[members[component].Length];
        for (int i = 0; i < inflow.Length; i++)
        {
            Poll(i);
            int v = members[component][i];
            ReadOnlySpan<int> sources = graph.In.NeighborsOf(v);
            ReadOnlySpan<double> weights = graph.In.WeightsOf(v);
            for (int k = 0; k < sources.Length; k++)
            {
                int source = labels[sources[k]];
                if (source != component && heights[source] == from)
                {
                    inflow[i] += leading[sources[k]] * (weights.IsEmpty ? 1 : weights[k]);
                }
            }
        }
        return inflow;
    }

    private int[] Heights(bool[] isBasic)
    {
        int[] heights = new int[members.Length];
        foreach (int c in order)
        {
            for (int i = 0; i < members[c].Length; i++)
            {
                Poll(i);
                int v = members[c][i];
                foreach (int u in graph.In.NeighborsOf(v))
                {
                    heights[c] = Math.Max(heights[c], labels[u] == c ? 0 : heights[labels[u]]);
                }
            }
            heights[c] += isBasic[c] ? 1 : 0;
        }
        return heights;
    }

    private void Poll(int at)
    {
        if (at % Blocks.Size == 0)
        {
            context.Cancellation.ThrowIfCancellationRequested();
        }
    }

    private static double Loop(int v, Adjacency rows)
    {
        double sum = 0;
        for (int arc = rows.Offsets[v]; arc < rows.Offsets[v + 1]; arc++)
        {
            sum += rows.Neighbors[arc] != v ? 0 : rows.Weights is null ? 1 : rows.Weights[arc];
        }
        return sum;
    }

    /// <summary>The arcs inside a component, its vertices numbered anew; the rows themselves where it is all there is.</summary>
    private Adjacency Inside(int component, Adjacency rows)
    {
        int[] vertices = members[component];
        if (vertices.Length == graph.VertexCount)
        {
            return rows;
        }
        int[] offsets = new int[vertices.Length + 1];
        for (int i = 0; i < vertices.Length; i++)
        {
            Poll(i);
            int count = 0;
            foreach (int u in rows.NeighborsOf(vertices[i]))
            {
                count += labels[u] == component ? 1 : 0;
            }
            offsets[i + 1] = offsets[i] + count;
        }
        int[] neighbors = new int[offsets[^1]];
        double[]? weights = rows.Weights is null ? null : new double[offsets[^1]];
        for (int i = 0, at = 0; i < vertices.Length; i++)
        {
            Poll(i);
            for (int arc = rows.Offsets[vertices[i]]; arc < rows.Offsets[vertices[i] + 1]; arc++)
            {
                if (labels[rows.Neighbors[arc]] != component)
                {
                    continue;
                }
                neighbors[at] = local[rows.Neighbors[arc]];
                if (weights is not null)
                {
                    weights[at] = rows.Weights![arc];
                }
                at++;
            }
        }
        return new Adjacency(offsets, neighbors, weights, null);
    }

    /// <summary>The components, each after all from which arcs lead to it (Kahn).</summary>
    private int[] TopologicalOrder()
    {
        int[] waiting = new int[members.Length], sorted = new int[members.Length];
        for (int v = 0; v < graph.VertexCount; v++)
        {
            Poll(v);
            foreach (int u in graph.Out.NeighborsOf(v))
            {
                waiting[labels[u]] += labels[u] == labels[v] ? 0 : 1;
            }
        }
        int count = 0;
        for (int c = 0; c < members.Length; c++)
        {
            if (waiting[c] == 0)
            {
                sorted[count++] = c;
            }
        }
        for (int done = 0; done < count; done++)
        {
            for (int i = 0; i < members[sorted[done]].Length; i++)
            {
                Poll(i);
                int v = members[sorted[done]][i];
                foreach (int u in graph.Out.NeighborsOf(v))
                {
                    if (labels[u] != labels[v] && --waiting[labels[u]] == 0)
                    {
                        sorted[count++] = labels[u];
                    }
                }
            }
        }
        return sorted;
    }
}
