namespace EcosystemGraph.TestKit.Neo4j;

/// <summary>Where a Neo4j is, and who may ask it.</summary>
/// <param name="Http">The address of its Query API; null if only Bolt is known.</param>
/// <param name="Bolt">The address of its Bolt; null if only HTTP is known.</param>
/// <param name="Username">The user.</param>
/// <param name="Password">The password.</param>
/// <param name="Database">The database, which the tests empty.</param>
public sealed record Neo4jAddress(Uri? Http, Uri? Bolt, string Username, string Password, string Database)
{
    /// <summary>The address in variables of the environment or lines of a file, by name; null if it is not in them.</summary>
    public static Neo4jAddress? Find(Func<string, string?> variable)
    {
        Uri? http = null, bolt = null;
        foreach (var text in new[] { variable("NEO4J_URI"), variable("NEO4J_HTTP") })
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)) continue;
            if (uri.Scheme is "http" or "https") http = uri;
            else bolt = uri;
        }

        return http is null && bolt is null
            ? null
            : new Neo4jAddress(http, bolt, variable("NEO4J_USERNAME") ?? "neo4j", variable("NEO4J_PASSWORD") ?? "", variable("NEO4J_DATABASE") ?? "neo4j");
    }
}
