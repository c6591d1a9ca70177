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
        return options;
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
