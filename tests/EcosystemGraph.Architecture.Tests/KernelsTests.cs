namespace EcosystemGraph.Architecture.Tests;

/// <summary>The kernels stand on the base class library alone and do no I/O: they pack as a library of their own.</summary>
public sealed class KernelsTests
{
    private static readonly string[] InputAndOutput = ["System.IO.", "System.Net.", "System.Console", "System.Diagnostics.Process", "Microsoft."];

    private static SourceProject Kernels => SourceTree.Projects.Single(project => project.Name == Layers.Kernels);

    [Fact]
    public void Kernels_reference_no_project_and_no_package() =>
        Rule.Holds(Kernels.ProjectReferences.Concat(Kernels.PackageReferences));

    [Fact]
    public void Kernels_use_the_base_class_library_only() =>
        Rule.Holds(OutsideBaseClassLibrary(Kernels.AssemblyPath));

    [Fact]
    public void Kernels_do_no_input_or_output() =>
        Rule.Holds(UsesOfInputAndOutput(Kernels.AssemblyPath));

    [Fact]
    public void An_assembly_with_a_library_that_reads_files_is_noticed()
    {
        var self = typeof(KernelsTests).Assembly.Location;
        Assert.Contains("xunit.core", OutsideBaseClassLibrary(self));
        Assert.Contains("System.IO.File", UsesOfInputAndOutput(self));
    }

    private static IEnumerable<string> OutsideBaseClassLibrary(string assembly)
    {
        var library = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return CompiledAssembly.Read(assembly).References.Where(name => !File.Exists(Path.Combine(library, name + ".dll")));
    }

    private static IEnumerable<string> UsesOfInputAndOutput(string assembly) =>
        CompiledAssembly.Read(assembly).UsedTypes.Where(type => InputAndOutput.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal)));
}
