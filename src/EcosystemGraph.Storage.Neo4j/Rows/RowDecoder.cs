using System.Text;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage.Content;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Rows;

/// <summary>Makes facts of the rows that the statements of <c>read/</c> return. One for each reading: it keeps the texts that recur.</summary>
/// <remarks>Throws <see cref="FormatException"/>, <see cref="System.Text.Json.JsonException"/> or <see cref="InvalidCastException"/> for what this program cannot have written.</remarks>
internal sealed class RowDecoder
{
    private readonly ContentReader _reader = new();
    private readonly Dictionary<string, Citation[]> _citations = new(StringComparer.Ordinal);
    private byte[] _bytes = new byte[4096];

    /// <summary>A row of <c>read/claims</c>, <c>read/past-claims</c> or <c>read/claims-of</c>.</summary>
    public StoredRow ReadClaim(CypherRow row)
    {
        var fact = Decode(FactTypes.Parse(row.Get<string>(0)), row.Get<string>(1), row.Get<string>(2), Origins.Parse(row.Find<string>(3)), row[4], row.Find<string>(6));
        return new StoredRow(fact, row.Get<long>(5), false) { Until = row[7] is long until ? until : 0 };
    }

    /// <summary>A row of <c>read/entities</c> or <c>read/entities-of</c>.</summary>
    public StoredRow ReadEntity(CypherRow row)
    {
        var (id, cite, origin) = (row.Get<string>(0), row.Get<string>(3), Origins.Parse(row.Find<string>(4)));
        var fact = row.Find<string>(7) is { } content
            ? Decode(FactType.Entity, id, cite, origin, row[5], content)
            : new EntityStatement { Id = id, Kind = row.Get<string>(1), Name = row.Find<string>(2), Citations = Citations(cite), Origin = origin, Ordinal = Ordinal(row[5]) };
        return new StoredRow(fact, row.Get<long>(6), true);
    }

    /// <summary>A row of <c>read/relations</c> or <c>read/relations-of</c>.</summary>
    public StoredRow ReadRelation(CypherRow row)
    {
        var (kind, from, to, key) = (row.Get<string>(0), row.Get<string>(1), row.Get<string>(2), row.Find<string>(3) ?? "");
        var (cite, origin) = (row.Get<string>(4), Origins.Parse(row.Find<string>(5)));
        var fact = row.Find<string>(8) is { } content
            ? Decode(FactType.Relation, RelationId.Format(kind, from, to, key), cite, origin, row[6], content)
            : new RelationStatement { Kind = kind, From = from, To = to, RelationKey = key, Citations = Citations(cite), Origin = origin, Ordinal = Ordinal(row[6]) };
        return new StoredRow(fact, row.Get<long>(7), true);
    }

    private static int Ordinal(object? value) => value is long ordinal ? checked((int)ordinal) : throw new InvalidCastException($"an ordinal is '{value}'; expected a whole number");

    private Fact Decode(FactType type, string subject, string cite, Origin origin, object? ordinal, string? content)
    {
        var (subjectBytes, citeBytes) = (Encoding.UTF8.GetByteCount(subject), Encoding.UTF8.GetByteCount(cite));
        var length = subjectBytes + citeBytes + (content is null ? 0 : Encoding.UTF8.GetByteCount(content));
        if (_bytes.Length < length) _bytes = new byte[2 * length];
        Encoding.UTF8.GetBytes(subject, _bytes);
        Encoding.UTF8.GetBytes(cite, _bytes.AsSpan(subjectBytes));
        if (content is not null) Encoding.UTF8.GetBytes(content, _bytes.AsSpan(subjectBytes + citeBytes));
        return _reader.Read(new FactRow
        {
            Type = type,
            Subject = _bytes.AsSpan(0, subjectBytes),
            Citations = _bytes.AsSpan(subjectBytes, citeBytes),
            Origin = origin,
            Ordinal = Ordinal(ordinal),
            Content = _bytes.AsSpan(subjectBytes + citeBytes, length - subjectBytes - citeBytes),
            Retracts = content is null,
        });
    }

    private Citation[] Citations(string cite)
    {
        if (!_citations.TryGetValue(cite, out var citations)) _citations.Add(cite, citations = Citation.Split(cite));
        return citations;
    }
}
