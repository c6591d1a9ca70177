namespace EcosystemGraph.GraphQL.Execution;

/// <summary>An error as an answer shows it.</summary>
/// <param name="Code">One of <see cref="ErrorCode"/>.</param>
/// <param name="Message">One sentence that names the offending value.</param>
internal sealed record RequestError(string Code, string Message)
{
    /// <summary>Line and column in the document, from 1.</summary>
    public IReadOnlyList<(int Line, int Column)> Locations { get; init; } = [];

    /// <summary>The field that failed: names and indices.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Everything that is wrong with a change set.</summary>
    public IReadOnlyList<ChangeProblem>? Problems { get; init; }
}

/// <summary>What is wrong with one fact of a change set.</summary>
internal sealed record ChangeProblem(string Code, string Message, string Subject, string? Member);

/// <summary>What was asked is refused.</summary>
internal sealed class RequestException(RequestError error) : Exception(error.Message)
{
    public RequestException(string code, string message) : this(new RequestError(code, message))
    {
    }

    public RequestError Error { get; } = error;
}
