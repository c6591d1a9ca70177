using EcosystemGraph.Analytics.Measures;

namespace EcosystemGraph.App.Analysis;

/// <summary>A graph that was opened to be measured, and what to say of where it came from.</summary>
/// <param name="Measured">The graph.</param>
/// <param name="Edges">The files that it was read from; null if it is a projection.</param>
/// <param name="Database">The projection and its database; null if it was read from files.</param>
/// <param name="Names">The name of each vertex by its id, where it has one beside its id; null for none.</param>
/// <param name="EdgeEnds">The ends of an edge id as they were written; null where that is not known.</param>
internal sealed record AnalysisSource(
    IMeasuredSource Measured,
    EdgesRecord? Edges,
    DatabaseRecord? Database,
    Func<string, string?>? Names,
    Func<int, (int Source, int Target)>? EdgeEnds);
