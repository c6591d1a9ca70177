using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>
/// Everything that holds at one revision, immutable and in memory. A request takes one and keeps it to its end; a write makes the next one from it.
/// </summary>
/// <remarks>Safe to read from any number of threads. Entities and relations are indices into the columns of their tables.</remarks>
public sealed class GraphSnapshot
{
    private readonly DerivedValues _derived;

    internal GraphSnapshot(long revision, BundleManifest manifest, Ontology ontology, EntityTable entities, RelationTable relations, ObservationTable observations,
        DefinitionTable definitions, DerivedValues derived)
    {
        Revision = revision;
        Manifest = manifest;
        Ontology = ontology;
        Entities = entities;
        Relations = relations;
        Observations = observations;
        Definitions = definitions;
        _derived = derived;
    }

    /// <summary>The revision.</summary>
    public long Revision { get; }

    /// <summary>The bundle's description.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>The ontology.</summary>
    public Ontology Ontology { get; }

    /// <summary>The entities.</summary>
    public EntityTable Entities { get; }

    /// <summary>The relations.</summary>
    public RelationTable Relations { get; }

    /// <summary>The figures.</summary>
    public ObservationTable Observations { get; }

    /// <summary>Indicators, locators, checks, stated conflicts, merges and projections.</summary>
    public DefinitionTable Definitions { get; }

    /// <summary>Builds a snapshot from everything that a store holds. O(n log n) in the number of rows.</summary>
    /// <exception cref="StoreException">The rows do not fit together.</exception>
    /// <exception cref="InvalidInputException">The ontology cannot be read.</exception>
    public static GraphSnapshot Build(GraphContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var manifest = content.Manifest ?? throw new StoreException(StoreErrorCode.Foreign, "the store is empty: load a bundle first");
        return SnapshotBuilder.Build(content.Revision, manifest, OntologyReader.Read(manifest.Ontology), content.Facts);
    }

    /// <summary>
    /// The next snapshot: this one with what a revision changed. Equal to a rebuild. O(size of the delta × touched blocks), a rebuild where the ontology or a merge changes.
    /// </summary>
    public GraphSnapshot Apply(RevisionDelta delta) => SnapshotEditor.Apply(this, delta);

    /// <summary>
    /// What the graph would be if only some documents were known: every statement that none of them makes is left out, and so are the other citations.
    /// Entities that are only mentioned keep their name. O(n log n).
    /// </summary>
    /// <param name="documents">The ids of the documents.</param>
    public GraphSnapshot Restrict(IReadOnlySet<string> documents) => SnapshotRestriction.Restrict(this, documents);

    /// <summary>
    /// A value computed from the snapshot, such as an index: made once, at the first call, however many threads ask.
    /// </summary>
    /// <typeparam name="T">The value's type, which is also its name: one value of a type for a snapshot.</typeparam>
    /// <param name="make">Makes it. The second argument is the value of an earlier snapshot with the entities that have changed since, or null.</param>
    public T Derive<T>(Func<GraphSnapshot, DerivedFrom<T>?, T> make) where T : class => _derived.Get(this, make);

    /// <summary>All rows of both layers, as a store holds them.</summary>
    internal IEnumerable<Fact> Rows()
    {
        for (var e = 0; e < Entities.Capacity; e++)
        {
            foreach (var row in Entities.Rows(e)) yield return row;
        }

        for (var r = 0; r < Relations.Capacity; r++)
        {
            foreach (var row in Relations.Rows(r)) yield return row;
        }

        foreach (var observation in Observations.Stored)
        {
            foreach (var row in observation.Rows) yield return row;
        }

        foreach (var row in Definitions.Rows) yield return row;
    }

    internal DerivedValues Inherit(IReadOnlyCollection<int> changedEntities) => _derived.Inherit(changedEntities);
}
