using System.Text.Json;
using EcosystemGraph.Benchmarks.Harness;
using EcosystemGraph.GraphQL;
using EcosystemGraph.GraphQL.Http;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Storage.Sqlite;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.SystemTextJson;

using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcosystemGraph.Benchmarks.Benchmarks;

/// <summary>Requests a second of the service on a large graph, against a minimal GraphQL.NET endpoint that returns a constant list; client and servers on one machine.</summary>
internal static class HttpBenchmark
{
    private const int Port = 5091;
    private const int Connections = 8;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(BenchmarkOptions options)
    {
        await using var served = await ServedAsync(options);
        var list = Body("{ entities(first: 20) { nodes { id name kind } } }");
        var neighbours = Body("{ node(id: \"0\") { neighbours(first: 10) { totalCount nodes { name neighbours { totalCount } } } } }");
        // Both once before the measurement, then in turn, so that neither has the warmer machine.
        await HttpLoad.RequestsPerSecondAsync(Port, "/graphql", list, Connections, Duration);
        await HttpLoad.RequestsPerSecondAsync(Port, "/constant", list, Connections, Duration);
        var (ours, constant) = (new List<double>(), new List<double>());
        for (var i = 0; i < 3; i++)
        {
            ours.Add(await HttpLoad.RequestsPerSecondAsync(Port, "/graphql", list, Connections, Duration));
            constant.Add(await HttpLoad.RequestsPerSecondAsync(Port, "/constant", list, Connections, Duration));
        }

        var (a, b) = (ours.Order().ElementAt(1), constant.Order().ElementAt(1));
        Measure.Report("20 of all entities", $"{a:N0} requests/s");
        Measure.Report("  against a constant list by GraphQL.NET", $"{b:N0} requests/s, ratio {a / b:F2}");
        Measure.Report("an entity, ten related, their relation counts", $"{await HttpLoad.RequestsPerSecondAsync(Port, "/graphql", neighbours, Connections, Duration):N0} requests/s");
    }

    public static async Task ServeAsync(BenchmarkOptions options)
    {
        await using var served = await ServedAsync(options);
        Console.WriteLine($"http://127.0.0.1:{Port}/graphql, until Ctrl-C");
        await served.App.WaitForShutdownAsync();
    }

    private static string Body(string query) => JsonSerializer.Serialize(new { query });

    private static async Task<Served> ServedAsync(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("ecosystem-graph-benchmark");
        var store = await SqliteGraphStore.OpenAsync(Path.Combine(folder.FullName, "graph.db"));
        await store.ApplyAsync(new ChangeSet { Id = "load", Origin = Origin.Bundle, Upserts = RandomEcosystem.Facts(options), Manifest = RandomEcosystem.Manifest });
        var live = await LiveGraph.OpenAsync(store);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Port}");
        var app = builder.Build();
        var service = new GraphQLService(new GraphServices(live));
        service.Prepare();
        app.MapGraphQL("/graphql", service);
        MapConstant(app);
        await app.StartAsync();
        return new Served(app, live, store, folder);
    }

    /// <summary>The yardstick: what GraphQL.NET itself costs for a list of twenty that is always the same.</summary>
    private static void MapConstant(WebApplication app)
    {
        var item = new ObjectGraphType { Name = "Item" };
        item.Field<NonNullGraphType<IdGraphType>>("id").Resolve(c => ((Item)c.Source!).Id);
        item.Field<NonNullGraphType<StringGraphType>>("name").Resolve(c => ((Item)c.Source!).Name);
        item.Field<NonNullGraphType<StringGraphType>>("kind").Resolve(c => ((Item)c.Source!).Kind);
        var items = Enumerable.Range(0, 20).Select(i => new Item($"item-{i}", $"Item {i}", "NODE")).ToArray();
        var list = new ObjectGraphType { Name = "List" };
        list.AddField(new FieldType { Name = "nodes", ResolvedType = new ListGraphType(item), Resolver = new FuncFieldResolver<object>(_ => items) });
        var query = new ObjectGraphType { Name = "Query" };
        query.AddField(new FieldType
        {
            Name = "entities",
            ResolvedType = list,
            Resolver = new FuncFieldResolver<object>(_ => items),
            Arguments = new QueryArguments(new QueryArgument<IntGraphType> { Name = "first" }),
        });
        var schema = new Schema { Query = query };
        schema.Initialize();
        var (executer, serializer) = (new DocumentExecuter(), new GraphQLSerializer());
        app.MapPost("/constant", async (HttpContext http) =>
        {
            var request = await serializer.ReadAsync<global::GraphQL.Transport.GraphQLRequest>(http.Request.Body, http.RequestAborted);
            var result = await executer.ExecuteAsync(new ExecutionOptions { Schema = schema, Query = request!.Query });
            http.Response.ContentType = "application/json";
            await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
        });
    }

    private sealed record Item(string Id, string Name, string Kind);

    private sealed record Served(WebApplication App, LiveGraph Live, SqliteGraphStore Store, DirectoryInfo Folder) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            Live.Dispose();
            await Store.DisposeAsync();
            Folder.Delete(recursive: true);
        }
    }
}
