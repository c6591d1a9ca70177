using Microsoft.Data.Sqlite;

namespace EcosystemGraph.Storage.Sqlite.Tests;

/// <summary>A database as another program sees it.</summary>
internal static class RawDatabase
{
    /// <summary>An open connection; the file is made if it is not there.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Runs some SQL and closes the file.</summary>
    public static void Execute(string path, string sql)
    {
        using var connection = Open(path);
        connection.Execute(sql);
    }

    /// <summary>The rows of a query, with their columns joined by <c>|</c>.</summary>
    public static string[] Query(string path, string sql)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own SQL.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        return [.. rows];
    }
}
