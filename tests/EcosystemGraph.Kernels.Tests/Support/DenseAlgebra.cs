namespace EcosystemGraph.Kernels.Tests;

/// <summary>Linear equations by Gaussian elimination with partial pivoting.</summary>
internal static class DenseAlgebra
{
    public static double[] Solve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        double[,] a = (double[,])matrix.Clone();
        double[] x = (double[])right.Clone();
        for (int column = 0; column < n; column++)
        {
            int pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(a[row, column]));
            for (int k = 0; k < n; k++)
            {
                (a[column, k], a[pivot, k]) = (a[pivot, k], a[column, k]);
            }
            (x[column], x[pivot]) = (x[pivot], x[column]);
            for (int row = 0; row < n; row++)
            {
                double factor = row == column ? 0 : a[row, column] / a[column, column];
                for (int k = 0; k < n && factor != 0; k++)
                {
                    a[row, k] -= factor * a[column, k];
                }
                x[row] -= factor * x[column];
            }
        }
        return [.. x.Select((value, i) => value / a[i, i])];
    }
}
