using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EcosystemGraph.Kernels;

/// <summary>
/// The digest by which two results are the same: SHA-256 over the scored ids in ordinal order (<see cref="string.CompareOrdinal(string, string)"/>).
/// Each contributes its id in UTF-8, one byte 0, and eight bytes of the score, the IEEE 754 bits of the double, least byte first. −0 counts as +0;
/// an undefined score (null) contributes the bits 7FF8000000000000.
/// </summary>
/// <remarks>Time O(n log n), O(n) if the ids are in order; space O(n).</remarks>
public static class ScoreDigest
{
    private const long Undefined = 0x7FF8_0000_0000_0000;

    /// <summary>The digest of scores that are all defined.</summary>
    /// <param name="ids">The id of each scored thing: distinct, without the character U+0000.</param>
    /// <param name="scores">As many scores, none of them NaN.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: lengths that differ, an id given twice or not encodable, a NaN.</exception>
    public static string Compute(ReadOnlySpan<string> ids, ReadOnlySpan<double> scores)
    {
        long[] bits = new long[scores.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = Bits(scores[i], i);
        }
        return Compute(ids, bits);
    }

    /// <summary>The digest of scores of which some may be undefined.</summary>
    /// <param name="ids">The id of each scored thing: distinct, without the character U+0000.</param>
    /// <param name="scores">As many scores, null where undefined, none of them NaN.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: lengths that differ, an id given twice or not encodable, a NaN.</exception>
    public static string Compute(ReadOnlySpan<string> ids, ReadOnlySpan<double?> scores)
    {
        long[] bits = new long[scores.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = scores[i] is double score ? Bits(score, i) : Undefined;
        }
        return Compute(ids, bits);
    }

    private static long Bits(double score, int position)
    {
        if (double.IsNaN(score))
        {
            throw KernelException.BadArgument($"Score {position} is NaN, expected a number, or null where it is undefined.");
        }
        return score == 0 ? 0 : BitConverter.DoubleToInt64Bits(score);
    }

    private static string Compute(ReadOnlySpan<string> ids, long[] bits)
    {
        if (ids.Length != bits.Length)
        {
            throw KernelException.BadArgument($"There are {ids.Length} ids and {bits.Length} scores, expected as many of both.");
        }
        string[] sorted = ids.ToArray();
        if (!AreAscending(ids))
        {
            Array.Sort(sorted, bits, StringComparer.Ordinal);
        }

        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[64];
        for (int i = 0; i < sorted.Length; i++)
        {
            string id = sorted[i];
            Check(id, i == 0 ? null : sorted[i - 1]);
            int most = utf8.GetMaxByteCount(id.Length) + 9;
            if (buffer.Length < most)
            {
                buffer = new byte[most * 2];
            }
            int length = Encode(utf8, id, buffer);
            buffer[length] = 0;
            BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(length + 1), bits[i]);
            hash.AppendData(buffer.AsSpan(0, length + 9));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Vertices are in the order of their ids, so there is mostly nothing to sort.</summary>
    private static bool AreAscending(ReadOnlySpan<string> ids)
    {
        for (int i = 1; i < ids.Length; i++)
        {
            if (string.CompareOrdinal(ids[i - 1], ids[i]) > 0)
            {
                return false;
            }
        }
        return true;
    }

    private static int Encode(UTF8Encoding utf8, string id, byte[] buffer)
    {
        try
        {
            return utf8.GetBytes(id, buffer);
        }
        catch (EncoderFallbackException)
        {
            throw KernelException.BadArgument($"The id '{id}' holds half of a surrogate pair, expected well-formed text.");
        }
    }

    private static void Check(string id, string? previous)
    {
        if (string.Equals(id, previous, StringComparison.Ordinal))
        {
            throw KernelException.BadArgument($"The id '{id}' is given twice, expected distinct ids.");
        }
        if (id.Contains('\0', StringComparison.Ordinal))
        {
            throw KernelException.BadArgument($"The id '{id.Replace("\0", "\\0", StringComparison.Ordinal)}' holds the character U+0000, expected none.");
        }
    }
}
