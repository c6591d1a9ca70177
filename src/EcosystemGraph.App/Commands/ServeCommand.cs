using System.CommandLine;
using EcosystemGraph.App.Graphs;
using EcosystemGraph.App.Hosting;
using EcosystemGraph.App.Options;
using EcosystemGraph.App.Output;
using EcosystemGraph.GraphQL;
using EcosystemGraph.GraphQL.Http;

namespace EcosystemGraph.App.Commands;

/// <summary><c>serve</c>: the graph as a GraphQL service.</summary>
internal static class ServeCommand
{
    private const string Description = "Serve the graph: GraphQL at /graphql, and a page to ask it at /";

    private const string Details = """
        Makes the database if it is not there, and loads what the bundle says anew; mutations are kept.
        Listens until Ctrl-C. Ready for requests when /health/ready answers 200.
        Settings without a flag: EcosystemGraph:Server:MaxRequestBytes, RequestTimeoutSeconds, HeaderTimeoutSeconds,
        MaxConnections and ShutdownSeconds.
        """;

    private const string Examples = """
        ecosystem-graph serve
        ecosystem-graph serve --urls http://localhost:8080
        ecosystem-graph serve --bundle my-bundle --database my.db
        curl http://localhost:5080/graphql --json '{"query":"{ about { name revision } }"}'
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, Flags flags)
    {
        var command = new DocumentedCommand("serve", Description, Details, Examples) { flags.Urls, flags.Database, flags.Bundle, flags.Store };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, flags.ReadSettings(parsed), parsed.GetValue(flags.Verbose), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, IConfiguration settings, bool verbose, CancellationToken cancellationToken)
    {
        var graphOptions = OptionsReader.ReadGraph(settings);
        var serverOptions = OptionsReader.ReadServer(settings);
        var pending = new PendingGraph();
        var served = new ServedGraph(graphOptions, terminal);
        var app = WebService.Build(serverOptions, settings, pending, () => served.BundleFolder, verbose);
        await using (app.ConfigureAwait(false))
        {
            // What is there already is read while the port is opened, for a quick start. Nothing is written before: if the port is taken, all stays as it is.
            var opening = Task.Run(() => served.OpenIfUpToDateAsync(cancellationToken), cancellationToken);
            await ListenAsync(app, serverOptions, opening, cancellationToken).ConfigureAwait(false);
            var graph = await opening.ConfigureAwait(false) ?? await served.LoadAsync(cancellationToken).ConfigureAwait(false);
            await using (graph.ConfigureAwait(false))
            {
                var service = new GraphQLService(GraphQLSetup.Of(graph.Live, serverOptions, GraphStores.Engine(graphOptions)), app.Services.GetRequiredService<ILogger<GraphQLService>>());
                service.Prepare();
                pending.Complete(GraphQLEndpoint.Answer(service), () => graph.Live.Health);
                await using var watch = StoreWatching.Start(graph.Live, graphOptions, app.Logger).ConfigureAwait(false);
                await using var others = ForeignChangeWatch.Start(graph, graphOptions, app.Logger);
                StartupLines.Write(terminal, graph.Live, app.Urls);
                await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return ExitStatus.Done;
    }

    private static async Task ListenAsync(WebApplication app, ServerOptions options, Task<OpenedGraph?> opening, CancellationToken cancellationToken)
    {
        try
        {
            await app.ListenAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // The port is what counts; a database that cannot be opened either is the next message.
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (opening is { IsCompletedSuccessfully: true, Result: { } graph }) await graph.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
