namespace EcosystemGraph.Model.Snapshots;

/// <summary>
/// For each entity its relations, as compressed sparse rows in blocks of 256 entities. Immutable; the next version shares the blocks that did not change.
/// </summary>
internal sealed class Adjacency
{
    private const int Shift = 8;
    private const int Size = 1 << Shift;
    private const int Mask = Size - 1;

    private static readonly Block EmptyBlock = new(new int[Size + 1], []);

    private readonly Block[] _blocks;

    private Adjacency(Block[] blocks) => _blocks = blocks;

    public static Adjacency Empty { get; } = new([]);

    public ReadOnlySpan<int> this[int entity]
    {
        get
        {
            var at = entity >> Shift;
            if (at >= _blocks.Length) return default;
            var block = _blocks[at];
            var start = block.Offsets[entity & Mask];
            return block.Items.AsSpan(start, block.Offsets[(entity & Mask) + 1] - start);
        }
    }

    /// <summary>Cuts one long list, in the order of the entities, into blocks.</summary>
    /// <param name="offsets">Where each entity's items start; one more than there are entities.</param>
    /// <param name="items">The items.</param>
    public static Adjacency From(ReadOnlySpan<int> offsets, ReadOnlySpan<int> items)
    {
        var count = offsets.Length - 1;
        var blocks = new Block[(count + Mask) >> Shift];
        for (var b = 0; b < blocks.Length; b++)
        {
            var first = b << Shift;
            var start = offsets[first];
            var own = new int[Size + 1];
            for (var i = 0; i <= Size; i++) own[i] = offsets[Math.Min(first + i, count)] - start;
            blocks[b] = new Block(own, items.Slice(start, own[Size]).ToArray());
        }

        return new Adjacency(blocks);
    }

    /// <summary>The next version, with other items for some entities. O(items of the touched blocks).</summary>
    public Adjacency With(IReadOnlyDictionary<int, int[]> changed)
    {
        if (changed.Count == 0) return this;
        var blocks = new Block[Math.Max(_blocks.Length, (changed.Keys.Max() >> Shift) + 1)];
        _blocks.CopyTo(blocks, 0);
        Array.Fill(blocks, EmptyBlock, _blocks.Length, blocks.Length - _blocks.Length);
        foreach (var group in changed.GroupBy(c => c.Key >> Shift))
        {
            var old = blocks[group.Key];
            var offsets = new int[Size + 1];
            var items = new List<int>(old.Items.Length + 16);
            for (var i = 0; i < Size; i++)
            {
                if (changed.TryGetValue((group.Key << Shift) + i, out var own)) items.AddRange(own);
                else items.AddRange(old.Items.AsSpan(old.Offsets[i], old.Offsets[i + 1] - old.Offsets[i]));
                offsets[i + 1] = items.Count;
            }

            blocks[group.Key] = new Block(offsets, [.. items]);
        }

        return new Adjacency(blocks);
    }

    private sealed record Block(int[] Offsets, int[] Items);
}
