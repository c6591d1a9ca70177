using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using GraphQL;
using GraphQLParser.AST;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EcosystemGraph.GraphQL;

/// <summary>
/// Answers GraphQL requests about a live graph. The schema is generated from the ontology, once for each ontology; a request keeps one snapshot to its end.
/// </summary>
/// <remarks>Safe to use from any number of threads.</remarks>
public sealed class GraphQLService
{
    private readonly GraphServices _services;
    private readonly SchemaSource _schemas;
    private readonly DocumentGuard _guard;
    private readonly ErrorMapper _errors;

    /// <summary>Creates the service.</summary>
    /// <param name="services">What it is made from.</param>
    /// <param name="logger">Told of faults; answers do not show them.</param>
    public GraphQLService(GraphServices services, ILogger<GraphQLService>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        _services = services;
        _schemas = new SchemaSource(services);
        _guard = new DocumentGuard(services.Limits);
        _errors = new ErrorMapper(logger ?? NullLogger<GraphQLService>.Instance);
    }

    /// <summary>How much one request may ask for.</summary>
    public GraphQLLimits Limits => _services.Limits;

    /// <summary>The schema in SDL.</summary>
    public string PrintSchema() => _schemas.For(_services.Graph.Current.Ontology).Print();

    /// <summary>Builds the schema, so that the first request does not wait for it.</summary>
    public void Prepare() => _schemas.For(_services.Graph.Current.Ontology);

    /// <summary>Answers a request. Errors of the request are part of the answer.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return Refuse(_errors.Map(exception));
        }
    }

    private async Task<GraphQLResponse> AnswerAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        _guard.Check(request.Variables);
        var snapshot = _services.Graph.Current;
        var schema = _schemas.For(snapshot.Ontology);
        var known = schema.Documents.Find(request.Query);
        var document = known ?? new PreparedDocument(_guard.Parse(DocumentGuard.Normalize(request.Query)));
        var operation = document.Operation(request.OperationName) ?? throw new RequestException(ErrorCode.BadRequest, Missing(document, request.OperationName));
        if (request.QueriesOnly && operation.Operation != OperationType.Query)
            throw new RequestException(ErrorCode.MethodNotAllowed, $"a {operation.Operation.ToString().ToLowerInvariant()} needs POST");

        var result = await document.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema.Schema,
            Query = request.Query,
            Document = document.Document,
            OperationName = request.OperationName,
            Variables = request.Variables switch { null => null, global::GraphQL.Inputs inputs => inputs, var map => new global::GraphQL.Inputs(new Dictionary<string, object?>(map)) },
            Root = new RequestScope(snapshot, _services, new NodeBudget(_services.Limits.MaxNodes)),
            Timeout = _services.Limits.Timeout,
            CancellationToken = cancellationToken,
        }).ConfigureAwait(false);
        if (known is null && document.IsValid) schema.Documents.Add(request.Query, document);
        if (result.Errors is not { Count: > 0 } errors) return new GraphQLResponse(result, [], 0);
        var shown = errors.Take(_services.Limits.MaxErrors).Select(_errors.Map).ToArray();
        return new GraphQLResponse(result.Executed ? result : null, shown, shown.Length);
    }

    private GraphQLResponse Refuse(RequestError error) => new(null, [error], _services.Limits.MaxErrors);

    private static string Missing(PreparedDocument document, string? name)
    {
        var names = document.Document.Definitions.OfType<GraphQLOperationDefinition>().Select(o => o.Name?.StringValue ?? "without a name").ToList();
        if (names.Count == 0) return "the document has no operation";
        return string.IsNullOrEmpty(name)
            ? $"the document has several operations: {string.Join(", ", names)}; say which with operationName"
            : $"the document has no operation '{name}'; it has: {string.Join(", ", names)}";
    }
}
