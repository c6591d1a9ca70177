using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Eight numbers of eight bytes for each item, on one line of the cache. An ordinary array starts in the middle of a line, and then every item costs two.
/// </summary>
internal sealed class CacheLines<T>
    where T : unmanaged
{
    public const int Width = 8;

    private const int LineBytes = 64;

    private readonly T[] array;
    private readonly int start;

    /// <summary>Lines for so many items, with whatever the memory holds.</summary>
    public CacheLines(int count)
    {
        // Pinned, so that the collector leaves it where it is aligned.
        array = GC.AllocateUninitializedArray<T>(checked((count + 1) * Width), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        start = (int)((LineBytes - address % LineBytes) % LineBytes / Unsafe.SizeOf<T>());
    }

    /// <summary>The first number of the first item; item i starts <see cref="Width"/>·i after it.</summary>
    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), start);

    public Span<T> this[int item] => array.AsSpan(start + item * Width, Width);

    public void Clear() => Array.Clear(array);
}
