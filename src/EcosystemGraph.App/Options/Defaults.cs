namespace EcosystemGraph.App.Options;

/// <summary>What holds where neither a settings file, nor the environment, nor a flag says otherwise.</summary>
internal static class Defaults
{
    /// <summary>The database, in the working folder.</summary>
    public const string Database = "ecosystem.db";

    /// <summary>The shipped bundle, a folder beside the executable.</summary>
    public const string BundleFolder = "bundle";

    /// <summary>The kind of store.</summary>
    public const string Store = "sqlite";

    /// <summary>How long to wait before the store is asked again whether others have written to it, in seconds.</summary>
    public const int PollSeconds = 2;

    /// <summary>The other kind of store.</summary>
    public const string Neo4jStore = "neo4j";

    /// <summary>Where the service listens: this machine only, because whoever reaches it may write to it.</summary>
    public const string Urls = "http://localhost:5080";

    /// <summary>The largest body of a request, in bytes.</summary>
    public const int MaxRequestBytes = 1024 * 1024;

    /// <summary>How long a request may take, in seconds.</summary>
    public const int RequestTimeoutSeconds = 30;

    /// <summary>How long a client may take to send the headers of a request, in seconds.</summary>
    public const int HeaderTimeoutSeconds = 10;

    /// <summary>How many connections may be open at a time.</summary>
    public const int MaxConnections = 1000;

    /// <summary>How long requests that are under way may go on when the service is told to stop, in seconds.</summary>
    public const int ShutdownSeconds = 5;
}
