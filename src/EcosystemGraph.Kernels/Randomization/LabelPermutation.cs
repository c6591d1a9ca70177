namespace EcosystemGraph.Kernels;

/// <summary>Told of the labels of one draw. Called from any of the run's threads; the span holds until it returns.</summary>
/// <param name="draw">The number of the draw, from 0.</param>
/// <param name="labels">The label of each item.</param>
public delegate void PermutedLabels(int draw, ReadOnlySpan<ulong> labels);

/// <summary>
/// Draws permutations of labels among the items of each stratum: the null model in which who has a label is chance, and how many of each stratum have it is not.
/// Good, P. (2005). Permutation, Parametric and Bootstrap Tests of Hypotheses, 3rd ed. Springer.
/// </summary>
public static class LabelPermutation
{
    private const int DrawsOfTask = 128;

    /// <summary>Draws permutations. O(draws × items) time, O(threads × items) memory. The draws are the same at any number of threads.</summary>
    /// <param name="labels">The label of each item, such as a set of regions as bits.</param>
    /// <param name="strata">The stratum of each item: any numbers. Labels stay within it.</param>
    /// <param name="draws">How many permutations to draw, at least 0.</param>
    /// <param name="context">Threads, seed, cancellation and progress.</param>
    /// <param name="visit">Told of each draw.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: the lengths differ or the number of draws is negative.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void Sample(ReadOnlySpan<ulong> labels, ReadOnlySpan<int> strata, int draws, KernelContext context, PermutedLabels visit)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(visit);
        if (labels.Length != strata.Length)
        {
            throw KernelException.BadArgument($"There are {strata.Length} strata for {labels.Length} labels, expected one for each.");
        }
        if (draws < 0)
        {
            throw KernelException.BadArgument($"draws is {draws}, expected at least 0.");
        }
        ulong[] given = labels.ToArray();
        int[][] members = [.. strata.ToArray().Select((stratum, item) => (stratum, item)).GroupBy(s => s.stratum, s => s.item).Select(g => g.ToArray())];
        int tasks = (draws + DrawsOfTask - 1) / DrawsOfTask;
        int done = 0;
        Blocks.ForEach(context, tasks, (_, task) =>
        {
            ulong[] drawn = (ulong[])given.Clone();
            for (int draw = task * DrawsOfTask; draw < Math.Min(draws, (task + 1) * DrawsOfTask); draw++)
            {
                // A permutation of a permutation is as random as one of the given labels, but each draw must not depend on who drew before.
                given.CopyTo(drawn, 0);
                var random = new RandomStream(context.Seed, draw);
                foreach (int[] stratum in members)
                {
                    for (int i = stratum.Length - 1; i > 0; i--)
                    {
                        int j = random.Below(i + 1);
                        (drawn[stratum[i]], drawn[stratum[j]]) = (drawn[stratum[j]], drawn[stratum[i]]);
                    }
                }
                visit(draw, drawn);
            }
            context.Report("label-permutation", Interlocked.Increment(ref done), tasks);
        });
    }
}
