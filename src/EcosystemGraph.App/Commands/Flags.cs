using System.CommandLine;
using EcosystemGraph.App.Options;

namespace EcosystemGraph.App.Commands;

/// <summary>The flags that several commands share. Each stands for a key of the settings, and counts before it.</summary>
internal sealed class Flags
{
    /// <summary>The database file.</summary>
    public Option<string> Database { get; } = new("--database", "-d")
    {
        Description = $"The database file [default: {Defaults.Database} in the working folder]",
        HelpName = "file",
    };

    /// <summary>The kind of store.</summary>
    public Option<string> Store { get; } = new("--store")
    {
        Description = $"The kind of store: {Defaults.Store} or {Defaults.Neo4jStore} (Neo4j:Uri, Neo4j:Username … in the settings say where) [default: {Defaults.Store}]",
        HelpName = "kind",
    };

    /// <summary>The bundle to serve.</summary>
    public Option<string> Bundle { get; } = new("--bundle", "-b")
    {
        Description = "The bundle to serve [default: the one that came with the program]",
        HelpName = "folder",
    };

    /// <summary>Where to listen.</summary>
    public Option<string> Urls { get; } = new("--urls")
    {
        Description = $"Where to listen; several are joined by ';' [default: {Defaults.Urls}]",
        HelpName = "url",
    };

    /// <summary>More about errors, and the log of the service.</summary>
    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show the details of errors, and what the service logs",
        Recursive = true,
    };

    /// <summary>The settings, with the flags that were given before all else.</summary>
    /// <exception cref="UsageException">A settings file is not JSON.</exception>
    public IConfigurationRoot ReadSettings(ParseResult parsed)
    {
        (Option<string> Flag, string Key)[] keys =
        [
            (Database, $"{GraphOptions.Section}:{nameof(GraphOptions.Database)}"),
            (Store, $"{GraphOptions.Section}:{nameof(GraphOptions.Store)}"),
            (Bundle, $"{GraphOptions.Section}:{nameof(GraphOptions.Bundle)}"),
            (Urls, ServerOptions.UrlsKey),
        ];
        return AppConfiguration.Read(keys.Where(pair => parsed.GetResult(pair.Flag) is not null).ToDictionary(pair => pair.Key, pair => parsed.GetValue(pair.Flag)));
    }
}
