using EcosystemGraph.Model.Changes;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Reading;

/// <summary>A bundle's description on its change set's node.</summary>
internal static class ManifestRow
{
    /// <summary>Reads it from the columns bundle, title, description, ontology, hash; null if the change set brought none.</summary>
    public static BundleManifest? Read(CypherRow row, int first) => row.Find<string>(first) is { } name
        ? new BundleManifest(name, row.Get<string>(first + 1), row.Get<string>(first + 2), row.Get<string>(first + 3), row.Get<string>(first + 4))
        : null;

    /// <summary>Puts it on the change set.</summary>
    public static void Write(Dictionary<string, object?> changeSet, BundleManifest manifest)
    {
        changeSet["bundle"] = manifest.Name;
        changeSet["title"] = manifest.Title;
        changeSet["description"] = manifest.Description;
        changeSet["ontology"] = manifest.Ontology;
        changeSet["hash"] = manifest.Hash;
    }

    /// <summary>The one that holds at a revision; null if there is none yet.</summary>
    public static async Task<BundleManifest?> ReadAsync(Writing.RunStatement run, long revision, CancellationToken cancellationToken)
    {
        BundleManifest? manifest = null;
        await run(CypherLibrary.Get("read/manifest").With(("revision", revision)), row => manifest = Read(row, 0), cancellationToken).ConfigureAwait(false);
        return manifest;
    }
}
