using System.Runtime.CompilerServices;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>The schema of an ontology. It is made once for an ontology, not for a revision, and lives as long as snapshots of the ontology do.</summary>
internal sealed class SchemaSource(GraphServices services)
{
    private readonly ConditionalWeakTable<Ontology, Lazy<GeneratedSchema>> _schemas = [];

    public GeneratedSchema For(Ontology ontology) =>
        _schemas.GetValue(ontology, o => new Lazy<GeneratedSchema>(() => SchemaGenerator.Generate(o, services))).Value;
}
