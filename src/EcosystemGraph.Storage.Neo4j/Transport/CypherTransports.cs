using EcosystemGraph.Storage.Neo4j.Transport.Http;

namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>Makes the transport that an address asks for.</summary>
/// <param name="bolt">Makes one for Bolt; null in a build without the official driver.</param>
public sealed class CypherTransports(Func<Neo4jOptions, ICypherTransport>? bolt = null)
{
    /// <summary>Makes the transport for <see cref="Neo4jOptions.Uri"/>. Nothing is sent yet.</summary>
    /// <exception cref="ArgumentException">The options are wrong, or ask for Bolt in a build without it.</exception>
    public ICypherTransport Create(Neo4jOptions options)
    {
        var problems = options.Problems().ToArray();
        if (problems.Length > 0) throw new ArgumentException(string.Join("; ", problems), nameof(options));
        var uri = new Uri(options.Uri, UriKind.Absolute);
        if (uri.Scheme is "http" or "https") return HttpCypherTransport.Create(options);
        if (bolt is not null) return bolt(options);
        throw new ArgumentException(
            $"{Neo4jOptions.Section}:{nameof(Neo4jOptions.Uri)} '{options.Uri}' asks for Bolt, and this build is without it; "
            + $"use HTTP, such as http://{uri.Host}:7474, or build with -p:Bolt=true",
            nameof(options));
    }
}
