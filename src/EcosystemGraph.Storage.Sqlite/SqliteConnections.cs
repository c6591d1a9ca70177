using Microsoft.Data.Sqlite;

namespace EcosystemGraph.Storage.Sqlite;

/// <summary>Short forms of what is done with a connection.</summary>
internal static class SqliteConnections
{
    /// <summary>Runs one or more statements that have no parameters.</summary>
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        // The statements are this assembly's own: its schema files and pragmas with numbers.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>A pragma that is a number.</summary>
    public static long ReadPragma(this SqliteConnection connection, string name)
    {
        using var statement = new PreparedStatement(connection, $"PRAGMA {name}");
        var value = statement.Step() ? statement.Int64(0) : 0;
        statement.Reset();
        return value;
    }
}
