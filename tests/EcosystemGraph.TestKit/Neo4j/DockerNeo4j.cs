using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

namespace EcosystemGraph.TestKit.Neo4j;

/// <summary>A Neo4j in a container of the official image.</summary>
internal sealed class DockerNeo4j : IAsyncDisposable
{
    private const string Image = "neo4j:5.26";
    private const string Password = "for-the-tests";
    private const ushort HttpPort = 7474;
    private const ushort BoltPort = 7687;
    private readonly IContainer _container;

    private DockerNeo4j(IContainer container) => _container = container;

    /// <summary>True if a Docker is where its clients look for it.</summary>
    public static bool IsDockerThere =>
        Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 }
        || File.Exists("/var/run/docker.sock")
        || File.Exists(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker", "run", "docker.sock"))
        || (OperatingSystem.IsWindows() && File.Exists(@"\\.\pipe\docker_engine"));

    /// <summary>Where it is.</summary>
    public Neo4jAddress Address => new(
        new Uri($"http://{_container.Hostname}:{_container.GetMappedPublicPort(HttpPort)}"),
        new Uri($"bolt://{_container.Hostname}:{_container.GetMappedPublicPort(BoltPort)}"),
        "neo4j",
        Password,
        "neo4j");

    /// <summary>Starts one, and waits until it answers.</summary>
    public static async Task<DockerNeo4j> StartAsync()
    {
        var container = new ContainerBuilder(Image)
            .WithEnvironment("NEO4J_AUTH", $"neo4j/{Password}")
            .WithPortBinding(HttpPort, assignRandomHostPort: true)
            .WithPortBinding(BoltPort, assignRandomHostPort: true)
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request.ForPort(HttpPort)))
            .Build();
        await container.StartAsync();
        return new DockerNeo4j(container);
    }

    /// <summary>Stops the server as a power cut would.</summary>
    public Task StopAsync() => _container.StopAsync();

    /// <summary>Starts it again.</summary>
    public Task StartAgainAsync() => _container.StartAsync();

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
