namespace EcosystemGraph.TestKit;

/// <summary>Bundles that tests load.</summary>
public static class TestBundles
{
    /// <summary>A tiny, invented supply chain: another subject than the shipped bundle's, without regions.</summary>
    public static string Semiconductors { get; } = Path.Combine(AppContext.BaseDirectory, "Bundles", "semiconductors");

    /// <summary>The shipped bundle, in the source tree.</summary>
    public static string Shipped { get; } = Path.Combine(SourceRoot(), "src", "bundles", "china-ai");

    private static string SourceRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EcosystemGraph.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"no EcosystemGraph.sln above {AppContext.BaseDirectory}");
    }
}
