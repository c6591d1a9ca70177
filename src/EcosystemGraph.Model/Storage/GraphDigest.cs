using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Storage.Content;

namespace EcosystemGraph.Model.Storage;

/// <summary>The digest of everything that held at one revision: equal for two stores that hold the same rows, whatever they are and in whatever order they give them.</summary>
public static class GraphDigest
{
    /// <summary>SHA-256, in hex, of the revision, the manifest and every row of both layers. O(rows log rows).</summary>
    public static string Compute(GraphContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var rows = new UInt128[content.Facts.Count];
        using var writer = new ContentWriter();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < rows.Length; i++)
        {
            var fact = content.Facts[i];
            hash.AppendData(Encoding.UTF8.GetBytes($"{(int)fact.Key.Type} {(int)fact.Origin} {fact.Ordinal} {fact.Key.Subject.Length} {fact.Key.Subject} {fact.Key.Citations.Length} {fact.Key.Citations} "));
            hash.AppendData(fact is Retraction ? [] : writer.Write(fact));
            hash.GetHashAndReset(digest);
            rows[i] = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest);
        }

        Array.Sort(rows);
        Span<byte> row = stackalloc byte[16];
        hash.AppendData(Encoding.UTF8.GetBytes($"{content.Revision} {content.Manifest}"));
        foreach (var value in rows)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(row, value);
            hash.AppendData(row);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
