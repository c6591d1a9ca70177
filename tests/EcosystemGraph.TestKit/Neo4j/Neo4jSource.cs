namespace EcosystemGraph.TestKit.Neo4j;

/// <summary>
/// Where the tests get a Neo4j from: <c>NEO4J_URI</c> (and <c>NEO4J_USERNAME</c>, <c>NEO4J_PASSWORD</c>, <c>NEO4J_DATABASE</c>, <c>NEO4J_HTTP</c>) names one that runs,
/// and whose database is emptied; else <c>NEO4J_COMMAND</c> is a program that starts one; else Docker does; else they are skipped.
/// </summary>
internal static class Neo4jSource
{
    private static readonly Lazy<string?> LazyReason = new(FindReason);

    /// <summary>The variable that names the program: it is run as <c>PROGRAM start --home FOLDER --http auto --bolt auto</c>, prints <c>NEO4J_…=</c> lines, and stops by <c>PROGRAM stop --home FOLDER</c>.</summary>
    public const string CommandVariable = "NEO4J_COMMAND";

    /// <summary>Why there is none; null if there is one. Nothing is started to find out.</summary>
    public static string? ReasonToSkip => LazyReason.Value;

    private static string? FindReason() =>
        Neo4jAddress.Find(Environment.GetEnvironmentVariable) is not null || Environment.GetEnvironmentVariable(CommandVariable) is { Length: > 0 } || DockerNeo4j.IsDockerThere
            ? null
            : $"no Neo4j: neither NEO4J_URI nor {CommandVariable} is set, and Docker does not answer";
}
