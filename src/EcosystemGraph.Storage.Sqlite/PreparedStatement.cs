using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EcosystemGraph.Storage.Sqlite;

/// <summary>
/// A prepared statement that binds and reads UTF-8. An ADO command would box each value and make a string for each column of each row,
/// which is most of the cost of a million small rows.
/// </summary>
/// <remarks>Parameters count from 1, columns from 0. Not for more than one thread at a time.</remarks>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = new byte[256];

    public PreparedStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    public PreparedStatement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    public PreparedStatement Bind(int parameter, string? text)
    {
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(_statement, parameter));
            return this;
        }

        var limit = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < limit) _utf8 = new byte[limit * 2];
        return BindUtf8(parameter, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)));
    }

    public PreparedStatement BindUtf8(int parameter, ReadOnlySpan<byte> text)
    {
        // An empty span has no address, and SQLite takes a text without an address for NULL.
        Check(text.IsEmpty ? raw.sqlite3_bind_text(_statement, parameter, "") : raw.sqlite3_bind_text(_statement, parameter, text));
        return this;
    }

    /// <summary>Goes to the next row; false after the last, and the statement is then ready to be bound again.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        var error = result == raw.SQLITE_DONE ? raw.SQLITE_OK : result;
        if (error == raw.SQLITE_OK)
        {
            Reset();
            return false;
        }

        // The message has to be taken before the statement is reset.
        try
        {
            Check(error);
        }
        finally
        {
            Reset();
        }

        return false;
    }

    /// <summary>Runs a statement that has no rows.</summary>
    public void Execute()
    {
        while (Step())
        {
        }
    }

    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public int Int32(int column) => raw.sqlite3_column_int(_statement, column);

    /// <summary>A text column's bytes; they hold until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(_statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
