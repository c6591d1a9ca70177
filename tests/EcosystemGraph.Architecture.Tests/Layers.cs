namespace EcosystemGraph.Architecture.Tests;

/// <summary>Who may reference whom: the one direction of data.</summary>
internal static class Layers
{
    public const string Model = "EcosystemGraph.Model";
    public const string Kernels = "EcosystemGraph.Kernels";
    public const string Query = "EcosystemGraph.Query";
    public const string Analytics = "EcosystemGraph.Analytics";
    public const string Ingest = "EcosystemGraph.Ingest";
    public const string Sqlite = "EcosystemGraph.Storage.Sqlite";
    public const string Neo4j = "EcosystemGraph.Storage.Neo4j";
    public const string Bolt = "EcosystemGraph.Storage.Neo4j.Bolt";
    public const string GraphQL = "EcosystemGraph.GraphQL";
    public const string App = "EcosystemGraph.App";

    private static readonly Dictionary<string, string[]> Below = new(StringComparer.Ordinal)
    {
        [Model] = [],
        [Kernels] = [],
        [Query] = [Model],
        [Ingest] = [Model],
        [Sqlite] = [Model],
        [Neo4j] = [Model],
        [Bolt] = [Neo4j, Model],
        [Analytics] = [Query, Kernels, Model],
        [GraphQL] = [Analytics, Query, Model],
        [App] = [GraphQL, Analytics, Query, Kernels, Ingest, Sqlite, Neo4j, Bolt, Model],
    };

    /// <summary>Libraries that stop at a layer, so that what stands above or beside it does not come to depend on them.</summary>
    private static readonly Dictionary<string, string[]> Users = new(StringComparer.Ordinal)
    {
        ["GraphQL"] = [GraphQL, App],
        ["Microsoft.Data.Sqlite"] = [Sqlite],
        ["Neo4j.Driver"] = [Bolt],
        ["Polly.Core"] = [Neo4j],
        ["Polly.RateLimiting"] = [Neo4j],
        ["QuikGraph"] = [Analytics],
    };

    /// <summary>The references of a project or its assembly that the rules do not allow, each as a sentence.</summary>
    public static IEnumerable<string> Violations(string project, IEnumerable<string> references)
    {
        if (!Below.TryGetValue(project, out var below))
        {
            return [$"{project} is not in the table of layers"];
        }
        return references
            .Where(reference => IsOurs(reference)
                ? !below.Contains(reference, StringComparer.Ordinal)
                : Users.TryGetValue(reference, out var users) && !users.Contains(project, StringComparer.Ordinal))
            .Select(reference => $"{project} references {reference}");
    }

    private static bool IsOurs(string reference) =>
        reference.StartsWith("EcosystemGraph.", StringComparison.Ordinal) || reference == "ecosystem-graph";
}
