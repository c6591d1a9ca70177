using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;

namespace EcosystemGraph.App.Tests.Hosting;

/// <summary>A client that goes away while the service computes for it.</summary>
public sealed class HangUpTests(ShippedService service) : IClassFixture<ShippedService>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_stopped_and_the_next_is_answered()
    {
        using var requests = new Requests(service.Client.BaseAddress!.Port);
        using var hangUp = new CancellationTokenSource();
        var asked = service.Client.PostAsJsonAsync("graphql", new { query = "{ hubs(draws: 99999) { record { digest } } }" }, hangUp.Token);
        await requests.Begun.WaitAsync(Patience);
        await Task.Delay(TimeSpan.FromSeconds(.3));
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);

        // Had it computed to the end, there would be an answer, with a type, though it could not be sent.
        Assert.Null(await requests.AnswerType.WaitAsync(Patience));

        using var next = await service.Client.PostAsJsonAsync("graphql", new { query = "{ hubs(draws: 9) { record { digest } } }" });
        Assert.Contains("\"digest\"", await next.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>What the host tells of the first request to a port.</summary>
    private sealed class Requests : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly int _port;
        private readonly List<IDisposable> _subscriptions = [];
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<string?> _answerType = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Requests(int port)
        {
            _port = port;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public Task Begun => _begun.Task;

        public Task<string?> AnswerType => _answerType.Task;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.AspNetCore") _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is not HttpContext context || context.Connection.LocalPort != _port) return;
            if (value.Key == "Microsoft.AspNetCore.Hosting.HttpRequestIn.Start") _begun.TrySetResult();
            else if (value.Key == "Microsoft.AspNetCore.Hosting.HttpRequestIn.Stop") _answerType.TrySetResult(context.Response.ContentType);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
    }
}
