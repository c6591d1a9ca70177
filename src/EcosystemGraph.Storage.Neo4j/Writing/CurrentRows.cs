using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Storage.Neo4j.Rows;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>The rows that hold now of the subjects that a change set is about.</summary>
internal sealed class CurrentRows
{
    private const int Batch = 5_000;
    private static readonly List<StoredRow> None = [];

    private readonly Dictionary<SubjectKey, List<StoredRow>> _bySubject = [];

    /// <summary>The rows of an empty store.</summary>
    public static CurrentRows Empty { get; } = new();

    /// <summary>The row of a key in a layer, or null.</summary>
    public Fact? Find(RowKey row)
    {
        foreach (var held in Of(SubjectKey.Of(row.Key)))
        {
            if (held.Fact.Origin == row.Origin && held.Fact.Key == row.Key) return held.Fact;
        }

        return null;
    }

    /// <summary>The rows of a subject.</summary>
    public IReadOnlyList<StoredRow> Of(SubjectKey subject) => _bySubject.GetValueOrDefault(subject, None);

    /// <summary>Reads them.</summary>
    /// <param name="run">Runs a statement.</param>
    /// <param name="changes">The change set.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<CurrentRows> ReadAsync(RunStatement run, ChangeSet changes, CancellationToken cancellationToken)
    {
        var rows = new CurrentRows();
        var decoder = new RowDecoder();
        var subjects = new HashSet<SubjectKey>();
        foreach (var key in changes.Removals) subjects.Add(SubjectKey.Of(key));
        foreach (var fact in changes.Upserts) subjects.Add(SubjectKey.Of(fact.Key));
        cancellationToken.ThrowIfCancellationRequested();

        foreach (var batch in subjects.Select(s => RowEncoder.IndexedSubject(s.Id)).Distinct(StringComparer.Ordinal).Chunk(Batch))
            await run(CypherLibrary.Get("read/claims-of").With(("subjects", batch)), row => rows.Add(decoder.ReadClaim(row), subjects), cancellationToken).ConfigureAwait(false);
        foreach (var batch in subjects.Where(s => s.Type == FactType.Entity).Select(s => s.Id).Chunk(Batch))
            await run(CypherLibrary.Get("read/entities-of").With(("ids", batch)), row => rows.Add(decoder.ReadEntity(row), subjects), cancellationToken).ConfigureAwait(false);
        foreach (var kind in subjects.Where(s => s.Type == FactType.Relation).Select(s => RelationEnds.Parse(s.Id)).GroupBy(r => r.Kind, StringComparer.Ordinal))
        {
            var statement = CypherLibrary.Get("read/relations-of", "RELATION_KIND", kind.Key);
            foreach (var batch in kind.Select(r => r.ToRow()).Chunk(Batch))
                await run(statement.With(("rows", batch)), row => rows.Add(decoder.ReadRelation(row), subjects), cancellationToken).ConfigureAwait(false);
        }

        return rows;
    }

    // A claim of the same id may be about another type of fact.
    private void Add(StoredRow row, HashSet<SubjectKey> asked)
    {
        var subject = SubjectKey.Of(row.Fact.Key);
        if (!asked.Contains(subject)) return;
        if (!_bySubject.TryGetValue(subject, out var list)) _bySubject.Add(subject, list = []);
        list.Add(row);
    }
}

/// <summary>Runs a statement in the transaction of whoever gave it.</summary>
internal delegate Task<CypherSummary> RunStatement(CypherStatement statement, OnCypherRow? onRow, CancellationToken cancellationToken);
