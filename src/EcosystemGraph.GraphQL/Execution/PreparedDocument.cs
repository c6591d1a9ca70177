using System.Collections.Concurrent;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace EcosystemGraph.GraphQL.Execution;

/// <summary>
/// A parsed document that is validated once. Without variables its arguments never change, so they are read once too.
/// </summary>
internal sealed class PreparedDocument : IDocumentValidator
{
    private static readonly DocumentValidator Library = new();
    private static readonly IValidationRule[] NoRules = [];

    private readonly DocumentExecuter _executer;
    private readonly ConcurrentDictionary<GraphQLOperationDefinition, IValidationResult> _constant = new();
    private volatile bool _valid;

    public PreparedDocument(GraphQLDocument document)
    {
        Document = document;
        _executer = new DocumentExecuter(new GraphQLDocumentBuilder(), this, OneStrategy.Instance, []);
    }

    public GraphQLDocument Document { get; }

    /// <summary>True once the document was found to fit the schema.</summary>
    public bool IsValid => _valid;

    public Task<ExecutionResult> ExecuteAsync(ExecutionOptions options) => _executer.ExecuteAsync(options);

    /// <summary>The operation that is meant, or null if the document has none of that name or several.</summary>
    public GraphQLOperationDefinition? Operation(string? name)
    {
        var operations = Document.Definitions.OfType<GraphQLOperationDefinition>();
        return string.IsNullOrEmpty(name)
            ? operations.Take(2).ToArray() is [var only] ? only : null
            : operations.FirstOrDefault(o => o.Name is { } given && given.Value == name);
    }

    /// <inheritdoc/>
    public Task<IValidationResult> ValidateAsync(in ValidationOptions options) =>
        _constant.TryGetValue(options.Operation, out var known) ? Task.FromResult(Copy(known)) : RunAsync(options);

    private async Task<IValidationResult> RunAsync(ValidationOptions options)
    {
        var result = await Library.ValidateAsync(new ValidationOptions
        {
            Document = options.Document,
            Rules = _valid ? NoRules : null,
            Operation = options.Operation,
            UserContext = options.UserContext,
            CancellationToken = options.CancellationToken,
            Schema = options.Schema,
            Metrics = options.Metrics,
            Variables = options.Variables,
            Extensions = options.Extensions,
            RequestServices = options.RequestServices,
            User = options.User,
        }).ConfigureAwait(false);
        if (!result.IsValid) return result;
        _valid = true;
        if (Document.Definitions.OfType<GraphQLOperationDefinition>().All(o => o.Variables is not { Count: > 0 })) _constant.TryAdd(options.Operation, Copy(result));
        return result;
    }

    /// <summary>Execution adds to the arguments where it merges fields, so each gets its own.</summary>
    private static IValidationResult Copy(IValidationResult result)
    {
        if (result.ArgumentValues is null && result.DirectiveValues is null) return result;
        return new ValidationResult
        {
            Variables = result.Variables,
            ArgumentValues = result.ArgumentValues is { } arguments ? new Dictionary<GraphQLField, IDictionary<string, ArgumentValue>>(arguments) : null,
            DirectiveValues = result.DirectiveValues is { } directives ? new Dictionary<ASTNode, IDictionary<string, DirectiveInfo>>(directives) : null,
        };
    }

    /// <summary>Fields answer at once, so there is nothing to gain from running them side by side.</summary>
    private sealed class OneStrategy : IExecutionStrategySelector
    {
        public static OneStrategy Instance { get; } = new();

        private readonly StoppingStrategy _strategy = new();

        public IExecutionStrategy Select(ExecutionContext context) => _strategy;
    }

    /// <summary>Stops the whole request where a field goes beyond a limit: the other fields would only do so again.</summary>
    private sealed class StoppingStrategy : SerialExecutionStrategy
    {
        protected override Task<bool> ProcessNodeUnhandledExceptionAsync(ExecutionContext context, ExecutionNode node, Exception ex) =>
            ex is RequestException { Error.Code: ErrorCode.LimitExceeded } ? Task.FromResult(true) : base.ProcessNodeUnhandledExceptionAsync(context, node, ex);
    }
}
