using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>A matrix of a few non-zero numbers, in compressed rows with ascending columns.</summary>
internal sealed class SparseMatrix
{
    /// <summary>The most entries that a product may have: 1 GiB.</summary>
    private const int MostEntries = 1 << 26;

    private readonly int[] _offsets;
    private readonly int[] _columns;
    private readonly double[] _values;

    private SparseMatrix(int columnCount, int[] offsets, int[] columns, double[] values)
    {
        ColumnCount = columnCount;
        _offsets = offsets;
        _columns = columns;
        _values = values;
    }

    public int RowCount => _offsets.Length - 1;

    public int ColumnCount { get; }

    public ReadOnlySpan<int> Columns(int row) => _columns.AsSpan(_offsets[row].._offsets[row + 1]);

    public ReadOnlySpan<double> Values(int row) => _values.AsSpan(_offsets[row].._offsets[row + 1]);

    /// <summary>Makes a matrix row by row; a row's entries come in any order, and those of one column add.</summary>
    public static SparseMatrix FromRows(int rows, int columns, Action<int, SortedDictionary<int, double>> fill)
    {
        var offsets = new int[rows + 1];
        var indices = new List<int>();
        var values = new List<double>();
        var row = new SortedDictionary<int, double>();
        for (var r = 0; r < rows; r++)
        {
            row.Clear();
            fill(r, row);
            indices.AddRange(row.Keys);
            values.AddRange(row.Values);
            offsets[r + 1] = indices.Count;
        }

        return new SparseMatrix(columns, offsets, [.. indices], [.. values]);
    }

    /// <summary>Rows become columns. O(entries + rows + columns).</summary>
    public SparseMatrix Transpose()
    {
        var offsets = new int[ColumnCount + 1];
        foreach (var column in _columns) offsets[column + 1]++;
        for (var c = 0; c < ColumnCount; c++) offsets[c + 1] += offsets[c];
        var cursor = offsets.AsSpan(0, ColumnCount).ToArray();
        var columns = new int[_columns.Length];
        var values = new double[_columns.Length];
        for (var r = 0; r < RowCount; r++)
        {
            for (var i = _offsets[r]; i < _offsets[r + 1]; i++)
            {
                var at = cursor[_columns[i]]++;
                columns[at] = r;
                values[at] = _values[i];
            }
        }

        return new SparseMatrix(RowCount, offsets, columns, values);
    }

    /// <summary>
    /// The product, row by row (Gustavson). O(multiplications), each row's sums in ascending order of the inner index, so the same bits every time.
    /// </summary>
    /// <param name="right">The right factor.</param>
    /// <param name="dropDiagonal">Leaves out the entries whose row is their column.</param>
    /// <param name="cancellationToken">Stops it, seen at every row.</param>
    /// <exception cref="QueryException">LIMIT_EXCEEDED: the product would have too many entries.</exception>
    public SparseMatrix Multiply(SparseMatrix right, bool dropDiagonal, CancellationToken cancellationToken)
    {
        var offsets = new int[RowCount + 1];
        var columns = new List<int>();
        var values = new List<double>();
        var sums = new double[right.ColumnCount];
        var touched = new List<int>();
        var seen = new bool[right.ColumnCount];
        for (var r = 0; r < RowCount; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            touched.Clear();
            for (var i = _offsets[r]; i < _offsets[r + 1]; i++)
            {
                var inner = _columns[i];
                for (var j = right._offsets[inner]; j < right._offsets[inner + 1]; j++)
                {
                    var column = right._columns[j];
                    if (!seen[column])
                    {
                        seen[column] = true;
                        touched.Add(column);
                    }

                    sums[column] += _values[i] * right._values[j];
                }
            }

            touched.Sort();
            foreach (var column in touched)
            {
                if (!(dropDiagonal && column == r))
                {
                    columns.Add(column);
                    values.Add(sums[column]);
                }

                sums[column] = 0;
                seen[column] = false;
            }

            if (columns.Count > MostEntries)
                throw new QueryException(QueryErrorCode.LimitExceeded, $"a path joins more than {MostEntries} pairs of entities; expected a path through entities that join fewer");
            offsets[r + 1] = columns.Count;
        }

        return new SparseMatrix(right.ColumnCount, offsets, [.. columns], [.. values]);
    }
}
