using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EcosystemGraph.Architecture.Tests;

/// <summary>What an assembly really uses, read from its metadata without loading it.</summary>
/// <param name="References">The names of the assemblies that it references.</param>
/// <param name="UsedTypes">The full names of the types of other assemblies that it uses.</param>
internal sealed record CompiledAssembly(IReadOnlyList<string> References, IReadOnlyList<string> UsedTypes)
{
    public static CompiledAssembly Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return new(
            metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .ToArray(),
            metadata.TypeReferences
                .Select(handle => metadata.GetTypeReference(handle))
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
                .ToArray());
    }
}
