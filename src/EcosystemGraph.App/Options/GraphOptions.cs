using System.ComponentModel.DataAnnotations;
using EcosystemGraph.Storage.Neo4j.Transport;
using Microsoft.Extensions.Options;

namespace EcosystemGraph.App.Options;

/// <summary>Which graph, and where it is kept: the section <c>EcosystemGraph</c>.</summary>
internal sealed class GraphOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "EcosystemGraph";

    /// <summary>The database file; a relative path starts in the working folder.</summary>
    [Required(ErrorMessage = "a file name is needed, such as " + Defaults.Database)]
    public string Database { get; set; } = Defaults.Database;

    /// <summary>The bundle to serve; a relative path starts in the working folder. Null for the one that came with the program.</summary>
    public string? Bundle { get; set; }

    /// <summary>The folder of the bundle to serve.</summary>
    public string BundleFolder => Bundle ?? Path.Combine(AppContext.BaseDirectory, Defaults.BundleFolder);

    /// <summary>How long to wait, in seconds, before the store is asked again whether others have written to it.</summary>
    [Between(1, 3600)]
    public int PollSeconds { get; set; } = Defaults.PollSeconds;

    /// <summary>The kind of store.</summary>
    [Required(ErrorMessage = "a kind of store is needed, such as " + Defaults.Store)]
    [StoreKind]
    public string Store { get; set; } = Defaults.Store;

    /// <summary>True if the graph is in Neo4j.</summary>
    public bool IsInNeo4j => Store == Defaults.Neo4jStore;

    /// <summary>Which Neo4j, if the graph is there: the section <c>Neo4j</c>, beside this one.</summary>
    internal Neo4jOptions Neo4j { get; set; } = new();
}

/// <summary>Checks the annotations of <see cref="GraphOptions"/>, without reflection.</summary>
[OptionsValidator]
internal sealed partial class GraphOptionsValidator : IValidateOptions<GraphOptions>;
