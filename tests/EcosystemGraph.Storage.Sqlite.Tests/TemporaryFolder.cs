namespace EcosystemGraph.Storage.Sqlite.Tests;

/// <summary>A folder for the files of one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private int _files;

    public string Path { get; } = Directory.CreateTempSubdirectory("ecosystem-graph-").FullName;

    /// <summary>The path of a file that is not there yet.</summary>
    public string NewFile() => System.IO.Path.Combine(Path, $"graph-{Interlocked.Increment(ref _files)}.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
