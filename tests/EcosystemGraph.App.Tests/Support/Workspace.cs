using EcosystemGraph.TestKit;

namespace EcosystemGraph.App.Tests.Support;

/// <summary>A folder for the files of one test, removed afterwards.</summary>
internal sealed class Workspace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("ecosystem-graph-").FullName;

    public string Database => PathOf("ecosystem.db");

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>The database and what SQLite keeps beside it.</summary>
    public string[] Files() => [.. Directory.EnumerateFileSystemEntries(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>A bundle of another subject, to be changed.</summary>
    public string CopyOfBundle()
    {
        var target = PathOf("bundle");
        foreach (var file in Directory.EnumerateFiles(TestBundles.Semiconductors, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(TestBundles.Semiconductors, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
