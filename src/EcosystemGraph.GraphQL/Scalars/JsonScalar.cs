using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Scalars;

/// <summary><c>JSON</c>: any value.</summary>
internal sealed class JsonScalar : ComplexScalarGraphType
{
    public JsonScalar() => Name = "JSON";
}
