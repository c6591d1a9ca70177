using EcosystemGraph.Model.Facts;
using EcosystemGraph.Storage.Neo4j.Rows;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>The statements that write a plan, each with a batch of rows, in the order in which they have to run.</summary>
/// <param name="batch">How many rows a statement takes.</param>
internal sealed class WriteBatches(int batch)
{
    /// <summary>What is written of subjects of which there was nothing.</summary>
    public IEnumerable<CypherStatement> Add(SubjectWrites writes, long revision)
    {
        using var encoder = new RowEncoder();
        foreach (var statement in Show(writes, revision, encoder)) yield return statement;
        foreach (var statement in Claims(writes.Claims, encoder)) yield return statement;
    }

    /// <summary>What is written of subjects of which there was something.</summary>
    public IEnumerable<CypherStatement> Change(ChangePlan plan)
    {
        using var encoder = new RowEncoder();
        var end = CypherLibrary.Get("write/end-claims");
        foreach (var rows in plan.EndedClaims.Chunk(batch))
        {
            yield return end.With(("revision", plan.Revision), ("rows", rows.Select(row => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["subject"] = RowEncoder.IndexedSubject(row.Key.Subject),
                ["fact"] = row.Key.Type.Word(),
                ["cite"] = row.Key.Citations,
                ["mutation"] = row.Origin == Origin.Mutation,
            }).ToArray()));
        }

        foreach (var rows in plan.EndedInline.Chunk(batch))
            yield return CypherLibrary.Get("write/past-claims").With(("rows", rows.Select(row => encoder.Claim(row.Fact, row.From, plan.Revision)).ToArray()));
        foreach (var kind in plan.RemovedRelations.GroupBy(r => r.Kind, StringComparer.Ordinal))
        {
            var remove = CypherLibrary.Get("write/remove-relations", "RELATION_KIND", kind.Key);
            foreach (var rows in kind.Chunk(batch)) yield return remove.With(("rows", rows.Select(r => r.ToRow()).ToArray()));
        }

        foreach (var ids in plan.ClearedEntities.Chunk(batch)) yield return CypherLibrary.Get("write/clear-kinds").With(("ids", ids));
        foreach (var statement in Show(plan.Changed, plan.Revision, encoder)) yield return statement;
        foreach (var statement in Claims(plan.Changed.Claims, encoder)) yield return statement;
        var ends = plan.ClearedEntities.Concat(plan.RemovedRelations.SelectMany(r => new[] { r.From, r.To })).Distinct(StringComparer.Ordinal);
        foreach (var ids in ends.Chunk(batch)) yield return CypherLibrary.Get("write/remove-bare-entities").With(("ids", ids));
    }

    private IEnumerable<CypherStatement> Show(SubjectWrites writes, long revision, RowEncoder encoder)
    {
        foreach (var (kind, entities) in writes.Entities)
        {
            var write = CypherLibrary.Get("write/entities", "ENTITY_KIND", kind);
            foreach (var rows in entities.Chunk(batch))
            {
                yield return write.With(("rows", rows.Select(e => new Dictionary<string, object?>(2, StringComparer.Ordinal)
                {
                    ["id"] = e.Statements[0].Id,
                    ["properties"] = encoder.Entity(e.Statements, e.Revision, e.Inline),
                }).ToArray()));
            }
        }

        foreach (var ids in Ends(writes).Chunk(batch)) yield return CypherLibrary.Get("write/ends").With(("ids", ids));
        foreach (var (kind, relations) in writes.PlainRelations)
        {
            var write = CypherLibrary.Get("write/plain-relations", "RELATION_KIND", kind);
            foreach (var rows in relations.Chunk(batch))
                yield return write.With(("revision", revision), ("rows", rows.Select(r => new object?[] { r.From, r.To, Citation.Join(r.Citations), r.Ordinal }).ToArray()));
        }

        foreach (var (kind, relations) in writes.Relations)
        {
            var write = CypherLibrary.Get("write/relations", "RELATION_KIND", kind);
            foreach (var rows in relations.Chunk(batch))
            {
                yield return write.With(("rows", rows.Select(r => new Dictionary<string, object?>(3, StringComparer.Ordinal)
                {
                    ["from"] = r.Statements[0].From,
                    ["to"] = r.Statements[0].To,
                    ["properties"] = encoder.Relation(r.Statements, r.Revision, r.Inline),
                }).ToArray()));
            }
        }
    }

    private IEnumerable<CypherStatement> Claims(List<StoredRow> claims, RowEncoder encoder)
    {
        var write = CypherLibrary.Get("write/claims");
        foreach (var rows in claims.Chunk(batch)) yield return write.With(("rows", rows.Select(row => encoder.Claim(row.Fact, row.From)).ToArray()));
    }

    /// <summary>The ends of relations that are not entities of the same change set.</summary>
    private static HashSet<string> Ends(SubjectWrites writes)
    {
        var entities = writes.Entities.Values.SelectMany(list => list).Select(e => e.Statements[0].Id).ToHashSet(StringComparer.Ordinal);
        var ends = new HashSet<string>(StringComparer.Ordinal);
        foreach (var relation in writes.Relations.Values.SelectMany(list => list)) Add(relation.Statements[0]);
        foreach (var relation in writes.PlainRelations.Values.SelectMany(list => list)) Add(relation);
        return ends;

        void Add(RelationStatement relation)
        {
            if (!entities.Contains(relation.From)) ends.Add(relation.From);
            if (!entities.Contains(relation.To)) ends.Add(relation.To);
        }
    }
}
