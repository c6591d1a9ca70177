namespace EcosystemGraph.App.Output;

/// <summary>Files that are there in whole or not at all: written under another name, and given theirs once all are done.</summary>
internal sealed class OutputFiles : IDisposable
{
    private readonly List<(string Temporary, string Path)> _files = [];

    /// <summary>Refuses a file that cannot be written, before anything is computed.</summary>
    /// <exception cref="UsageException">Its folder is not there, or it is a folder.</exception>
    public static void Check(string option, string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path)) throw new UsageException($"{option}: '{path}' is a folder; expected a file");
        if (!Directory.Exists(folder)) throw new UsageException($"{option}: the folder of '{path}' does not exist");
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="FailedException">It cannot be written.</exception>
    public FileStream Create(string path)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
            _files.Add((temporary, path));
            return stream;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailedException($"'{path}' cannot be written: {error.Message}", error);
        }
    }

    /// <summary>Gives all files their names; they must be closed.</summary>
    public void Commit()
    {
        foreach (var (temporary, path) in _files) File.Move(temporary, path, overwrite: true);
        _files.Clear();
    }

    /// <summary>Removes what has not got its name.</summary>
    public void Dispose()
    {
        foreach (var (temporary, _) in _files) File.Delete(temporary);
    }
}
