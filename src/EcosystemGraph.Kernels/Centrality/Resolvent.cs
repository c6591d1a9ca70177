namespace EcosystemGraph.Kernels;

/// <summary>
/// Solves x = α·M·x + b for a matrix without negative entries and α below the inverse of its largest eigenvalue, by generalised minimal residuals over Krylov spaces of
/// 24, each product with the matrix being a sweep in which the vertices that are done already count with what they have become.
/// </summary>
/// <remarks>
/// Where α is near that inverse, plain rounds come nearer by a hair each. Spaces take the few directions in which they are slow at once; sweeps go round a
/// cycle at once, however long it is, for the order of the vertices is that in which a search along the arcs leaves them. One thread.
/// Saad, Y., Schultz, M. H. (1986). GMRES: a generalized minimal residual algorithm for solving nonsymmetric linear systems. SIAM J. Sci. Stat. Comput. 7, 856–869.
/// </remarks>
internal sealed class Resolvent
{
    private const int KrylovSize = 24;

    private readonly Adjacency rows;
    private readonly KernelContext context;
    private readonly Vectors vectors;
    private readonly KrylovSpace space;
    private readonly int[] order;
    private readonly bool[] isDone;
    private readonly double[] constant;
    private readonly double[] residual;

    /// <param name="rows">The matrix by rows: the arcs that enter each vertex.</param>
    /// <param name="context">Cancellation.</param>
    public Resolvent(Adjacency rows, KernelContext context)
    {
        int n = rows.VertexCount;
        this.rows = rows;
        this.context = context;
        vectors = new Vectors(context, n);
        space = new KrylovSpace(vectors, n, KrylovSize);
        order = SourcesFirst(rows);
        isDone = new bool[n];
        constant = new double[n];
        residual = new double[n];
    }

    /// <summary>Betters x until its residual is good enough.</summary>
    /// <param name="alpha">α, at least 0.</param>
    /// <param name="b">The constant, at least 0.</param>
    /// <param name="x">Where it starts, and what it comes to.</param>
    /// <param name="goodEnough">
    /// Told c + G·x − x, where x = G·x + c are the equations after a sweep. G has no negative entries, c is at least b: where the residual is at most
    /// r everywhere and b at least β, the error of x is at most r/β times the solution.
    /// </param>
    /// <param name="sweeps">The sweeps that it may take.</param>
    /// <returns>The sweeps that it took; null if they did not suffice.</returns>
    public int? Solve(double alpha, double[] b, double[] x, Predicate<double[]> goodEnough, int sweeps)
    {
        Sweep(alpha, null, b, constant);
        int done = 1;
        while (done < sweeps)
        {
            Sweep(alpha, x, null, residual);
            done++;
            for (int v = 0; v < residual.Length; v++)
            {
                residual[v] += constant[v] - x[v];
            }
            if (goodEnough(residual))
            {
                return done;
            }
            double norm = vectors.Norm(residual);
            if (!(norm > 0 && double.IsFinite(norm)))
            {
                return null;
            }
            done += space.Build(residual, norm, (from, to) => Sweep(alpha, from, null, to), sweeps - done);
            space.AddTo(x, LeastSquares.Solve(space.Projected, space.Size, norm));
        }
        return null;
    }

    /// <summary>The vertices so that, as far as cycles allow, the sources of arcs come before their targets: the order in which a depth-first search against the arcs leaves them.</summary>
    private static int[] SourcesFirst(Adjacency rows)
    {
        int n = rows.VertexCount, count = 0;
        int[] order = new int[n], next = new int[n];
        bool[] isSeen = new bool[n];
        var path = new Stack<int>();
        for (int root = 0; root < n; root++)
        {
            if (isSeen[root])
            {
                continue;
            }
            isSeen[root] = true;
            path.Push(root);
            while (path.TryPeek(out int v))
            {
                ReadOnlySpan<int> sources = rows.NeighborsOf(v);
                while (next[v] < sources.Length && isSeen[sources[next[v]]])
                {
                    next[v]++;
                }
                if (next[v] == sources.Length)
                {
                    order[count++] = path.Pop();
                    continue;
                }
                isSeen[sources[next[v]]] = true;
                path.Push(sources[next[v]]);
            }
        }
        return order;
    }

    /// <summary>Sets y to the sweep from x: y_v = b_v + α·Σ of y over sources that are done, of x over the others; what is null counts as 0.</summary>
    private void Sweep(double alpha, double[]? x, double[]? b, double[] y)
    {
        Array.Clear(isDone);
        for (int i = 0; i < order.Length; i++)
        {
            if (i % Blocks.Size == 0)
            {
                context.Cancellation.ThrowIfCancellationRequested();
            }
            int v = order[i];
            double sum = 0;
            for (int arc = rows.Offsets[v]; arc < rows.Offsets[v + 1]; arc++)
            {
                int u = rows.Neighbors[arc];
                double value = isDone[u] ? y[u] : x is null ? 0 : x[u];
                sum += rows.Weights is null ? value : rows.Weights[arc] * value;
            }
            y[v] = (b is null ? 0 : b[v]) + alpha * sum;
            isDone[v] = true;
        }
    }
}
