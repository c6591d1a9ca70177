using System.Text.Json;
using System.Text.Json.Serialization;
using EcosystemGraph.Model.Changes;
using Microsoft.Data.Sqlite;

namespace EcosystemGraph.Storage.Sqlite;

/// <summary>The table <c>change_set</c>, on one connection, in the transaction that the caller has begun.</summary>
internal sealed partial class ChangeSetTable(SqliteConnection connection)
{
    /// <summary>The newest revision; 0 if there is none.</summary>
    public long NewestRevision()
    {
        using var newest = new PreparedStatement(connection, "SELECT max(revision) FROM change_set WHERE makes_revision = 1");
        return newest.Step() ? newest.Int64(0) : 0;
    }

    /// <summary>The revision at which a change set holds; null if it was never applied.</summary>
    public long? Find(string id)
    {
        using var find = new PreparedStatement(connection, "SELECT revision FROM change_set WHERE id = ?1").Bind(1, id);
        return find.Step() ? find.Int64(0) : null;
    }

    /// <summary>The change set that made a revision.</summary>
    public (string Id, BundleManifest? Manifest) Read(long revision)
    {
        using var read = new PreparedStatement(connection, "SELECT id, manifest FROM change_set WHERE revision = ?1 AND makes_revision = 1").Bind(1, revision);
        if (!read.Step()) throw new FormatException($"revision {revision} has no change set");
        return (read.Text(0), ReadManifest(read, 1));
    }

    /// <summary>The manifest that holds at a revision; null if there is none yet.</summary>
    public BundleManifest? ManifestAt(long revision)
    {
        using var read = new PreparedStatement(
            connection,
            "SELECT manifest FROM change_set WHERE makes_revision = 1 AND revision <= ?1 AND manifest IS NOT NULL ORDER BY revision DESC LIMIT 1").Bind(1, revision);
        return read.Step() ? ReadManifest(read, 0) : null;
    }

    /// <summary>Records a change set.</summary>
    /// <param name="changes">The change set.</param>
    /// <param name="revision">The revision at which it holds.</param>
    /// <param name="makesRevision">True if it changed anything.</param>
    /// <param name="manifest">The manifest, if the change set changed it.</param>
    /// <param name="appliedAt">The time.</param>
    public void Add(ChangeSet changes, long revision, bool makesRevision, BundleManifest? manifest, DateTimeOffset appliedAt)
    {
        using var add = new PreparedStatement(
            connection,
            "INSERT INTO change_set (id, revision, makes_revision, origin, applied_at, message, manifest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        add.Bind(1, changes.Id).Bind(2, revision).Bind(3, makesRevision ? 1 : 0).Bind(4, (long)changes.Origin)
            .Bind(5, appliedAt.UtcDateTime.ToString("O")).Bind(6, changes.Message)
            .Bind(7, manifest is null ? null : JsonSerializer.Serialize(manifest, ManifestJson.Default.BundleManifest))
            .Execute();
    }

    private static BundleManifest? ReadManifest(PreparedStatement row, int column) =>
        row.IsNull(column) ? null : JsonSerializer.Deserialize(row.Utf8(column), ManifestJson.Default.BundleManifest);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(BundleManifest))]
    private sealed partial class ManifestJson : JsonSerializerContext;
}
