namespace EcosystemGraph.Analytics.Measures;

/// <summary>What a measure is, said once; the API, the command line and the documentation come from it.</summary>
/// <param name="Name">The name in kebab case: <c>core-number</c>.</param>
/// <param name="EnumName">The name in enums: <c>CORE_NUMBER</c>.</param>
/// <param name="Scope">What it gives numbers to.</param>
/// <param name="Description">What it says, in which convention.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Needs">What it needs.</param>
/// <param name="Cost">Time, with n vertices and m edges.</param>
/// <param name="Memory">Memory.</param>
/// <param name="Paper">Where it is from.</param>
/// <param name="Version">The version of the algorithm: it goes up when a result changes.</param>
public sealed record MeasureInfo(
    string Name,
    string EnumName,
    MeasureScope Scope,
    string Description,
    IReadOnlyList<MeasureParameter> Parameters,
    MeasureNeeds Needs,
    string Cost,
    MeasureMemory Memory,
    string Paper,
    int Version);
