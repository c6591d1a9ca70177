using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EcosystemGraph.GraphQL.Tests.Support;

/// <summary>Keeps the exceptions that a service logs.</summary>
public sealed class FaultLog : ILogger<GraphQLService>
{
    public ConcurrentQueue<Exception> Exceptions { get; } = new();

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null) Exceptions.Enqueue(exception);
    }
}
