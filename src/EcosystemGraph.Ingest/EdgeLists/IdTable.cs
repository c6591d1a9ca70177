using System.Buffers.Binary;
using System.Text;

namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>Gives ids small numbers. It works on UTF-8: an id that was seen before costs no allocation. One thread.</summary>
/// <remarks>
/// An id of up to eight bytes is its first eight bytes, read as one big-endian number; what is longer is kept in one array of bytes. Ids that are the same in NFC have the same number.
/// O(1) for an id.
/// </remarks>
internal sealed class IdTable
{
    private const int PrefixBytes = 8;
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15;
    private const ulong Other = 0xD6E8_FEB8_6659_FD93;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private int[] _slots = new int[1 << 12];
    private Entry[] _entries = new Entry[1 << 11];
    private byte[] _long = new byte[1 << 12];
    private readonly byte[] _short = new byte[PrefixBytes + CellScanner.Slack];
    private int _longLength;

    /// <summary>The numbers that were given are below this. Not every one of them is an id's: see <see cref="IsId"/>.</summary>
    public int Count { get; private set; }

    /// <summary>True if some id has a character beyond the basic plane, whose order in UTF-8 is not the ordinal order of UTF-16.</summary>
    public bool HasSupplementary { get; private set; }

    /// <summary>False if the number stands for a spelling of an id that has another number.</summary>
    public bool IsId(int number) => _entries[number].Id == number;

    /// <summary>The first eight bytes, as a big-endian number.</summary>
    public ulong Prefix(int number) => _entries[number].Prefix;

    /// <summary>True if the id is longer than its prefix.</summary>
    public bool IsLong(int number) => _entries[number].Length > PrefixBytes;

    /// <summary>The bytes of a long id.</summary>
    public ReadOnlySpan<byte> LongBytes(int number) => _long.AsSpan(_entries[number].Offset, _entries[number].Length);

    /// <summary>The number of an id; it is taken in if it is new.</summary>
    /// <param name="bytes">Where it stands; eight bytes more can be read after it.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="problem">What is wrong with it, if the number is −1.</param>
    public int Intern(byte[] bytes, int start, int length, out string? problem)
    {
        problem = null;
        var prefix = BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(start));
        if (length < PrefixBytes) prefix &= length == 0 ? 0 : ulong.MaxValue << (8 * (PrefixBytes - length));
        var slots = _slots;
        var slot = (int)(Hash(bytes, start, length, prefix) & (uint)(slots.Length - 1));
        for (int found; (found = slots[slot] - 1) >= 0; slot = (slot + 1) & (slots.Length - 1))
        {
            ref readonly var entry = ref _entries[found];
            if (entry.Prefix == prefix && entry.Length == length && (length <= PrefixBytes || LongBytes(found).SequenceEqual(bytes.AsSpan(start, length)))) return entry.Id;
        }

        return Add(bytes, start, length, prefix, slot, out problem);
    }

    /// <summary>The number, here, of an id of another table.</summary>
    public int Intern(IdTable other, int number)
    {
        var entry = other._entries[number];
        if (entry.Length > PrefixBytes) return Intern(other._long, entry.Offset, entry.Length, out _);
        BinaryPrimitives.WriteUInt64BigEndian(_short, entry.Prefix);
        return Intern(_short, 0, entry.Length, out _);
    }

    /// <summary>The number of an id that is a text in NFC.</summary>
    public int Intern(string id, out string? problem)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(id.Length) + CellScanner.Slack];
        return Intern(bytes, 0, Encoding.UTF8.GetBytes(id, bytes), out problem);
    }

    /// <summary>The id as a text.</summary>
    public string Text(int number)
    {
        if (IsLong(number)) return Encoding.UTF8.GetString(LongBytes(number));
        Span<byte> prefix = stackalloc byte[PrefixBytes];
        BinaryPrimitives.WriteUInt64BigEndian(prefix, _entries[number].Prefix);
        return Encoding.UTF8.GetString(prefix[.._entries[number].Length]);
    }

    private int Add(byte[] bytes, int start, int length, ulong prefix, int slot, out string? problem)
    {
        var id = Count;
        var span = bytes.AsSpan(start, length);
        problem = length == 0 ? "is empty" : span.Contains((byte)0) ? "holds the character U+0000" : null;
        if (problem is null && !Ascii.IsValid(span)) id = Normalize(span, out problem);
        if (problem is not null) return -1;
        if (id != Count)
        {
            // Another spelling of an id, which was taken in just now or before: the slot may be another one by now.
            return Append(bytes, start, length, prefix, FreeSlot(Hash(bytes, start, length, prefix)), id);
        }

        return Append(bytes, start, length, prefix, slot, id);
    }

    /// <summary>The number of the id in NFC: the next one if it is in NFC already.</summary>
    private int Normalize(ReadOnlySpan<byte> span, out string? problem)
    {
        string text;
        problem = null;
        try
        {
            text = StrictUtf8.GetString(span);
        }
        catch (DecoderFallbackException)
        {
            problem = "is not UTF-8";
            return -1;
        }

        var normal = text.Trim().Normalize(NormalizationForm.FormC);
        if (normal != text) return Intern(normal, out problem);
        foreach (var c in normal) HasSupplementary |= char.IsSurrogate(c);
        return Count;
    }

    private int Append(byte[] bytes, int start, int length, ulong prefix, int slot, int id)
    {
        var offset = 0;
        if (length > PrefixBytes)
        {
            offset = _longLength;
            _longLength = checked(_longLength + length);
            if (_long.Length < _longLength) Array.Resize(ref _long, (int)Math.Min(Array.MaxLength, 2L * _longLength));
            bytes.AsSpan(start, length).CopyTo(_long.AsSpan(offset));
        }

        if (Count == _entries.Length) Array.Resize(ref _entries, 2 * Count);
        _entries[Count] = new Entry(prefix, length, offset, id);
        _slots[slot] = ++Count;
        if (2 * Count > _slots.Length) Grow();
        return id;
    }

    private void Grow()
    {
        _slots = new int[2 * _slots.Length];
        for (var number = 0; number < Count; number++)
        {
            ref readonly var entry = ref _entries[number];
            _slots[FreeSlot(Hash(_long, entry.Offset, entry.Length, entry.Prefix))] = number + 1;
        }
    }

    private int FreeSlot(ulong hash)
    {
        var slot = (int)(hash & (uint)(_slots.Length - 1));
        while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    private static ulong Hash(byte[] bytes, int start, int length, ulong prefix)
    {
        var hash = Mix(prefix ^ (Other * (ulong)length), Odd);
        if (length <= PrefixBytes) return hash;
        for (var i = PrefixBytes; i < length - PrefixBytes; i += PrefixBytes) hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(start + i)), Odd);
        return Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(start + length - PrefixBytes)), Other);
    }

    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }

    private readonly record struct Entry(ulong Prefix, int Length, int Offset, int Id);
}
