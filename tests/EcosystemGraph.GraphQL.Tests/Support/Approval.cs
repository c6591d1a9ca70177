using System.Runtime.CompilerServices;

namespace EcosystemGraph.GraphQL.Tests.Support;

/// <summary>Compares a text with a file that is committed beside the test. With APPROVE=1 in the environment the file is written instead.</summary>
internal static class Approval
{
    public static void Verify(string actual, string file, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(SourceFolder(test), file);
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"{path} is missing; run the tests with APPROVE=1 and review it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    /// <summary>Builds map the source paths, so the folder is sought upwards from where the test runs.</summary>
    private static string SourceFolder(string test)
    {
        if (Path.GetDirectoryName(test) is { } folder && Directory.Exists(folder)) return folder;
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            var project = Path.Combine(up.FullName, "tests", "EcosystemGraph.GraphQL.Tests");
            if (Directory.Exists(project)) return Path.Combine(project, Path.GetFileName(Path.GetDirectoryName(test)!) is var last and not "EcosystemGraph.GraphQL.Tests" ? last : "");
        }

        throw new DirectoryNotFoundException($"no source folder above {AppContext.BaseDirectory}");
    }
}
