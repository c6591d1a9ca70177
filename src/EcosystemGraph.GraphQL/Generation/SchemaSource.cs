using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>The schema of the ontology at hand. It is made once for an ontology, not for a revision.</summary>
internal sealed class SchemaSource(GraphServices services)
{
    private readonly Lock _lock = new();
    private GeneratedSchema? _current;

    public GeneratedSchema For(Ontology ontology)
    {
        var current = Volatile.Read(ref _current);
        if (current is not null && ReferenceEquals(current.Ontology, ontology)) return current;
        lock (_lock)
        {
            // Types hold on to the ontology's kinds and fields, so the same text is not enough.
            if (_current is not null && ReferenceEquals(_current.Ontology, ontology)) return _current;
            current = SchemaGenerator.Generate(ontology, services);
            Volatile.Write(ref _current, current);
            return current;
        }
    }
}
