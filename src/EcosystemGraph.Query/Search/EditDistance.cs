namespace EcosystemGraph.Query.Search;

/// <summary>
/// The distance of Damerau and Levenshtein in its restricted form (optimal string alignment): insertions, deletions, substitutions and swaps of neighbours,
/// no place edited twice.
/// </summary>
public static class EditDistance
{
    /// <summary>Longer words are compared only for being equal.</summary>
    public const int LongestWord = 64;

    /// <summary>How many edits a word may be away: none for short words, one up to seven letters, two beyond.</summary>
    public static int Allowed(int length) => length switch { < 4 => 0, < 8 => 1, _ => 2 };

    /// <summary>The distance if it is at most <paramref name="bound"/>, else -1. O(length × bound) time, no allocation.</summary>
    public static int Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int bound)
    {
        if (a.SequenceEqual(b)) return 0;
        if (bound == 0 || Math.Abs(a.Length - b.Length) > bound || a.Length > LongestWord || b.Length > LongestWord) return -1;
        Span<int> before = stackalloc int[LongestWord + 1];
        Span<int> last = stackalloc int[LongestWord + 1];
        Span<int> row = stackalloc int[LongestWord + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[..(b.Length + 1)].Fill(bound + 1);
            if (i <= bound) row[0] = i;
            var least = row[0];
            for (var j = Math.Max(1, i - bound); j <= Math.Min(b.Length, i + bound); j++)
            {
                var distance = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) distance = Math.Min(distance, before[j - 2] + 1);
                row[j] = distance;
                least = Math.Min(least, distance);
            }

            if (least > bound) return -1;
            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[b.Length] <= bound ? last[b.Length] : -1;
    }
}
