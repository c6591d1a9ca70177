namespace EcosystemGraph.Analytics.Measures;

/// <summary>What a measure needs of its graph or of whoever asks.</summary>
[Flags]
public enum MeasureNeeds
{
    /// <summary>Any graph will do.</summary>
    None = 0,

    /// <summary>Edges with a direction: without, what it says is what a simpler measure says.</summary>
    Direction = 1,

    /// <summary>It reads weights as strengths; without, each edge has strength 1.</summary>
    Strengths = 2,

    /// <summary>Weights above 0 where they are lengths or the inverses of lengths.</summary>
    PositiveLengths = 4,

    /// <summary>A graph in one piece: else it is not defined.</summary>
    Connected = 8,

    /// <summary>An edge; on a directed graph of some measures a cycle.</summary>
    Edges = 16,

    /// <summary>A seed: it draws.</summary>
    Seed = 32,

    /// <summary>A partition of the vertices.</summary>
    Partition = 64,

    /// <summary>Vertices that are named.</summary>
    Vertices = 128,

    /// <summary>Two sides with no edge inside either: else it is not defined.</summary>
    TwoSides = 256,
}
