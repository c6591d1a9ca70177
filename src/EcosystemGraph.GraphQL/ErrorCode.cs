using EcosystemGraph.Query;

namespace EcosystemGraph.GraphQL;

/// <summary>The codes of <c>extensions.code</c>. They are stable: clients may depend on them.</summary>
public static class ErrorCode
{
    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The HTTP request is not a GraphQL request.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The operation is not there, or not of a kind that the HTTP method allows.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>An id in an argument is of nothing that is there.</summary>
    public const string NotFound = QueryErrorCode.NotFound;

    /// <summary>An alias is of several entities; the message lists them.</summary>
    public const string Ambiguous = QueryErrorCode.Ambiguous;

    /// <summary>An argument is out of range, of another type, or does not fit the others.</summary>
    public const string BadArgument = QueryErrorCode.BadArgument;

    /// <summary>More was asked for than is given at once.</summary>
    public const string LimitExceeded = QueryErrorCode.LimitExceeded;

    /// <summary>Changes are not accepted here.</summary>
    public const string ReadOnly = "READ_ONLY";

    /// <summary>A change set cannot be taken; <c>extensions.problems</c> says why.</summary>
    public const string InvalidChange = "INVALID_CHANGE";

    /// <summary>The store cannot be reached or refuses to write.</summary>
    public const string StoreUnavailable = "STORE_UNAVAILABLE";

    /// <summary>The request took too long.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>A fault of the program; its log says more.</summary>
    public const string Internal = "INTERNAL";
}
