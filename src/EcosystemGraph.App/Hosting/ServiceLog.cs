using Microsoft.Extensions.Logging.Console;

namespace EcosystemGraph.App.Hosting;

/// <summary>The log of the service: warnings and errors only unless asked, to standard error, so that standard output stays what was asked for.</summary>
internal static class ServiceLog
{
    private const string Section = "Logging";

    // It tells with a stack trace that the port is taken, which the program says in a line.
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Adds the log. The section <c>Logging</c> of the settings counts as it does in every .NET host.</summary>
    public static void AddServiceLog(this ILoggingBuilder log, IConfiguration settings, bool verbose) => log
        .SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Warning)
        .AddFilter(HostCategory, verbose ? LogLevel.Information : LogLevel.None)
        .AddConfiguration(settings.GetSection(Section))
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        })
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
