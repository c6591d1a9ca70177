using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>What an entity's rows amount to: the values of its columns.</summary>
internal readonly struct FoldedEntity
{
    private FoldedEntity(EntityStatement[] statements, EntityKind? kind)
    {
        Statements = statements;
        Kind = kind;
    }

    public EntityStatement[] Statements { get; }

    /// <summary>The kind; null if the entity is not in the graph, because nothing asserts it.</summary>
    public EntityKind? Kind { get; }

    /// <summary>The preferred name; a misprint only where there is no other; null where no statement gives one.</summary>
    public string? Name => Statements.Where(s => s.Certainty > Certainty.Misprint).Select(s => s.Name).FirstOrDefault(n => n is not null)
        ?? Statements.Select(s => s.Name).FirstOrDefault(n => n is not null);

    public float Confidence => Statements.Length == 0 ? 0 : Statements[0].Confidence;

    public int ExistsFrom => Kind?.ExistsFrom is { } name && Property(name) is PartialDate date ? date.End : PartialDate.OpenStart;

    public int ExistsTo => Kind?.ExistsTo is { } name && Property(name) is PartialDate date ? date.Start : PartialDate.OpenEnd;

    public static FoldedEntity Fold(string id, Fact[] rows, Ontology ontology)
    {
        var statements = Folding.Effective<EntityStatement>(rows);
        // Of equally sure statements the entity's own stand before those of ids that were merged into it.
        if (Array.Exists(statements, s => s.Id != id)) statements = [.. statements.OrderByDescending(s => s.Certainty).ThenBy(s => s.Id != id)];
        var exists = statements.Length > 0 && statements[0].Certainty > Certainty.Denied;
        return new FoldedEntity(statements, exists ? ontology.Kind(statements[0].Kind) : null);
    }

    /// <summary>The preferred value of each property that some statement asserts.</summary>
    public IEnumerable<KeyValuePair<string, object>> Properties
    {
        get
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var statement in Statements)
            {
                if (statement.Certainty == Certainty.Denied) yield break;
                foreach (var property in statement.Properties)
                {
                    if (seen.Add(property.Key)) yield return property;
                }
            }
        }
    }

    private object? Property(string name)
    {
        foreach (var statement in Statements)
        {
            if (statement.Certainty > Certainty.Denied && statement.Properties[name] is { } value) return value;
        }

        return null;
    }
}
