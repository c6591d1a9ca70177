namespace EcosystemGraph.Kernels;

/// <summary>Eigenvectors of small symmetric matrices, by Jacobi's rotations.</summary>
internal static class SmallEigen
{
    private const int MaxSweeps = 60;

    /// <summary>Eigenvalues that differ by less than this, relative to the largest, are one that is repeated.</summary>
    private const double Repeated = 5e-13;

    /// <summary>
    /// The projection of the first unit vector on the eigenvectors of the largest eigenvalue of a symmetric tridiagonal matrix. Rounding can bring a
    /// second copy of that eigenvalue into a Krylov space; projecting keeps it from turning the vector.
    /// </summary>
    public static double[] LargestOfTridiagonal(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> off)
    {
        int n = diagonal.Length;
        double[,] a = new double[n, n], vectors = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            a[i, i] = diagonal[i];
            vectors[i, i] = 1;
            if (i + 1 < n)
            {
                a[i, i + 1] = a[i + 1, i] = off[i];
            }
        }
        for (int sweep = 0; sweep < MaxSweeps && Rotate(a, vectors, n); sweep++)
        {
        }
        int largest = 0;
        for (int i = 1; i < n; i++)
        {
            largest = a[i, i] > a[largest, largest] ? i : largest;
        }
        double[] vector = new double[n];
        for (int j = 0; j < n; j++)
        {
            if (a[j, j] < a[largest, largest] * (1 - Repeated))
            {
                continue;
            }
            for (int i = 0; i < n; i++)
            {
                vector[i] += vectors[0, j] * vectors[i, j];
            }
        }
        return vector;
    }

    /// <summary>
    /// The projection of the first unit vector on the eigenvector of the eigenvalue with the largest real part, by squaring I + ε·H again and again: it is the
    /// largest by modulus of that, for a small ε.
    /// </summary>
    public static double[] RightmostOfHessenberg(double[,] hessenberg, int size)
    {
        const double Step = 0.125;
        const int Squarings = 40;
        double most = 0;
        for (int i = 0; i < size; i++)
        {
            double row = 0;
            for (int k = 0; k < size; k++)
            {
                row += Math.Abs(hessenberg[i, k]);
            }
            most = Math.Max(most, row);
        }
        double[,] power = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int k = 0; k < size; k++)
            {
                power[i, k] = (i == k ? 1 : 0) + Step / most * hessenberg[i, k];
            }
        }
        for (int squaring = 0; squaring < Squarings; squaring++)
        {
            power = Squared(power, size);
        }
        double[] vector = new double[size];
        for (int i = 0; i < size; i++)
        {
            vector[i] = power[i, 0];
        }
        return vector;
    }

    /// <summary>The square, over its largest entry.</summary>
    private static double[,] Squared(double[,] a, int size)
    {
        double[,] square = new double[size, size];
        double most = 0;
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                double sum = 0;
                for (int k = 0; k < size; k++)
                {
                    sum += a[i, k] * a[k, j];
                }
                square[i, j] = sum;
                most = Math.Max(most, Math.Abs(sum));
            }
        }
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                square[i, j] /= most;
            }
        }
        return square;
    }

    /// <summary>One sweep over all pairs; whether anything was left to rotate.</summary>
    private static bool Rotate(double[,] a, double[,] vectors, int n)
    {
        bool rotated = false;
        for (int p = 0; p < n; p++)
        {
            for (int q = p + 1; q < n; q++)
            {
                if (Math.Abs(a[p, q]) <= 1e-17 * (Math.Abs(a[p, p]) + Math.Abs(a[q, q])))
                {
                    continue;
                }
                rotated = true;
                double theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
                double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
                double c = 1 / Math.Sqrt(t * t + 1), s = t * c;
                for (int k = 0; k < n; k++)
                {
                    (a[k, p], a[k, q]) = (c * a[k, p] - s * a[k, q], s * a[k, p] + c * a[k, q]);
                }
                for (int k = 0; k < n; k++)
                {
                    (a[p, k], a[q, k]) = (c * a[p, k] - s * a[q, k], s * a[p, k] + c * a[q, k]);
                    (vectors[k, p], vectors[k, q]) = (c * vectors[k, p] - s * vectors[k, q], s * vectors[k, p] + c * vectors[k, q]);
                }
            }
        }
        return rotated;
    }
}
