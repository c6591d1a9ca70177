namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>What the server's codes mean to whoever waits for the answer.</summary>
/// <remarks>https://neo4j.com/docs/status-codes/current/errors/all-errors/; the exceptions are those of the official drivers.</remarks>
internal static class CypherErrors
{
    /// <summary>The server does not know a bookmark: the database was replaced.</summary>
    public const string InvalidBookmark = "Neo.ClientError.Transaction.InvalidBookmark";

    /// <summary>The kind of failure that a code stands for.</summary>
    public static CypherErrorKind KindOf(string code) => code switch
    {
        // Somebody stopped it on purpose: not to be tried again, whatever the class says.
        "Neo.TransientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped" => CypherErrorKind.Client,

        // The leader has moved, the token is renewed, old bookmarks are dropped: another attempt goes right.
        "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or "Neo.ClientError.Security.AuthorizationExpired" or InvalidBookmark => CypherErrorKind.Transient,
        "Neo.ClientError.Database.DatabaseNotFound" => CypherErrorKind.DatabaseNotFound,
        "Neo.ClientError.Schema.ConstraintValidationFailed" => CypherErrorKind.ConstraintViolation,
        _ when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => CypherErrorKind.Transient,
        _ when code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal) => CypherErrorKind.Security,
        _ when code.StartsWith("Neo.ClientError.", StringComparison.Ordinal) => CypherErrorKind.Client,
        _ => CypherErrorKind.Server,
    };

    /// <summary>The exception for an error that the server states.</summary>
    public static CypherException Stated(string where, string? statement, string code, string message, Exception? inner = null) =>
        new(KindOf(code), code, $"{where}: {(statement is null ? "" : $"'{statement}': ")}{message.TrimEnd('.', '\n', ' ')} ({code})", inner) { Statement = statement };

    /// <summary>The exception for a server that cannot be reached or whose answer does not come or broke off.</summary>
    public static CypherException Unavailable(string where, string? statement, string why, Exception? inner = null) =>
        new(CypherErrorKind.Unavailable, null, $"{where} {why}", inner) { Statement = statement };
}
