using EcosystemGraph.Analytics.Engines;
using EcosystemGraph.App.Options;
using EcosystemGraph.GraphQL;
using EcosystemGraph.Model.Live;

namespace EcosystemGraph.App.Graphs;

/// <summary>What GraphQL works with.</summary>
internal static class GraphQLSetup
{
    /// <summary>The services for a graph, within the bounds of the options.</summary>
    public static GraphServices Of(LiveGraph graph, ServerOptions options, ICentralityEngine? engine) => new(graph)
    {
        Engine = engine,
        Version = ProgramVersion.Text,
        Limits = new GraphQLLimits { MaxBodyBytes = options.MaxRequestBytes, Timeout = TimeSpan.FromSeconds(options.RequestTimeoutSeconds) },
    };
}
