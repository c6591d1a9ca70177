using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>A matrix of a few non-zero numbers, in compressed rows with ascending columns.</summary>
internal sealed class SparseMatrix
{
    /// <summary>The most entries that a product may have: 1 GiB.</summary>
    private const int MostEntries = 1 << 26;

    /// <summary>Rows of a path may differ a thousandfold in work, so blocks are small.</summary>
    private const int RowsABlock = 64;

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

    public int EntryCount => _columns.Length;

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
    /// The product, row by row (Gustavson), blocks of rows side by side. O(multiplications), each row's sums in ascending order of the inner index, so the same bits
    /// every time and on any number of threads.
    /// </summary>
    /// <param name="right">The right factor.</param>
    /// <param name="kept">Which entries are kept.</param>
    /// <param name="threads">The threads that it uses at most, the caller's included.</param>
    /// <param name="cancellationToken">Stops it, seen at every row.</param>
    /// <exception cref="QueryException">LIMIT_EXCEEDED: the product would have too many entries.</exception>
    public SparseMatrix Multiply(SparseMatrix right, Entries kept, int threads, CancellationToken cancellationToken)
    {
        var blocks = new Block[(RowCount + RowsABlock - 1) / RowsABlock];
        var entries = 0L;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, blocks.Length, options, () => new RowSums(right), (b, state, sums) =>
        {
            var from = b * RowsABlock;
            blocks[b] = sums.Multiply(this, from, Math.Min(RowCount, from + RowsABlock), kept, cancellationToken);
            if (Interlocked.Add(ref entries, blocks[b].Columns.Length) > MostEntries) state.Stop();
            return sums;
        }, static _ => { });
        cancellationToken.ThrowIfCancellationRequested();
        if (entries > MostEntries)
            throw new QueryException(QueryErrorCode.LimitExceeded, $"a path joins more than {MostEntries} pairs of entities; expected a path through entities that join fewer");

        var (offsets, columns, values) = (new int[RowCount + 1], new int[entries], new double[entries]);
        for (int b = 0, at = 0; b < blocks.Length; b++)
        {
            blocks[b].Columns.CopyTo(columns, at);
            blocks[b].Values.CopyTo(values, at);
            for (var i = 0; i < blocks[b].Ends.Length; i++) offsets[(b * RowsABlock) + i + 1] = at + blocks[b].Ends[i];
            at += blocks[b].Columns.Length;
            blocks[b] = default;
        }

        return new SparseMatrix(right.ColumnCount, offsets, columns, values);
    }

    /// <summary>Some rows of a product.</summary>
    private readonly record struct Block(int[] Columns, double[] Values, int[] Ends);

    /// <summary>Where one thread adds up a row.</summary>
    private sealed class RowSums(SparseMatrix right)
    {
        private readonly double[] _sums = new double[right.ColumnCount];
        private readonly bool[] _seen = new bool[right.ColumnCount];
        private readonly List<int> _touched = [];

        public Block Multiply(SparseMatrix left, int from, int to, Entries kept, CancellationToken cancellationToken)
        {
            var columns = new List<int>();
            var values = new List<double>();
            var ends = new int[to - from];
            for (var r = from; r < to; r++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Add(left, r, kept == Entries.AboveDiagonal ? r + 1 : 0);
                Sort();
                foreach (var column in _touched)
                {
                    if (kept == Entries.All || column != r)
                    {
                        columns.Add(column);
                        values.Add(_sums[column]);
                    }

                    _sums[column] = 0;
                    _seen[column] = false;
                }

                _touched.Clear();
                ends[r - from] = columns.Count;
            }

            return new Block([.. columns], [.. values], ends);
        }

        private void Add(SparseMatrix left, int row, int firstColumn)
        {
            for (var i = left._offsets[row]; i < left._offsets[row + 1]; i++)
            {
                var (inner, factor) = (left._columns[i], left._values[i]);
                var (start, end) = (right._offsets[inner], right._offsets[inner + 1]);
                if (firstColumn > 0)
                {
                    var at = Array.BinarySearch(right._columns, start, end - start, firstColumn);
                    start = at < 0 ? ~at : at;
                }

                for (var j = start; j < end; j++)
                {
                    var column = right._columns[j];
                    if (!_seen[column])
                    {
                        _seen[column] = true;
                        _touched.Add(column);
                    }

                    _sums[column] += factor * right._values[j];
                }
            }
        }

        /// <summary>Puts the touched columns into order; of many, reading all columns is faster than sorting.</summary>
        private void Sort()
        {
            if (_touched.Count < _seen.Length / 16)
            {
                _touched.Sort();
                return;
            }

            _touched.Clear();
            for (var c = 0; c < _seen.Length; c++)
            {
                if (_seen[c]) _touched.Add(c);
            }
        }
    }
}

/// <summary>Which entries of a product are kept.</summary>
internal enum Entries
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those whose row is not their column.</summary>
    OffDiagonal,

    /// <summary>Those whose row is before their column: half of a product that is symmetric.</summary>
    AboveDiagonal,
}
