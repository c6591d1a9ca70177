using System.Text.Json;
using EcosystemGraph.GraphQL.Execution;
using GraphQL;

namespace EcosystemGraph.GraphQL;

/// <summary>The answer to a request.</summary>
public sealed class GraphQLResponse
{
    private readonly ExecutionResult? _result;
    private readonly IReadOnlyList<RequestError> _errors;
    private readonly int _maxErrors;

    internal GraphQLResponse(ExecutionResult? result, IReadOnlyList<RequestError> errors, int maxErrors)
    {
        _result = result;
        _errors = errors;
        _maxErrors = maxErrors;
    }

    /// <summary>True if the operation was run, if only in part: the answer has data, which may be null. False if the request was refused before.</summary>
    public bool IsExecuted => _result is not null;

    /// <summary>True if anything went wrong.</summary>
    public bool HasErrors => _errors.Count > 0;

    /// <summary>The code of the first error, or null.</summary>
    public string? FirstCode => _errors.Count == 0 ? null : _errors[0].Code;

    /// <summary>The messages of the errors.</summary>
    public IEnumerable<string> Messages => _errors.Select(e => e.Message);

    /// <summary>Writes the answer: errors, then data.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        if (_errors.Count > 0) ResponseWriter.WriteErrors(writer, _errors, _maxErrors);
        if (_result is not null) ResponseWriter.WriteData(writer, _result.Data);
        writer.WriteEndObject();
    }
}
