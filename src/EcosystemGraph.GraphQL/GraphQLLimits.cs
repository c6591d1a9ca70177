using EcosystemGraph.Query.Paging;

namespace EcosystemGraph.GraphQL;

/// <summary>How much one request may ask for. What exceeds a limit is refused with <c>LIMIT_EXCEEDED</c>, naming the limit.</summary>
/// <remarks>
/// The first group is checked before validation, in time linear in the document: the library's own validation is quadratic in places,
/// and its complexity analyser exponential in nested fragments.
/// </remarks>
public sealed record GraphQLLimits
{
    /// <summary>Default of <see cref="MaxBodyBytes"/>.</summary>
    public const int DefaultMaxBodyBytes = 1_048_576;

    /// <summary>Default of <see cref="MaxDocumentBytes"/>.</summary>
    public const int DefaultMaxDocumentBytes = 16 * 1024;

    /// <summary>Default of <see cref="MaxTokens"/>.</summary>
    public const int DefaultMaxTokens = 2_000;

    /// <summary>Default of <see cref="MaxDepth"/>.</summary>
    public const int DefaultMaxDepth = 15;

    /// <summary>Default of <see cref="MaxAliases"/>.</summary>
    public const int DefaultMaxAliases = 30;

    /// <summary>Default of <see cref="MaxDirectives"/>.</summary>
    public const int DefaultMaxDirectives = 50;

    /// <summary>Default of <see cref="MaxRootFields"/>.</summary>
    public const int DefaultMaxRootFields = 20;

    /// <summary>Default of <see cref="MaxFields"/>.</summary>
    public const int DefaultMaxFields = 5_000;

    /// <summary>Default of <see cref="MaxNodes"/>.</summary>
    public const int DefaultMaxNodes = 100_000;

    /// <summary>Default of <see cref="MaxVariableValues"/>.</summary>
    public const int DefaultMaxVariableValues = 20_000;

    /// <summary>Default of <see cref="MaxErrors"/>.</summary>
    public const int DefaultMaxErrors = 5;

    /// <summary>Default of <see cref="MaxCachedDocuments"/>.</summary>
    public const int DefaultMaxCachedDocuments = 512;

    /// <summary>Default of <see cref="MaxChanges"/>.</summary>
    public const int DefaultMaxChanges = 1_000;

    /// <summary>Default of <see cref="Timeout"/>, in seconds.</summary>
    public const int DefaultTimeoutSeconds = 30;

    /// <summary>Bytes of an HTTP request's body.</summary>
    public int MaxBodyBytes { get; init; } = DefaultMaxBodyBytes;

    /// <summary>Bytes of a document in UTF-8.</summary>
    public int MaxDocumentBytes { get; init; } = DefaultMaxDocumentBytes;

    /// <summary>Lexical tokens of a document.</summary>
    public int MaxTokens { get; init; } = DefaultMaxTokens;

    /// <summary>Fields within one another, fragments expanded.</summary>
    public int MaxDepth { get; init; } = DefaultMaxDepth;

    /// <summary>Aliases in a document.</summary>
    public int MaxAliases { get; init; } = DefaultMaxAliases;

    /// <summary>Directives in a document.</summary>
    public int MaxDirectives { get; init; } = DefaultMaxDirectives;

    /// <summary>Root fields of an operation, fragments expanded.</summary>
    public int MaxRootFields { get; init; } = DefaultMaxRootFields;

    /// <summary>Fields of an operation, fragments expanded.</summary>
    public int MaxFields { get; init; } = DefaultMaxFields;

    /// <summary>Items that all pages of a request hold together: lists within lists multiply.</summary>
    public int MaxNodes { get; init; } = DefaultMaxNodes;

    /// <summary>Values that the variables of a request hold together, those within others among them.</summary>
    public int MaxVariableValues { get; init; } = DefaultMaxVariableValues;

    /// <summary>Errors that an answer shows.</summary>
    public int MaxErrors { get; init; } = DefaultMaxErrors;

    /// <summary>Documents that are kept parsed and validated.</summary>
    public int MaxCachedDocuments { get; init; } = DefaultMaxCachedDocuments;

    /// <summary>Facts and removals of one change set.</summary>
    public int MaxChanges { get; init; } = DefaultMaxChanges;

    /// <summary>How long a request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(DefaultTimeoutSeconds);

    /// <summary>Items of a page at most; set by the Query module.</summary>
    public static int MaxPageSize => PageRequest.MaximumSize;
}
