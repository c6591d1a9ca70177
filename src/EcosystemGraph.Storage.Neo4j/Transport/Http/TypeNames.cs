using System.Text;

namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>Names of types in typed JSON that are words of an ecosystem, too, and must not be mistaken for one.</summary>
internal static class TypeNames
{
    private static readonly byte[] ListName = Encoding.UTF8.GetBytes(nameof(List<>));

    /// <summary>A list.</summary>
    public static ReadOnlySpan<byte> List => ListName;
}
