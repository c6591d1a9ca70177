using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>
/// What a measure found: <see cref="EntityResult"/>, <see cref="EdgeResult"/>, <see cref="PairResult"/>, <see cref="PartitionResult"/>, <see cref="GraphResult"/> or
/// <see cref="PathResult"/>, by its
/// <see cref="MeasureScope"/>. Vertices and edges are those of the measured graph. Immutable; arrays are shared and not to be changed.
/// </summary>
public abstract class MeasureResult
{
    private protected MeasureResult()
    {
    }

    /// <summary>About how many bytes it holds.</summary>
    internal abstract long Bytes { get; }

    /// <summary>The scope of measures that give such results.</summary>
    internal abstract MeasureScope Scope { get; }

    /// <summary>The digest, see <see cref="ScoreDigest"/>.</summary>
    internal abstract string Digest(IMeasuredGraph graph, CancellationToken cancellationToken);

    /// <summary>What a reader should know, such as how many scores are not defined.</summary>
    internal virtual string? Warning(string measure) => null;
}
