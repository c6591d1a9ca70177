namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>Brings the numbers that several tables gave to ids to one: the vertices, in the ordinal order of their ids.</summary>
/// <remarks>The result depends on the ids alone, not on which table met which. O(n log n).</remarks>
internal sealed class VertexNumbers
{
    private readonly Dictionary<IdTable, int[]> _vertices = [];

    /// <param name="tables">The tables; the first one takes in the ids of the others.</param>
    public VertexNumbers(IReadOnlyList<IdTable> tables)
    {
        var all = tables[0];
        var known = new Dictionary<IdTable, int[]>();
        foreach (var table in tables.Skip(1))
        {
            var numbers = new int[table.Count];
            for (var number = 0; number < numbers.Length; number++)
            {
                if (table.IsId(number)) numbers[number] = all.Intern(table, number);
            }

            known.Add(table, numbers);
        }

        var order = Ordered(all);
        Ids = new string[order.Length];
        var vertices = new int[all.Count];
        for (var vertex = 0; vertex < order.Length; vertex++)
        {
            Ids[vertex] = all.Text(order[vertex]);
            vertices[order[vertex]] = vertex;
        }

        _vertices.Add(all, vertices);
        foreach (var (table, numbers) in known) _vertices.Add(table, Array.ConvertAll(numbers, number => vertices[number]));
    }

    /// <summary>The id of each vertex, in ordinal order.</summary>
    public string[] Ids { get; }

    /// <summary>The vertex by the number that a table gave to its id.</summary>
    public int[] Of(IdTable table) => _vertices[table];

    private static int[] Ordered(IdTable ids)
    {
        var numbers = new int[ids.Count];
        var count = 0;
        for (var number = 0; number < ids.Count; number++)
        {
            if (ids.IsId(number)) numbers[count++] = number;
        }

        Array.Resize(ref numbers, count);
        if (ids.HasSupplementary)
        {
            Array.Sort(Array.ConvertAll(numbers, ids.Text), numbers, StringComparer.Ordinal);
            return numbers;
        }

        // Elsewhere the order of the bytes of UTF-8 is the ordinal order of UTF-16: mostly the first eight say it all.
        var prefixes = Array.ConvertAll(numbers, ids.Prefix);
        Array.Sort(prefixes, numbers);
        for (int from = 0, to; from < count; from = to)
        {
            for (to = from + 1; to < count && prefixes[to] == prefixes[from]; to++)
            {
            }

            if (to - from > 1) numbers.AsSpan(from, to - from).Sort((a, b) => Compare(ids, a, b));
        }

        return numbers;
    }

    // The prefixes are equal, so at most one of the two is not longer.
    private static int Compare(IdTable ids, int a, int b) => (ids.IsLong(a), ids.IsLong(b)) switch
    {
        (true, true) => ids.LongBytes(a).SequenceCompareTo(ids.LongBytes(b)),
        (false, true) => -1,
        (true, false) => 1,
        _ => 0,
    };
}
