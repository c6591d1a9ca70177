using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace EcosystemGraph.Kernels;

/// <summary>Asks the processor for memory before it is needed; it changes the time and nothing else.</summary>
internal static unsafe class Prefetch
{
    /// <summary>Where the collector moves the array meanwhile, the wrong line is fetched, which does no harm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At<T>(ref T first, nint index)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, index)));
        }
    }
}
