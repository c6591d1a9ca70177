using EcosystemGraph.Model.Facts;
using EcosystemGraph.Storage.Neo4j.Rows;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>The statements that write a plan, each with a batch of rows.</summary>
/// <param name="batch">How many rows a statement takes.</param>
/// <param name="columnsFrom">From how many rows on properties come in columns.</param>
internal sealed class WriteBatches(int batch, int columnsFrom)
{
    /// <summary>The entities, claims and ends of relations of subjects: in any order, and side by side.</summary>
    public IEnumerable<Part> Subjects(SubjectWrites writes)
    {
        foreach (var (kind, entities) in writes.Entities)
        {
            foreach (var rows in entities.Chunk(batch)) yield return new Part(() => Entities(kind, rows));
        }

        foreach (var ids in Ends(writes).Chunk(batch)) yield return new Part(() => CypherLibrary.Get("write/ends").With(("ids", ids)));
        foreach (var rows in writes.Claims.Chunk(batch)) yield return new Part(() => Claims(rows));
    }

    /// <summary>The relations of subjects, once their ends are there.</summary>
    /// <param name="writes">The subjects.</param>
    /// <param name="revision">The revision that shows them.</param>
    /// <param name="lanes">How many parts are to be written side by side.</param>
    public IEnumerable<Part> Relations(SubjectWrites writes, long revision, int lanes = 1)
    {
        var count = writes.PlainRelations.Values.Sum(list => list.Count) + writes.Relations.Values.Sum(list => list.Count);
        var blocks = new RelationBlocks(RelationBlocks.RegionsFor(count, batch, lanes));
        foreach (var (kind, relations) in writes.PlainRelations)
        {
            var write = CypherLibrary.Get("write/plain-relations", "RELATION_KIND", kind);
            foreach (var (regions, block) in blocks.Divide(relations, static r => r))
            {
                foreach (var rows in block.Chunk(batch)) yield return new Part(() => PlainRelations(write, revision, rows), regions);
            }
        }

        foreach (var (kind, relations) in writes.Relations)
        {
            foreach (var (regions, block) in blocks.Divide(relations, static r => r.Statements[0]))
            {
                foreach (var rows in block.Chunk(batch)) yield return new Part(() => Relations(kind, rows), regions);
            }
        }
    }

    /// <summary>What is written of subjects of which there was something, in the order in which it has to run.</summary>
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
        foreach (var part in Subjects(plan.Changed).Concat(Relations(plan.Changed, plan.Revision))) yield return part.ToStatement();
        var ends = plan.ClearedEntities.Concat(plan.RemovedRelations.SelectMany(r => new[] { r.From, r.To })).Distinct(StringComparer.Ordinal);
        foreach (var ids in ends.Chunk(batch)) yield return CypherLibrary.Get("write/remove-bare-entities").With(("ids", ids));
    }

    private CypherStatement Entities(string kind, ShownSubject<EntityStatement>[] entities)
    {
        using var encoder = new RowEncoder();
        var properties = Array.ConvertAll(entities, e => encoder.Entity(e.Statements, e.Revision, e.Inline));
        var ids = Array.ConvertAll(entities, object? (e) => e.Statements[0].Id);
        if (entities.Length >= columnsFrom)
        {
            foreach (var map in properties) map.Remove("id");
            var (statement, rows) = PropertyColumns.Write(CypherLibrary.Get("write/entities-in-columns", "ENTITY_KIND", kind), properties, i => [ids[i]]);
            return statement.With(("rows", rows));
        }

        return CypherLibrary.Get("write/entities", "ENTITY_KIND", kind).With(("rows", properties.Select((map, i) => new Dictionary<string, object?>(2, StringComparer.Ordinal)
        {
            ["id"] = ids[i],
            ["properties"] = map,
        }).ToArray()));
    }

    private static CypherStatement Claims(StoredRow[] claims)
    {
        using var encoder = new RowEncoder();
        return CypherLibrary.Get("write/claims").With(("rows", claims.Select(row => encoder.Claim(row.Fact, row.From)).ToArray()));
    }

    private static CypherStatement PlainRelations(CypherStatement write, long revision, PlacedRelation<RelationStatement>[] relations)
    {
        var ends = new EndPlaces();
        var rows = Array.ConvertAll(relations, r => new[] { ends.Of(r.Relation.From), ends.Of(r.Relation.To), Citation.Join(r.Relation.Citations), r.Relation.Ordinal });
        return write.With(("revision", revision), ("ends", ends.Ids), ("rows", rows));
    }

    private CypherStatement Relations(string kind, PlacedRelation<ShownSubject<RelationStatement>>[] relations)
    {
        using var encoder = new RowEncoder();
        var ends = new EndPlaces();
        var places = Array.ConvertAll(relations, r => (From: ends.Of(r.Relation.Statements[0].From), To: ends.Of(r.Relation.Statements[0].To)));
        var properties = Array.ConvertAll(relations, r => encoder.Relation(r.Relation.Statements, r.Relation.Revision, r.Relation.Inline));
        var (statement, rows) = relations.Length >= columnsFrom
            ? PropertyColumns.Write(CypherLibrary.Get("write/relations-in-columns", "RELATION_KIND", kind), properties, i => [places[i].From, places[i].To])
            : (CypherLibrary.Get("write/relations", "RELATION_KIND", kind), [.. properties.Select((map, i) => new[] { places[i].From, places[i].To, map })]);
        return statement.With(("ends", ends.Ids), ("rows", rows));
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
