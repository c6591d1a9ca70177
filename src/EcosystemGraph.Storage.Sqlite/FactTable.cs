using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage.Content;
using Microsoft.Data.Sqlite;

namespace EcosystemGraph.Storage.Sqlite;

/// <summary>The table <c>fact</c>, on one connection, in the transaction that the caller has begun.</summary>
internal sealed class FactTable : IDisposable
{
    private const string FactColumns = "type, subject, citations, origin, ordinal, content";
    private const string CurrentKey = "subject = ?1 AND citations = ?2 AND type = ?3 AND origin = ?4 AND revision_to IS NULL";

    private readonly SqliteConnection _connection;
    private readonly ContentReader _reader = new();
    private readonly ContentWriter _writer = new();
    private PreparedStatement? _find;
    private PreparedStatement? _end;
    private PreparedStatement? _begin;

    public FactTable(SqliteConnection connection) => _connection = connection;

    /// <summary>
    /// Takes the indexes away, and gives what makes them again: to build them once over all rows is several times faster than to add a million keys
    /// one by one, wherever they fall. Only for the first rows of an empty table.
    /// </summary>
    public string DropIndexes()
    {
        var creating = new List<string>();
        var dropping = new List<string>();
        using (var indexes = new PreparedStatement(_connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'fact'"))
        {
            while (indexes.Step())
            {
                dropping.Add($"DROP INDEX {indexes.Text(0)};");
                creating.Add($"{indexes.Text(1)};");
            }
        }

        _connection.Execute(string.Concat(dropping));
        return string.Concat(creating);
    }

    /// <summary>True if no row was ever written.</summary>
    public bool IsEmpty()
    {
        using var any = new PreparedStatement(_connection, "SELECT 1 FROM fact LIMIT 1");
        return !any.Step();
    }

    /// <summary>The row that holds now in a layer, or null.</summary>
    public Fact? FindCurrent(RowKey row)
    {
        _find ??= new PreparedStatement(_connection, $"SELECT {FactColumns} FROM fact WHERE {CurrentKey}");
        BindKey(_find, row);
        var fact = _find.Step() ? ReadFact(_find) : null;
        _find.Reset();
        return fact;
    }

    /// <summary>Ends the row that holds now in a layer.</summary>
    public void End(RowKey row, long revision)
    {
        _end ??= new PreparedStatement(_connection, $"UPDATE fact SET revision_to = ?5 WHERE {CurrentKey}");
        BindKey(_end, row);
        _end.Bind(5, revision).Execute();
    }

    /// <summary>Writes a new row.</summary>
    public void Begin(Fact fact, long revision)
    {
        _begin ??= new PreparedStatement(
            _connection, $"INSERT INTO fact (subject, citations, type, origin, ordinal, content, revision_from) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        BindKey(_begin, new RowKey(fact.Key, fact.Origin));
        _begin.Bind(5, fact.Ordinal).Bind(7, revision);
        if (fact is Retraction) _begin.Bind(6, null);
        else _begin.BindUtf8(6, _writer.Write(fact));
        _begin.Execute();
    }

    /// <summary>All rows that held at a revision.</summary>
    public List<Fact> ReadAt(long revision, bool newest, CancellationToken cancellationToken)
    {
        // From the first page to the last: by an index SQLite would fetch the same rows out of order, each on its own.
        const string allRows = $"SELECT {FactColumns} FROM fact NOT INDEXED WHERE";
        using var held = newest
            ? new PreparedStatement(_connection, $"{allRows} revision_to IS NULL")
            : new PreparedStatement(_connection, $"{allRows} revision_from <= ?1 AND (revision_to IS NULL OR ?1 < revision_to)").Bind(1, revision);
        return ReadFacts(held, cancellationToken);
    }

    /// <summary>The rows that a revision began.</summary>
    public List<Fact> ReadBegun(long revision, CancellationToken cancellationToken)
    {
        using var begun = new PreparedStatement(_connection, $"SELECT {FactColumns} FROM fact WHERE revision_from = ?1").Bind(1, revision);
        return ReadFacts(begun, cancellationToken);
    }

    /// <summary>The keys of the rows that a revision ended.</summary>
    public List<RowKey> ReadEnded(long revision, CancellationToken cancellationToken)
    {
        using var ended = new PreparedStatement(_connection, "SELECT type, subject, citations, origin FROM fact WHERE revision_to = ?1").Bind(1, revision);
        var keys = new List<RowKey>();
        while (ended.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            keys.Add(new RowKey(new FactKey((FactType)ended.Int32(0), ended.Text(1), ended.Text(2)), (Origin)ended.Int32(3)));
        }

        return keys;
    }

    public void Dispose()
    {
        _find?.Dispose();
        _end?.Dispose();
        _begin?.Dispose();
        _writer.Dispose();
    }

    private List<Fact> ReadFacts(PreparedStatement rows, CancellationToken cancellationToken)
    {
        var facts = new List<Fact>();
        while (rows.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            facts.Add(ReadFact(rows));
        }

        return facts;
    }

    private Fact ReadFact(PreparedStatement row) => _reader.Read(new FactRow
    {
        Type = (FactType)row.Int32(0),
        Subject = row.Utf8(1),
        Citations = row.Utf8(2),
        Origin = (Origin)row.Int32(3),
        Ordinal = row.Int32(4),
        Content = row.Utf8(5),
        Retracts = row.IsNull(5),
    });

    private static void BindKey(PreparedStatement statement, RowKey row) =>
        statement.Bind(1, row.Key.Subject).Bind(2, row.Key.Citations).Bind(3, (long)row.Key.Type).Bind(4, (long)row.Origin);
}
