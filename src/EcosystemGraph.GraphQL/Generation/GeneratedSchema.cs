using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.Model.Ontologies;
using GraphQL;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>The schema of an ontology, with the documents that were validated against it.</summary>
internal sealed class GeneratedSchema(Ontology ontology, ISchema schema, int cachedDocuments)
{
    public Ontology Ontology => ontology;

    public ISchema Schema => schema;

    public DocumentCache Documents { get; } = new(cachedDocuments);

    /// <summary>The schema in SDL, types and fields in the order in which they are declared.</summary>
    public string Print() => schema.Print();
}
