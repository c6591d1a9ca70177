namespace EcosystemGraph.Analytics.Measures;

/// <summary>A result, what it is of and how it was made. Immutable.</summary>
public sealed class MeasureRun
{
    internal MeasureRun(MeasureInfo measure, IMeasuredGraph graph, MeasureResult result, MeasureRecord record)
    {
        Measure = measure;
        Graph = graph;
        Result = result;
        Record = record;
    }

    /// <summary>The measure.</summary>
    public MeasureInfo Measure { get; }

    /// <summary>The graph that was measured, whose vertices and edges the result speaks of.</summary>
    public IMeasuredGraph Graph { get; }

    /// <summary>The result, of the type that fits the measure's scope.</summary>
    public MeasureResult Result { get; }

    /// <summary>How it was made.</summary>
    public MeasureRecord Record { get; }

    internal long Bytes => Result.Bytes + 1024;
}
