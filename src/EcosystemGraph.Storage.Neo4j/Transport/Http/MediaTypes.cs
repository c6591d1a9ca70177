using System.Net.Http.Headers;

namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>The formats of the Query API.</summary>
internal static class MediaTypes
{
    /// <summary>Plain JSON.</summary>
    public const string Json = "application/json";

    /// <summary>JSON with types.</summary>
    public const string Typed = "application/vnd.neo4j.query";

    /// <summary>What the end of the name of a line-by-line format is (Neo4j 2025.12 and later).</summary>
    public const string LinesSuffix = "+jsonl";

    /// <summary>What is asked for: lines where the server has them, one object where it has not.</summary>
    public static readonly MediaTypeWithQualityHeaderValue[] Accepted =
    [
        new("application/vnd.neo4j.query.v1.1" + LinesSuffix),
        new(Typed, 0.9),
        new(Json, 0.1),
    ];
}
