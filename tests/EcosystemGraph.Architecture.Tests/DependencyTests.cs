using System.Xml.Linq;

namespace EcosystemGraph.Architecture.Tests;

/// <summary>References point downwards only, in the project files and in what the compiler made of them.</summary>
public sealed class DependencyTests
{
    [Fact]
    public void Project_files_reference_only_what_lies_below() =>
        Rule.Holds(SourceTree.Projects.SelectMany(project =>
            Layers.Violations(project.Name, project.ProjectReferences.Concat(project.PackageReferences))));

    [Fact]
    public void Assemblies_reference_only_what_lies_below() =>
        Rule.Holds(SourceTree.Projects.SelectMany(project =>
            Layers.Violations(project.Name, CompiledAssembly.Read(project.AssemblyPath).References)));

    [Fact]
    public void Every_project_of_the_solution_is_looked_at()
    {
        var folders = Directory.EnumerateDirectories(SourceTree.PathOf("src"), "EcosystemGraph.*").Select(Path.GetFileName);

        // Built on demand only; its file is looked at below.
        Assert.Equal(folders.Where(folder => folder != Layers.Bolt).Order(), SourceTree.Projects.Select(project => project.Name).Order());
    }

    [Fact]
    public void The_project_outside_the_solution_references_only_what_lies_below()
    {
        var project = SourceProject.Parse(Layers.Bolt, XDocument.Parse(SourceTree.Read($"src/{Layers.Bolt}/{Layers.Bolt}.csproj")));
        Rule.Holds(Layers.Violations(project.Name, project.ProjectReferences.Concat(project.PackageReferences)));
    }

    [Theory]
    [InlineData(Layers.Model, Layers.Query)]
    [InlineData(Layers.Kernels, Layers.Model)]
    [InlineData(Layers.Query, Layers.Analytics)]
    [InlineData(Layers.Query, "GraphQL")]
    [InlineData(Layers.Ingest, Layers.Sqlite)]
    [InlineData(Layers.Sqlite, Layers.Query)]
    [InlineData(Layers.Neo4j, Layers.Bolt)]
    [InlineData(Layers.Neo4j, "Neo4j.Driver")]
    [InlineData(Layers.GraphQL, Layers.Ingest)]
    [InlineData(Layers.GraphQL, "Microsoft.Data.Sqlite")]
    [InlineData(Layers.Analytics, "ecosystem-graph")]
    [InlineData(Layers.App, "EcosystemGraph.TestKit")]
    [InlineData("EcosystemGraph.Unheard", Layers.Model)]
    public void A_project_that_references_upwards_or_sideways_is_noticed(string name, string reference)
    {
        var project = SourceProject.Parse(name, XDocument.Parse(
            $"""<Project><ItemGroup><ProjectReference Include="..\{reference}\{reference}.csproj" /></ItemGroup></Project>"""));
        Assert.Single(Layers.Violations(project.Name, project.ProjectReferences));
    }

    [Fact]
    public void An_assembly_that_references_upwards_is_noticed()
    {
        // This test's own assembly uses xunit and, by the next line, the model: had it the name of the kernels, that would not do.
        Assert.NotNull(typeof(Model.Storage.IGraphStore));
        var references = CompiledAssembly.Read(typeof(DependencyTests).Assembly.Location).References;
        Assert.Equal([$"{Layers.Kernels} references {Layers.Model}"], Layers.Violations(Layers.Kernels, references));
    }
}
