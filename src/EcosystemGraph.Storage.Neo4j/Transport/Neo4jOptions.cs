using EcosystemGraph.Storage.Neo4j.Transport.Resilience;

namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>Which Neo4j database, and who asks: the section <c>Neo4j</c> of the settings.</summary>
public sealed class Neo4jOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Neo4j";

    /// <summary>Where the server is: <c>http://</c> or <c>https://</c> (Query API, port 7474 or 7473), <c>neo4j://</c> or <c>bolt://</c>, with TLS <c>neo4j+s://</c> or <c>bolt+s://</c> (port 7687).</summary>
    public string Uri { get; set; } = "http://localhost:7474";

    /// <summary>The user. Null or empty for a server that asks nobody who they are.</summary>
    public string? Username { get; set; } = "neo4j";

    /// <summary>The user's password.</summary>
    public string? Password { get; set; }

    /// <summary>A token of single sign-on, instead of user and password.</summary>
    public string? BearerToken { get; set; }

    /// <summary>The database; Community has <c>neo4j</c>.</summary>
    public string Database { get; set; } = "neo4j";

    /// <summary>A file of certificates (PEM) to trust instead of the machine's, for a server with one of its own. Of use with TLS over HTTP.</summary>
    public string? TrustedCertificates { get; set; }

    /// <summary>Timeouts, retries and the like.</summary>
    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>Everything that is wrong with the options, each naming its key and value; empty if nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (!System.Uri.TryCreate(Uri, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            yield return $"{Section}:Uri '{Uri}' is not an address; expected one such as http://localhost:7474 or bolt://localhost:7687";
        else if (uri.Scheme is not ("http" or "https" or "neo4j" or "neo4j+s" or "neo4j+ssc" or "bolt" or "bolt+s" or "bolt+ssc"))
            yield return $"{Section}:Uri '{uri.Scheme}://{uri.Authority}' has the scheme '{uri.Scheme}'; expected http, https, neo4j, neo4j+s, bolt or bolt+s";
        else if (uri.UserInfo.Length > 0)
            yield return $"{Section}:Uri has a user in it; name it in {Section}:Username and {Section}:Password, which are not logged";
        if (string.IsNullOrWhiteSpace(Database)) yield return $"{Section}:Database is empty; expected a name such as neo4j";
        if (!string.IsNullOrEmpty(BearerToken) && !string.IsNullOrEmpty(Password)) yield return $"{Section}:BearerToken and {Section}:Password are both given; expected one of them";
        if (TrustedCertificates is { Length: > 0 } file && !File.Exists(file)) yield return $"{Section}:TrustedCertificates '{file}' is not there; expected a file of certificates in PEM";
        foreach (var problem in Resilience.Problems()) yield return problem;
    }
}
