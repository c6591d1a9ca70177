using System.Collections.Frozen;

namespace EcosystemGraph.Model.Ontologies;

/// <summary>The names of the API's fixed part, which an ontology must not take.</summary>
public static class ReservedNames
{
    /// <summary>Root fields of the fixed part.</summary>
    public static FrozenSet<string> RootFields { get; } = Set("entity relation entities entitiesAggregate search neighborhood paths projections measures centrality edgeCentrality "
        + "graphMeasure similarity pairMeasure pathMeasure communities estimate hubs documents document documentsAggregate conflicts indicators indicator observations observationsAggregate compare derivations derive about apply graphChanged");

    /// <summary>Type names of the fixed part; the names of types generated from kinds are derived from the kinds'.</summary>
    public static FrozenSet<string> Types { get; } = Set("Query Mutation Subscription Entity Relation Date Decimal Long JSON String Int Float Boolean ID Document Citation Claim Polarity "
        + "Conflict ConflictKind ConflictType Derivation DerivationPart Indicator Observation Qualifier ObservationNature Period Comparison ComparisonRow SearchHit SearchConnection SearchEdge Path Hop Subgraph "
        + "EntityScore EdgeScore PairScore CentralityResult CentralityEngine EdgeCentralityResult GraphMeasureResult CommunityResult CommunityAlgorithm CommunityFilter PairMeasureResult MeasuredPair PathMeasureResult MeasuredPath DetectedCommunity DetectedCommunityConnection DetectedCommunityEdge MeasureEstimate RunRecord MeasureInfo MeasureScope Measure "
        + "MeasureParameters HubAnalysis HubRegion HubMeasure HubVerdict About StoreInfo Revision Interval Projection ProjectionInput Direction RankScope KindCount EntityKind RelationKind "
        + "EntityFilter EntitySort EntityConnection EntityEdge RelationConnection RelationEdge PageInfo SortDirection ObservationFilter ObservationSort ObservationConnection ObservationEdge "
        + "ObservationGroupKey ObservationAggregate IndicatorConnection IndicatorEdge ChangeSetInput ChangeResult DocumentConnection DocumentEdge EntityGroupKey EntityAggregate "
        + "EntityInput RelationInput ObservationInput CitationInput PropertyInput RemovalInput StringFilter IDFilter IntFilter FloatFilter DecimalFilter BooleanFilter DateFilter "
        + "ScoreFilter ScoreSort CountFilter NumberSummary DateSummary AggregateKey DocumentType Certainty DateGrouping EntityKindFilter QualifierFilter ObservationNatureFilter "
        + "StringListFilter IDListFilter IntListFilter FloatListFilter DecimalListFilter BooleanListFilter DateListFilter ObservedSort RelatedCountSort "
        + "DocumentFilter DocumentSort DocumentGroupKey DocumentRelatedGroupKey DocumentAggregate DocumentTypeFilter");

    /// <summary>Fields of every entity.</summary>
    public static FrozenSet<string> EntityFields { get; } = Set("id kind name nameZh aliases description confidence citations claims observations relations score rank");

    /// <summary>Fields of every relation and of every edge of a relation field.</summary>
    public static FrozenSet<string> RelationFields { get; } = Set("id kind from to validFrom validTo confidence citations claims relation cursor node key");

    /// <summary>Words of filters, sorts and aggregates.</summary>
    public static FrozenSet<string> FilterWords { get; } = Set("and or not within citedBy score observations some none all any count edge observation entity keys inCommunity");

    /// <summary>Columns of a bundle's files.</summary>
    public static FrozenSet<string> Columns { get; } = Set("certainty cite note from to key");

    private static FrozenSet<string> Set(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
