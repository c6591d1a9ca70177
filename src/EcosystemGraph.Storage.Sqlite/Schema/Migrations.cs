using System.Reflection;
using Microsoft.Data.Sqlite;

namespace EcosystemGraph.Storage.Sqlite.Schema;

/// <summary>
/// The steps from an empty file to today's schema. Step n is the embedded file <c>000n-name.sql</c>; a file's <c>user_version</c> counts the steps it has had.
/// To change the schema, add the next file; a step that was released is never edited.
/// </summary>
internal sealed class Migrations
{
    private readonly string[] _names;

    private Migrations(string[] names) => _names = names;

    /// <summary>All steps.</summary>
    public static Migrations All { get; } = new([.. Resources().Order(StringComparer.Ordinal)]);

    /// <summary>The version of a file that has had all these steps.</summary>
    public int Latest => _names.Length;

    /// <summary>The first steps only, as an older version of the program has them.</summary>
    public Migrations UpTo(int version) => new(_names[..version]);

    /// <summary>Takes the file through the steps that it has not had, in one transaction. Another program may be doing the same: the version is read under the lock.</summary>
    /// <param name="connection">The open file.</param>
    /// <param name="applicationId">The mark that makes the file ours.</param>
    public void Apply(SqliteConnection connection, int applicationId)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = (int)connection.ReadPragma("user_version");
        if (version >= Latest) return;
        for (; version < Latest; version++) connection.Execute(Read(_names[version]));
        connection.Execute($"PRAGMA application_id = {applicationId}; PRAGMA user_version = {Latest};");
        transaction.Commit();
    }

    private static IEnumerable<string> Resources() =>
        typeof(Migrations).Assembly.GetManifestResourceNames().Where(static name => name.Length > 5 && name[4] == '-');

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
