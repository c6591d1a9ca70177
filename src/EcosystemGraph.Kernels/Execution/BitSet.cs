namespace EcosystemGraph.Kernels;

/// <summary>A set of vertices, a bit each. Blocks of 4,096 vertices share no word, so blocks may be written at once.</summary>
internal sealed class BitSet(int capacity)
{
    public readonly ulong[] Words = new ulong[(int)(((long)capacity + 63) / 64)];

    public bool this[int vertex] => (Words[vertex >> 6] >> vertex & 1) != 0;

    public void Add(int vertex) => Words[vertex >> 6] |= 1UL << vertex;

    public void Clear() => Array.Clear(Words);
}
