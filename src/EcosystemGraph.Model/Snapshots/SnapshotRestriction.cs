using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>Leaves out of a snapshot what other documents say.</summary>
internal static class SnapshotRestriction
{
    public static GraphSnapshot Restrict(GraphSnapshot snapshot, IReadOnlySet<string> documents)
    {
        var facts = new List<Fact>();
        var stated = new HashSet<string>(StringComparer.Ordinal);
        var mentioned = new Dictionary<int, IReadOnlyList<Citation>>();
        for (var e = 0; e < snapshot.Entities.Capacity; e++)
        {
            foreach (var statement in snapshot.Entities.Statements(e))
            {
                if (Keep(statement.Citations, documents) is not { } citations) continue;
                facts.Add(citations == statement.Citations ? statement : statement with { Citations = citations });
                if (statement.Certainty > Certainty.Denied) stated.Add(snapshot.Entities.Id(e));
            }
        }

        for (var r = 0; r < snapshot.Relations.Capacity; r++)
        {
            foreach (var statement in snapshot.Relations.Statements(r))
            {
                if (Keep(statement.Citations, documents) is not { } citations) continue;
                facts.Add(citations == statement.Citations ? statement : statement with { Citations = citations });
                mentioned.TryAdd(snapshot.Relations.From(r), citations);
                mentioned.TryAdd(snapshot.Relations.To(r), citations);
            }
        }

        foreach (var observation in snapshot.Observations.WithDenied)
        {
            foreach (var statement in observation.Statements)
            {
                if (Keep(statement.Citations, documents) is not { } citations) continue;
                facts.Add(citations == statement.Citations ? statement : statement with { Citations = citations });
                mentioned.TryAdd(observation.Subject, citations);
                if (observation.By >= 0) mentioned.TryAdd(observation.By, citations);
            }
        }

        foreach (var (entity, citations) in mentioned)
        {
            if (!snapshot.Entities.Exists(entity) || stated.Contains(snapshot.Entities.Id(entity))) continue;
            facts.Add(new EntityStatement
            {
                Id = snapshot.Entities.Id(entity),
                Kind = snapshot.Entities.Kind(entity).Name,
                Citations = citations,
                Ordinal = int.MaxValue,
            });
        }

        facts.AddRange(snapshot.Definitions.Rows.Where(r => r is not ConflictSideFact side || Keep(side.Citations, documents) is not null));
        // What these documents do not name keeps the name that it has: a label, not a claim.
        return SnapshotBuilder.Build(snapshot.Revision, snapshot.Manifest, snapshot.Ontology, facts, id => snapshot.Entities.TryFind(id, out var entity) ? snapshot.Entities.Name(entity) : null);
    }

    private static IReadOnlyList<Citation>? Keep(IReadOnlyList<Citation> citations, IReadOnlySet<string> documents)
    {
        var kept = citations.Where(c => documents.Contains(c.Document)).ToArray();
        return kept.Length == 0 ? null : kept.Length == citations.Count ? citations : kept;
    }
}
