using System.Xml.Linq;

namespace EcosystemGraph.Architecture.Tests;

/// <summary>What a project file says.</summary>
/// <param name="Name">The project's name: <c>EcosystemGraph.Query</c>.</param>
/// <param name="AssemblyName">The name of the assembly that it builds.</param>
/// <param name="ProjectReferences">The names of the projects that it references.</param>
/// <param name="PackageReferences">The packages that it references.</param>
internal sealed record SourceProject(
    string Name, string AssemblyName, IReadOnlyList<string> ProjectReferences, IReadOnlyList<string> PackageReferences)
{
    /// <summary>The assembly, beside this test's own: the test project references the App, which references all the others.</summary>
    public string AssemblyPath => Path.Combine(AppContext.BaseDirectory, AssemblyName + ".dll");

    public static SourceProject Parse(string name, XDocument project) => new(
        name,
        project.Descendants("AssemblyName").SingleOrDefault()?.Value ?? name,
        Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).ToArray(),
        Includes(project, "PackageReference").ToArray());

    private static IEnumerable<string> Includes(XDocument project, string item) =>
        project.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();
}
