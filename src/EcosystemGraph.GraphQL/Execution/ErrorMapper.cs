using EcosystemGraph.Model;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Query;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using Microsoft.Extensions.Logging;

namespace EcosystemGraph.GraphQL.Execution;

/// <summary>Turns what went wrong into what an answer shows: a stable code and one sentence, never a stack trace.</summary>
internal sealed partial class ErrorMapper(ILogger logger)
{
    private const string Generic = "the request could not be answered; the service's log says why";

    /// <summary>An error of validation or of a field.</summary>
    public RequestError Map(ExecutionError error)
    {
        var mapped = error switch
        {
            { InnerException: { } cause } when Known(cause) is { } known => known,
            TimeoutError => new RequestError(ErrorCode.Timeout, "the request took longer than it may; ask for less"),
            SyntaxError => new RequestError(ErrorCode.ParseFailed, error.Message),
            ArgumentsOfCorrectTypeError or InvalidLiteralError or InvalidValueError or InvalidVariableError or OneOfInputValuesError or DefaultValuesOfCorrectTypeError =>
                new RequestError(ErrorCode.BadArgument, WithCause(error)),
            ValidationError => new RequestError(ErrorCode.ValidationFailed, error.Message),
            InvalidOperationNameError or NoOperationError or NoOperationNameError => new RequestError(ErrorCode.BadRequest, error.Message),
            { InnerException: { } fault } => Fault(fault),
            _ => Fault(error),
        };
        return mapped with { Locations = [.. (error.Locations ?? []).Select(l => (l.Line, l.Column))], Path = error.Path as IReadOnlyList<object> ?? error.Path?.ToList() };
    }

    /// <summary>What stopped a request before or instead of its fields.</summary>
    public RequestError Map(Exception exception) => exception switch
    {
        ExecutionError error => Map(error),
        _ => Known(exception) ?? Fault(exception),
    };

    private static RequestError? Known(Exception exception) => exception switch
    {
        RequestException refused => refused.Error,
        QueryException query => new RequestError(query.Code, query.Message),
        InvalidChangeException change => new RequestError(ErrorCode.InvalidChange, change.Message)
        {
            Problems = [.. change.Problems.Select(p => new ChangeProblem(p.Code, p.Message, p.Key.Subject, p.Member))],
        },
        InvalidInputException input => new RequestError(ErrorCode.BadArgument, input.Message),
        StoreException { Code: StoreErrorCode.Unavailable } store => new RequestError(ErrorCode.StoreUnavailable, store.Message),
        _ => null,
    };

    private static string WithCause(ExecutionError error) =>
        error.InnerException is FormatException cause && !error.Message.Contains(cause.Message, StringComparison.Ordinal) ? $"{error.Message} {cause.Message}" : error.Message;

    private RequestError Fault(Exception exception)
    {
        LogFault(logger, exception);
        return new RequestError(ErrorCode.Internal, Generic);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "a GraphQL request failed")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
