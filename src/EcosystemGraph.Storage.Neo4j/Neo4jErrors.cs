using System.Text.Json;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j;

/// <summary>Says what Neo4j's errors mean to whoever runs the program, and what to do.</summary>
internal static class Neo4jErrors
{
    /// <summary>True for what the server, the network or another program may cause, rather than a mistake of ours.</summary>
    public static bool IsStoreFailure(Exception e) => e is CypherException or JsonException or FormatException or InvalidCastException;

    /// <summary>The store's failure for one that <see cref="IsStoreFailure"/> accepts.</summary>
    public static StoreException Translate(string location, Exception e) => e is CypherException cypher
        ? new StoreException(StoreErrorCode.Unavailable, $"{cypher.Message}{Advice(cypher.Kind)}", e)
        : new StoreException(
            StoreErrorCode.Corrupt, $"'{location}' holds something that this program did not write ({e.Message}); restore a backup, or empty the database and load the bundle again", e);

    private static string Advice(CypherErrorKind kind) => kind switch
    {
        CypherErrorKind.Unavailable => "; check that Neo4j runs there",
        CypherErrorKind.Transient => "; try again",
        CypherErrorKind.Security => "; check Neo4j:Username and Neo4j:Password",
        CypherErrorKind.DatabaseNotFound => "; check Neo4j:Database",
        _ => "",
    };
}
