using EcosystemGraph.Model.Storage;
using Microsoft.Data.Sqlite;

namespace EcosystemGraph.Storage.Sqlite.Tests;

/// <summary>What SQLite's errors are called, those among them that a test cannot bring about everywhere.</summary>
public sealed class SqliteErrorsTests
{
    [Theory]
    [InlineData(SQLitePCL.raw.SQLITE_BUSY, StoreErrorCode.Unavailable, "another program")]
    [InlineData(SQLitePCL.raw.SQLITE_LOCKED, StoreErrorCode.Unavailable, "another program")]
    [InlineData(SQLitePCL.raw.SQLITE_READONLY, StoreErrorCode.Unavailable, "permissions")]
    [InlineData(SQLitePCL.raw.SQLITE_CANTOPEN, StoreErrorCode.Unavailable, "folder")]
    [InlineData(SQLitePCL.raw.SQLITE_FULL, StoreErrorCode.Unavailable, "free some space")]
    [InlineData(SQLitePCL.raw.SQLITE_IOERR, StoreErrorCode.Unavailable, "disk fails")]
    [InlineData(SQLitePCL.raw.SQLITE_NOMEM, StoreErrorCode.Unavailable, "memory")]
    [InlineData(SQLitePCL.raw.SQLITE_CORRUPT, StoreErrorCode.Corrupt, "restore a backup")]
    [InlineData(SQLitePCL.raw.SQLITE_NOTADB, StoreErrorCode.Corrupt, "restore a backup")]
    public void Each_failure_names_the_file_and_what_to_do(int result, StoreErrorCode code, string advice)
    {
        var translated = SqliteErrors.Translate("/data/graph.db", new SqliteException("SQLite says so", result));
        Assert.Equal(code, translated.Code);
        Assert.StartsWith("'/data/graph.db' ", translated.Message, StringComparison.Ordinal);
        Assert.Contains(advice, translated.Message, StringComparison.Ordinal);
    }
}
