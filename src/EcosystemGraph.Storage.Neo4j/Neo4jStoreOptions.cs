namespace EcosystemGraph.Storage.Neo4j;

/// <summary>How a <see cref="Neo4jGraphStore"/> behaves.</summary>
public sealed record Neo4jStoreOptions
{
    /// <summary>The clock that dates change sets.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How many rows a statement takes, and a transaction of a change set that is too large for one.</summary>
    public int BatchSize { get; init; } = 10_000;

    /// <summary>A change set of more facts is written in parts, which nobody sees before the last one: a server keeps a transaction in its memory.</summary>
    public int LargestTransaction { get; init; } = 20_000;

    /// <summary>How many parts of such a change set are written side by side, 1 to 16. The server works on each with a core of its own.</summary>
    public int Lanes { get; init; } = 2;

    /// <summary>
    /// From so many facts on, a change set keeps statements that stand alone on their nodes and relationships instead of claims: a load is faster by half.
    /// Below it does not, so that what it changed is found by an index.
    /// </summary>
    public int InlineFrom { get; init; } = 1_000;

    /// <summary>
    /// From so many rows on, a statement names the properties that it sets, and takes their values in columns instead of maps: the server needs two thirds of the time
    /// for the rows, but has to plan a statement for each set of names.
    /// </summary>
    public int ColumnsFrom { get; init; } = 1_000;

    /// <summary>After so long without a sign of life, another program's unfinished change set is taken for abandoned, and undone.</summary>
    public TimeSpan AbandonedAfter { get; init; } = TimeSpan.FromMinutes(1);
}
