namespace EcosystemGraph.Kernels;

/// <summary>
/// A partition of the vertices into groups labelled 0..<see cref="Count"/> − 1, the largest group first and, among groups of one size, that with the
/// least vertex first. Two partitions into the same sets are therefore the same labels.
/// </summary>
public sealed class Partition
{
    /// <summary>At most one group in so many vertices is this large.</summary>
    private const int LargeGroup = 1024;

    private Partition(int[] labels, int[] sizes)
    {
        Labels = labels;
        Sizes = sizes;
    }

    /// <summary>The label of each vertex.</summary>
    public int[] Labels { get; }

    /// <summary>The number of vertices in each group, falling.</summary>
    public int[] Sizes { get; }

    /// <summary>The number of groups.</summary>
    public int Count => Sizes.Length;

    /// <summary>Labels any grouping anew. Time and space O(n) for names from 0 to n − 1.</summary>
    /// <param name="groups">A name for the group of each vertex; any integers.</param>
    public static Partition From(ReadOnlySpan<int> groups)
    {
        // Numbered in the order of their first vertex, so a stable sort by size alone leaves ties in the order of the least vertex.
        int[] dense = Dense(groups, out int count);
        int[] sizes = new int[count];
        foreach (int group in dense)
        {
            sizes[group]++;
        }
        int[] label = FallingOrder(sizes);
        int[] sorted = new int[count];
        for (int group = 0; group < count; group++)
        {
            sorted[label[group]] = sizes[group];
        }
        for (int v = 0; v < dense.Length; v++)
        {
            dense[v] = label[dense[v]];
        }
        return new Partition(dense, sorted);
    }

    /// <summary>A partition whose labels have the order of this class already.</summary>
    internal static Partition Trusted(int[] labels, int[] sizes) => new(labels, sizes);

    /// <summary>
    /// The place of each size when they fall, ties as they come: a counting sort, for mostly all but a few groups are tiny. The few that are not are
    /// sorted by comparison, so that nothing is as long as the largest.
    /// </summary>
    internal static int[] FallingOrder(int[] sizes)
    {
        int[] places = new int[sizes.Length];
        var large = new List<int>();
        Span<int> cursor = stackalloc int[LargeGroup + 1];
        cursor.Clear();
        for (int group = 0; group < sizes.Length; group++)
        {
            if (sizes[group] >= LargeGroup)
            {
                large.Add(group);
            }
            else
            {
                cursor[LargeGroup - sizes[group]]++;
            }
        }
        foreach (int group in large.OrderByDescending(group => sizes[group]))
        {
            places[group] = cursor[0]++;
        }
        for (int i = 1; i < cursor.Length; i++)
        {
            cursor[i] += cursor[i - 1];
        }
        for (int group = 0; group < sizes.Length; group++)
        {
            if (sizes[group] < LargeGroup)
            {
                places[group] = cursor[LargeGroup - sizes[group] - 1]++;
            }
        }
        return places;
    }

    private static int[] Dense(ReadOnlySpan<int> groups, out int count)
    {
        int[] dense = new int[groups.Length];
        count = 0;
        if (InRange(groups))
        {
            int[] known = new int[groups.Length];
            for (int v = 0; v < groups.Length; v++)
            {
                ref int number = ref known[groups[v]];
                dense[v] = (number != 0 ? number : number = ++count) - 1;
            }
            return dense;
        }
        var numbers = new Dictionary<int, int>();
        for (int v = 0; v < groups.Length; v++)
        {
            if (!numbers.TryGetValue(groups[v], out dense[v]))
            {
                numbers.Add(groups[v], dense[v] = count++);
            }
        }
        return dense;
    }

    private static bool InRange(ReadOnlySpan<int> groups)
    {
        foreach (int group in groups)
        {
            if ((uint)group >= (uint)groups.Length)
            {
                return false;
            }
        }
        return true;
    }
}
