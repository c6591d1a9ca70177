namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>The kinds of failure, by what to do about them.</summary>
public enum CypherErrorKind
{
    /// <summary>
    /// The server cannot be reached, does not answer, or its answer broke off. Whether it did what it was asked is unknown: only what may be done twice may be tried again.
    /// </summary>
    Unavailable,

    /// <summary>The server refused for a reason that passes (a deadlock, no leader). Nothing was done; the whole transaction may be tried again.</summary>
    Transient,

    /// <summary>User name, password or token are wrong, or do not permit this.</summary>
    Security,

    /// <summary>There is no such database.</summary>
    DatabaseNotFound,

    /// <summary>What was stored or was to be stored breaks a constraint.</summary>
    ConstraintViolation,

    /// <summary>The statement is wrong, or its data are.</summary>
    Client,

    /// <summary>The server failed by itself (its disk is full, a bug), or its answer makes no sense.</summary>
    Server,
}

/// <summary>A statement or transaction that did not succeed. Nothing of an auto-committed statement or a transaction that failed is kept, unless <see cref="CypherErrorKind.Unavailable"/>.</summary>
public sealed class CypherException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="kind">What kind of failure it is.</param>
    /// <param name="code">The server's code; null if it is not the server that speaks.</param>
    /// <param name="message">One sentence, without secrets.</param>
    /// <param name="inner">What caused it.</param>
    public CypherException(CypherErrorKind kind, string? code, string message, Exception? inner = null) : base(message, inner)
    {
        Kind = kind;
        Code = code;
    }

    /// <summary>What kind of failure it is.</summary>
    public CypherErrorKind Kind { get; }

    /// <summary>The server's code, such as <c>Neo.ClientError.Statement.SyntaxError</c>; null if it is not the server that speaks.</summary>
    public string? Code { get; }

    /// <summary>The name of the statement that failed; null if it was none in particular.</summary>
    public string? Statement { get; init; }

    /// <summary>True if trying again later may succeed.</summary>
    public bool MayPass => Kind is CypherErrorKind.Unavailable or CypherErrorKind.Transient;
}
