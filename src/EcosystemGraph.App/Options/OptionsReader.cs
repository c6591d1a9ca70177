using EcosystemGraph.Storage.Neo4j.Transport;
using Microsoft.Extensions.Options;

namespace EcosystemGraph.App.Options;

/// <summary>Turns settings into checked options.</summary>
internal static class OptionsReader
{
    /// <summary>The options of the graph.</summary>
    /// <exception cref="UsageException">A value does not do.</exception>
    public static GraphOptions ReadGraph(IConfiguration configuration)
    {
        var options = Bind(() => configuration.GetSection(GraphOptions.Section).Get<GraphOptions>()) ?? new GraphOptions();
        Check(new GraphOptionsValidator(), options);
        if (options.IsInNeo4j) options.Neo4j = ReadNeo4j(configuration);
        return options;
    }

    /// <summary>Which Neo4j database, and who asks.</summary>
    /// <exception cref="UsageException">A value does not do.</exception>
    public static Neo4jOptions ReadNeo4j(IConfiguration configuration)
    {
        var options = Bind(() => configuration.GetSection(Neo4jOptions.Section).Get<Neo4jOptions>()) ?? new Neo4jOptions();
        string[] problems = [.. options.Problems()];
        return problems.Length == 0 ? options : throw new UsageException(string.Join("; ", problems));
    }

    /// <summary>The options of the service.</summary>
    /// <exception cref="UsageException">A value does not do.</exception>
    public static ServerOptions ReadServer(IConfiguration configuration)
    {
        var options = Bind(() => configuration.GetSection(ServerOptions.Section).Get<ServerOptions>()) ?? new ServerOptions();
        options.Urls = configuration[ServerOptions.UrlsKey] ?? options.Urls;
        Check(new ServerOptionsValidator(), options);
        return options;
    }

    private static T Bind<T>(Func<T> bind)
    {
        try
        {
            return bind();
        }
        catch (InvalidOperationException e)
        {
            throw new UsageException(e.Message, e);
        }
    }

    private static void Check<T>(IValidateOptions<T> validator, T options) where T : class
    {
        var result = validator.Validate(null, options);
        if (result.Failed) throw new UsageException(string.Join("; ", result.Failures));
    }
}
