using System.Buffers.Binary;
using System.Diagnostics;
using EcosystemGraph.Model.Storage;
using Microsoft.Data.Sqlite;

namespace EcosystemGraph.Storage.Sqlite;

/// <summary>The file: what may be opened as ours, and how connections to it are set up.</summary>
internal sealed class SqliteFile
{
    /// <summary>"EcGr": the mark in the header of our files.</summary>
    public const int ApplicationId = 0x45634772;

    private const int HeaderLength = 100;
    private const int ApplicationIdOffset = 68;

    private readonly SqliteStoreOptions _options;
    private readonly int _busySeconds;

    public SqliteFile(string path, SqliteStoreOptions options)
    {
        Path = System.IO.Path.GetFullPath(path);
        _options = options;
        _busySeconds = Math.Max(1, (int)Math.Ceiling(options.BusyTimeout.TotalSeconds));
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>Opens the file for writing; creates it, or brings its schema up to date, if need be.</summary>
    public SqliteConnection OpenForWriting()
    {
        RefuseWhatIsNotOurs();
        var connection = Connect(SqliteOpenMode.ReadWriteCreate);
        try
        {
            var version = connection.ReadPragma("user_version");
            if (version > _options.Migrations.Latest)
            {
                throw new StoreException(
                    StoreErrorCode.NewerVersion,
                    $"'{Path}' has schema version {version}, and this program knows {_options.Migrations.Latest}: it was written by a newer one; use that, or name another file");
            }

            // First the schema, in one transaction of the journal that a new file has, so that a file is either empty or whole. Then WAL, which lasts.
            if (version < _options.Migrations.Latest) _options.Migrations.Apply(connection, ApplicationId);
            SwitchToWal(connection);
            connection.Execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA journal_size_limit = 67108864;");
            if (_options.MaxPages is { } pages) connection.Execute($"PRAGMA max_page_count = {pages}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file for reading; writers go on meanwhile.</summary>
    public SqliteConnection OpenForReading() => Connect(SqliteOpenMode.ReadOnly);

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = false, DefaultTimeout = _busySeconds }.ToString());
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {_busySeconds * 1000}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite does not wait for its turn here as it does elsewhere.
    private void SwitchToWal(SqliteConnection connection)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var statement = new PreparedStatement(connection, "PRAGMA journal_mode = WAL");
                if (statement.Step() && statement.Text(0) == "wal") return;
                throw new StoreException(
                    StoreErrorCode.Unavailable, $"'{Path}' is on a file system that does not allow several readers (SQLite's WAL); keep it on a local disk");
            }
            catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY && Stopwatch.GetElapsedTime(started).TotalSeconds < _busySeconds)
            {
                Thread.Sleep(20);
            }
        }
    }

    // Looked at as bytes, because SQLite's own opening may already write: beside another program's file, or by rolling back its journal.
    private void RefuseWhatIsNotOurs()
    {
        if (Directory.Exists(Path)) throw new StoreException(StoreErrorCode.Unavailable, $"'{Path}' is a folder; name a file in it");
        if (!File.Exists(Path))
        {
            var folder = System.IO.Path.GetDirectoryName(Path);
            if (Directory.Exists(folder)) return;
            throw new StoreException(StoreErrorCode.Unavailable, $"the folder of '{Path}' does not exist; create it, or name another file");
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        int length;
        try
        {
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            length = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreErrorCode.Unavailable, $"'{Path}' cannot be read ({e.Message}); check its permissions", e);
        }

        // SQLite makes an empty file before it writes the first page.
        if (length == 0) return;
        if (length < HeaderLength || !header.StartsWith("SQLite format 3\0"u8))
        {
            throw new StoreException(StoreErrorCode.Corrupt, $"'{Path}' is not a SQLite database; name another file, or move it away to start a new one");
        }

        if (BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]) != ApplicationId)
        {
            throw new StoreException(StoreErrorCode.Foreign, $"'{Path}' is another application's database; name another file");
        }
    }
}
