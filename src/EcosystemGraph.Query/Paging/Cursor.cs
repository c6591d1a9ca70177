using System.Buffers.Text;
using System.Text;

namespace EcosystemGraph.Query.Paging;

/// <summary>A position in an order: the keys and the ids of the item before it. It needs no item to be there still.</summary>
/// <param name="Keys">The values of the order's keys.</param>
/// <param name="Ties">What breaks ties.</param>
internal sealed record Cursor(SortValue[] Keys, string[] Ties)
{
    /// <summary>The cursor as opaque text: the order's signature, keys and ids, in base64url.</summary>
    public string Write(string signature)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(signature);
            foreach (var key in Keys)
            {
                var text = key.Write();
                writer.Write(text is not null);
                if (text is not null) writer.Write(text);
            }

            foreach (var tie in Ties) writer.Write(tie);
        }

        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>Reads a cursor of an order.</summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: it is none, or one of another order.</exception>
    public static Cursor Read<T>(string text, Ordering<T> ordering)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(text)), new UTF8Encoding(false, true));
            if (reader.ReadString() != ordering.Signature) throw Refused(text, "it belongs to another order");
            var keys = new SortValue[ordering.Keys.Count];
            for (var k = 0; k < keys.Length; k++)
            {
                if (!SortValue.TryRead(reader.ReadBoolean() ? reader.ReadString() : null, out keys[k])) throw Refused(text, "it is damaged");
            }

            var ties = new string[ordering.Ties.Count];
            for (var t = 0; t < ties.Length; t++) ties[t] = reader.ReadString();
            if (reader.PeekChar() >= 0) throw Refused(text, "it is damaged");
            return new Cursor(keys, ties);
        }
        catch (Exception e) when (e is FormatException or IOException or ArgumentException)
        {
            throw Refused(text, "it is damaged");
        }
    }

    private static QueryException Refused(string text, string why) =>
        new(QueryErrorCode.BadArgument, $"after: '{text}' is not a cursor of this list: {why}");
}
