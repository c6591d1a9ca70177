using System.Xml.Linq;

namespace EcosystemGraph.Architecture.Tests;

/// <summary>The repository as it lies on the disk: what the rules look at.</summary>
internal static class SourceTree
{
    private const string Solution = "EcosystemGraph.sln";

    /// <summary>Names and endings of what git, a build, an editor or a run makes and nobody commits.</summary>
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal)
    {
        ".git", ".idea", ".vs", ".vscode", "artifacts", "bin", "BenchmarkDotNet.Artifacts", "node_modules", "obj", "TestResults", "wwwroot",
        ".db", ".db-shm", ".db-wal", ".user",
    };

    /// <summary>The folder of the solution, absolute.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The projects of <c>src</c> that are in the solution.</summary>
    public static IReadOnlyList<SourceProject> Projects { get; } = ReadProjects();

    /// <summary>Every file of the tree, relative to its root, with <c>/</c>; sorted.</summary>
    public static IReadOnlyList<string> Files { get; } = ReadFiles(Root).Order(StringComparer.Ordinal).ToArray();

    /// <summary>The absolute path of a file of the tree.</summary>
    public static string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>The text of a file of the tree.</summary>
    public static string Read(string file) => File.ReadAllText(PathOf(file));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Solution}.");
    }

    private static SourceProject[] ReadProjects() =>
        Read(Solution).Split('"')
            .Select(part => part.Replace('\\', '/'))
            .Where(part => part.StartsWith("src/", StringComparison.Ordinal) && part.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(part => SourceProject.Parse(Path.GetFileNameWithoutExtension(part), XDocument.Parse(Read(part))))
            .ToArray();

    private static IEnumerable<string> ReadFiles(string folder) =>
        Directory.EnumerateFiles(folder).Where(IsCommitted).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Concat(Directory.EnumerateDirectories(folder).Where(IsCommitted).SelectMany(ReadFiles));

    private static bool IsCommitted(string path) => !Ignored.Contains(Path.GetFileName(path)) && !Ignored.Contains(Path.GetExtension(path));
}
