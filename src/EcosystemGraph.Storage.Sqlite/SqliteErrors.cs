using System.Text.Json;
using EcosystemGraph.Model.Storage;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace EcosystemGraph.Storage.Sqlite;

/// <summary>Says what SQLite's errors mean to whoever runs the program, and what to do.</summary>
internal static class SqliteErrors
{
    /// <summary>True for what the file, the disk or another program may cause, rather than a mistake of ours.</summary>
    public static bool IsStoreFailure(Exception e) => e is SqliteException or JsonException or FormatException or IOException or UnauthorizedAccessException;

    /// <summary>The store's failure for one that <see cref="IsStoreFailure"/> accepts.</summary>
    public static StoreException Translate(string path, Exception e)
    {
        if (e is JsonException or FormatException)
        {
            return new StoreException(
                StoreErrorCode.Corrupt, $"'{path}' is damaged: a row's content cannot be read ({e.Message}); restore a backup, or move it away and load the bundle again", e);
        }

        if (e is not SqliteException sqlite) return new StoreException(StoreErrorCode.Unavailable, $"'{path}' cannot be opened ({e.Message}); check its permissions", e);
        return sqlite.SqliteErrorCode switch
        {
            SQLITE_BUSY or SQLITE_LOCKED => Unavailable("is being written by another program; try again when that has finished"),
            SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH => Unavailable("cannot be written; check the permissions of the file and of its folder"),
            SQLITE_CANTOPEN => Unavailable("cannot be opened; check that its folder exists and may be written"),
            SQLITE_FULL => Unavailable("cannot grow, because its disk is full; nothing was written: free some space and try again"),
            SQLITE_IOERR => Unavailable($"cannot be read or written, because its disk fails ({sqlite.Message}); repair that, and repeat what was being done: a change set that was kept after all is not applied twice"),
            SQLITE_NOMEM => Unavailable("needs more memory than there is; nothing was written"),
            _ => new StoreException(
                StoreErrorCode.Corrupt, $"'{path}' is damaged ({sqlite.Message}); restore a backup, or move it away and load the bundle again", e),
        };

        StoreException Unavailable(string what) => new(StoreErrorCode.Unavailable, $"'{path}' {what}", e);
    }
}
