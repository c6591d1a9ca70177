using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Schema;

/// <summary>Makes an empty database ours, and the constraints and indexes that it needs. Everything may be done again.</summary>
internal static class StoreSchema
{
    private const long Version = 1;
    private const string TextStatement = "schema/text";

    // Before the first row: to make them over a million rows takes minutes.
    private static readonly string[] Statements =
    [
        "schema/entity-id", "schema/store-id", "schema/change-set-id", "schema/change-set-revision",
        "schema/claim-subject", "schema/claim-revision", "schema/past-claim-revision", "schema/past-claim-until",
    ];

    private static readonly string[] FixedTextProperties = ["name", "nameZh", "aliases", "description"];

    /// <summary>Makes what is missing; false if the database is empty and is to stay so.</summary>
    /// <exception cref="StoreException">The database holds what is not ours, or a newer version's; nothing was touched.</exception>
    public static async Task<bool> EnsureAsync(ICypherTransport transport, string location, bool makes, CancellationToken cancellationToken)
    {
        var isOurs = await InspectAsync(transport, location, cancellationToken).ConfigureAwait(false);
        if (!isOurs && !makes) return false;
        foreach (var name in Statements) await transport.RunAsync(CypherLibrary.Get(name), AccessMode.Write, null, cancellationToken).ConfigureAwait(false);
        if (!isOurs) await transport.RunAsync(CypherLibrary.Get("schema/begin").With(("schema", Version)), AccessMode.Write, null, cancellationToken).ConfigureAwait(false);
        Task<CypherSummary> Run(CypherStatement statement, OnCypherRow? onRow, CancellationToken token) => transport.RunAsync(statement, AccessMode.Read, onRow, token);
        if (await Reading.ManifestRow.ReadAsync(Run, long.MaxValue, cancellationToken).ConfigureAwait(false) is { } manifest)
            await EnsureTextIndexAsync(transport, manifest, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Makes the full-text index over names and the ontology's full-text properties; another one if those have changed.</summary>
    public static async Task<bool> EnsureTextIndexAsync(ICypherTransport transport, BundleManifest manifest, CancellationToken cancellationToken)
    {
        var wanted = FixedTextProperties.Concat(OntologyReader.Read(manifest.Ontology).Kinds.SelectMany(k => k.FullTextProperties)).Distinct(StringComparer.Ordinal).ToArray();
        IReadOnlyList<object?>? held = null;
        await transport.RunAsync(
            CypherLibrary.Get("schema/text-properties"), AccessMode.Read, row => held = row.Find<IReadOnlyList<object?>>(0), cancellationToken).ConfigureAwait(false);
        if (held is not null && held.OfType<string>().ToHashSet(StringComparer.Ordinal).SetEquals(wanted)) return false;
        if (held is not null) await transport.RunAsync(CypherLibrary.Get("schema/drop-text"), AccessMode.Write, null, cancellationToken).ConfigureAwait(false);
        await transport.RunAsync(TextIndex(wanted), AccessMode.Write, null, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>The statement that makes the full-text index over some properties.</summary>
    internal static CypherStatement TextIndex(IEnumerable<string> properties) =>
        CypherLibrary.Replace(CypherLibrary.Get(TextStatement), "[TEXT_PROPERTIES]", $"[{string.Join(", ", properties.Select(p => $"e.{CypherLibrary.Quote(p)}"))}]");

    private static async Task<bool> InspectAsync(ICypherTransport transport, string location, CancellationToken cancellationToken)
    {
        long? schema = null;
        IReadOnlyList<object?>? labels = null;
        await transport.RunAsync(
            CypherLibrary.Get("schema/inspect"),
            AccessMode.Read,
            row => (schema, labels) = (row[0] as long?, row.Find<IReadOnlyList<object?>>(1)),
            cancellationToken).ConfigureAwait(false);
        if (schema > Version)
            throw new StoreException(StoreErrorCode.NewerVersion, $"'{location}' was written by a newer version of this program (schema {schema}; this one knows {Version}); use that version");
        if (schema is null && labels is not null)
        {
            var what = labels.Count == 0 ? "nodes without a label" : $"nodes such as :{string.Join(':', labels)}";
            throw new StoreException(StoreErrorCode.Foreign, $"'{location}' holds data that are not this program's ({what}); give the graph a database of its own: Neo4j:Database or Neo4j:Uri");
        }

        return schema is not null;
    }
}
