namespace EcosystemGraph.Kernels;

/// <summary>
/// Sums over many passes, such as the searches from every source: pass p belongs to slot p mod the number of slots, whatever the threads; a slot is one
/// task, adds its passes in order to a vector of its own, and the vectors are added pairwise.
/// </summary>
internal static class Slots
{
    /// <summary>Slots for vectors of the length of the vertices.</summary>
    public const int ForVertices = 16;

    /// <summary>Slots for vectors of the length of the arcs.</summary>
    public const int ForArcs = 4;

    /// <summary>Runs a slot's pass: adds to the slot's vector. The worker's number is below the number of threads.</summary>
    public delegate void Pass(int worker, int pass, double[] sums);

    /// <summary>Runs every pass and adds the vectors up. Cancellation is polled before each pass and progress told after it.</summary>
    public static double[] Sum(KernelContext context, string phase, int slots, int passes, int length, Pass run)
    {
        int used = Math.Max(1, Math.Min(slots, passes));
        double[][] vectors = new double[used][];
        int done = 0;
        Blocks.ForEach(context, used, (worker, slot) =>
        {
            double[] sums = vectors[slot] = new double[length];
            for (int pass = slot; pass < passes; pass += used)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                run(worker, pass, sums);
                context.Report(phase, Interlocked.Increment(ref done), passes);
            }
        });
        for (int half = 1; half < used; half *= 2)
        {
            for (int slot = 0; slot + half < used; slot += 2 * half)
            {
                Add(vectors[slot], vectors[slot + half]);
            }
        }
        return vectors[0];
    }

    private static void Add(double[] sums, double[] others)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += others[i];
        }
    }
}
