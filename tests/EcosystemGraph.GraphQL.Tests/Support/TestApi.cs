using System.Text.Json;
using EcosystemGraph.Analytics.Engines;
using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Ingest.Loading;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit;
using EcosystemGraph.TestKit.Stores;

namespace EcosystemGraph.GraphQL.Tests.Support;

/// <summary>The whole way from a bundle to answers, with a store in memory.</summary>
public sealed class TestApi
{
    private static readonly Lazy<TestApi> Shared = new(() => Open());

    private TestApi(IGraphStore store, LiveGraph graph, GraphQLService service, FaultLog faults)
    {
        Store = store;
        Graph = graph;
        Service = service;
        Faults = faults;
    }

    /// <summary>The invented supply chain, for tests that only read.</summary>
    public static TestApi Semiconductors => Shared.Value;

    public IGraphStore Store { get; }

    public LiveGraph Graph { get; }

    public GraphQLService Service { get; }

    /// <summary>What the service told its log and not the client.</summary>
    public FaultLog Faults { get; }

    /// <summary>A graph of its own, for a test that writes or needs other options.</summary>
    public static TestApi Open(string? bundle = null, GraphQLLimits? limits = null, bool readOnly = false, Func<IGraphStore, IGraphStore>? around = null, ICentralityEngine? engine = null)
    {
        IGraphStore store = new InMemoryGraphStore();
        BundleLoader.LoadAsync(store, Bundle.Read(bundle ?? TestBundles.Semiconductors)).GetAwaiter().GetResult();
        if (around is not null) store = around(store);
        var graph = LiveGraph.OpenAsync(store).GetAwaiter().GetResult();
        var services = new GraphServices(graph) { Limits = limits ?? new GraphQLLimits(), ReadOnly = readOnly, Version = "test", Engine = engine };
        var faults = new FaultLog();
        return new TestApi(store, graph, new GraphQLService(services, faults), faults);
    }

    /// <summary>The whole answer.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, string? operation = null)
    {
        var map = variables is null ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(JsonSerializer.Serialize(variables))!.ToDictionary(v => v.Key, v => Plain(v.Value));
        var response = await Service.ExecuteAsync(new GraphQLRequest(query, operation, map));
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes)) response.WriteTo(writer);
        return JsonDocument.Parse(bytes.ToArray()).RootElement;
    }

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), $"{errors} {string.Join('\n', Faults.Exceptions)}");
        return answer.GetProperty("data");
    }

    /// <summary>The code and message of an answer's first error.</summary>
    public async Task<(string Code, string Message)> ErrorAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.True(answer.TryGetProperty("errors", out var errors), answer.ToString());
        return (errors[0].GetProperty("extensions").GetProperty("code").GetString()!, errors[0].GetProperty("message").GetString()!);
    }

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var whole) ? (object)whole : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value)),
        _ => null,
    };
}

/// <summary>Shorthands for reading answers.</summary>
internal static class JsonReading
{
    /// <summary>The element at a path such as <c>chipMakers.nodes.0.id</c>.</summary>
    public static JsonElement At(this JsonElement element, string path) =>
        path.Split('.').Aggregate(element, (e, step) => int.TryParse(step, out var index) ? e[index] : e.GetProperty(step));

    /// <summary>The text at a path.</summary>
    public static string Text(this JsonElement element, string path) => element.At(path).GetString()!;

    /// <summary>For each item of a list the text at a path; blank for null.</summary>
    public static string[] Texts(this JsonElement element, string list, string path) => [.. element.At(list).EnumerateArray().Select(i => i.At(path).ToString())];
}
