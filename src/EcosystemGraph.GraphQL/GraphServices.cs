using System.Reflection;
using EcosystemGraph.Analytics.Engines;
using EcosystemGraph.Analytics.Hubs;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.Model.Live;

namespace EcosystemGraph.GraphQL;

/// <summary>What a GraphQL service is made from.</summary>
public sealed class GraphServices
{
    /// <summary>Creates the services.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="centrality">Scores entities; one with defaults if null.</param>
    public GraphServices(LiveGraph graph, CentralityService? centrality = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Graph = graph;
        Centrality = centrality ?? new CentralityService();
        Hubs = new HubService(Centrality);
    }

    /// <summary>The graph.</summary>
    public LiveGraph Graph { get; }

    /// <summary>Scores entities.</summary>
    public CentralityService Centrality { get; }

    /// <summary>Compares regions.</summary>
    public HubService Hubs { get; }

    /// <summary>Scores entities elsewhere than in this process; null if the graph's store has no such thing.</summary>
    public ICentralityEngine? Engine { get; init; }

    /// <summary>True if changes are refused with <c>READ_ONLY</c>.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How much one request may ask for.</summary>
    public GraphQLLimits Limits { get; init; } = new();

    /// <summary>The program's version, as <c>about</c> shows it.</summary>
    public string Version { get; init; } =
        typeof(GraphServices).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    internal ViewPool Views { get; } = new();
}
