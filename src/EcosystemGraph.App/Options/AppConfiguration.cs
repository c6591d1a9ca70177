namespace EcosystemGraph.App.Options;

/// <summary>
/// Where options come from, in the order of the .NET host, the later one counting: <c>DOTNET_</c> and <c>ASPNETCORE_</c> variables, <c>appsettings.json</c>
/// beside the executable and in the working folder, the other variables of the environment (<c>EcosystemGraph__Database</c>), flags.
/// </summary>
internal static class AppConfiguration
{
    private const string File = "appsettings.json";

    /// <summary>Reads all sources.</summary>
    /// <param name="flags">What the command line says, by the keys of the settings.</param>
    /// <exception cref="UsageException">A settings file is not JSON.</exception>
    public static IConfigurationRoot Read(IReadOnlyDictionary<string, string?> flags)
    {
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production;
        var builder = new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_");
        string[] folders = [AppContext.BaseDirectory, Environment.CurrentDirectory];
        string[] files = [File, $"appsettings.{environment}.json"];

        // Looked for here, because a file that is not there costs a provider, and a watcher is of no use to a program that reads its options once.
        foreach (var path in folders.SelectMany(folder => files.Select(file => Path.Combine(folder, file))).Distinct().Where(System.IO.File.Exists))
            builder.AddJsonFile(path, optional: false, reloadOnChange: false);
        builder.AddEnvironmentVariables().AddInMemoryCollection(flags);
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"{e.Message.TrimEnd('.')}: {e.InnerException?.Message ?? "it is not JSON"}", e);
        }
    }
}
