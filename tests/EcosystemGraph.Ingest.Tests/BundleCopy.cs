using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.Ingest.Tests;

/// <summary>A copy of a bundle in a folder of its own, to be changed by a test.</summary>
internal sealed class BundleCopy : IDisposable
{
    public BundleCopy(string? source = null)
    {
        source ??= TestBundles.Semiconductors;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("bundle").FullName;

    public string this[string file]
    {
        get => File.ReadAllText(Path.Combine(Folder, file));
        set
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, file))!);
            File.WriteAllText(Path.Combine(Folder, file), value);
        }
    }

    public BundleCopy Replace(string file, string old, string replacement)
    {
        var text = this[file];
        Assert.Contains(old, text);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        this[file] = string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length));
        return this;
    }

    public BundleCopy Append(string file, string row)
    {
        this[file] += row + "\n";
        return this;
    }

    public BundleCopy Delete(string file)
    {
        File.Delete(Path.Combine(Folder, file));
        return this;
    }

    public Bundle Read() => Bundle.Read(Folder);

    public string[] Problems() => [.. Read().Problems.Select(p => p.ToString())];

    public string[] Warnings() => [.. Read().Warnings.Select(p => p.ToString())];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
