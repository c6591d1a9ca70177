namespace EcosystemGraph.Kernels;

/// <summary>The least squares of a Krylov space, by Givens' rotations.</summary>
internal static class LeastSquares
{
    /// <summary>The y for which (I − H)·y, with H a Hessenberg matrix that has one row more than columns, is nearest to norm times the first unit vector.</summary>
    public static double[] Solve(double[,] projected, int size, double norm)
    {
        double[,] a = new double[size + 1, size];
        for (int i = 0; i <= size; i++)
        {
            for (int k = 0; k < size; k++)
            {
                a[i, k] = (i == k ? 1 : 0) - projected[i, k];
            }
        }
        double[] right = new double[size + 1];
        right[0] = norm;
        for (int k = 0; k < size; k++)
        {
            double radius = Math.Sqrt(a[k, k] * a[k, k] + a[k + 1, k] * a[k + 1, k]);
            if (radius == 0)
            {
                continue;
            }
            double c = a[k, k] / radius, s = a[k + 1, k] / radius;
            for (int j = k; j < size; j++)
            {
                (a[k, j], a[k + 1, j]) = (c * a[k, j] + s * a[k + 1, j], c * a[k + 1, j] - s * a[k, j]);
            }
            (right[k], right[k + 1]) = (c * right[k] + s * right[k + 1], c * right[k + 1] - s * right[k]);
        }
        double[] y = new double[size];
        for (int k = size - 1; k >= 0; k--)
        {
            double sum = right[k];
            for (int j = k + 1; j < size; j++)
            {
                sum -= a[k, j] * y[j];
            }
            y[k] = a[k, k] == 0 ? 0 : sum / a[k, k];
        }
        return y;
    }
}
