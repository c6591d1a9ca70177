namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>An edge list that was read: vertices are numbered in the ordinal order of their ids, edges as they stand in the file.</summary>
public sealed class EdgeList
{
    internal EdgeList(string[] ids, int[] sources, int[] targets, double[]? weights, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes, string edgesDigest, string? nodesDigest)
    {
        Ids = ids;
        Sources = sources;
        Targets = targets;
        Weights = weights;
        Attributes = attributes;
        EdgesDigest = edgesDigest;
        NodesDigest = nodesDigest;
    }

    /// <summary>The id of each vertex: trimmed, in NFC, distinct and in ordinal order. Not to be changed.</summary>
    public string[] Ids { get; }

    /// <summary>The vertex that each edge starts from. Not to be changed.</summary>
    public int[] Sources { get; }

    /// <summary>The vertex that each edge leads to. Not to be changed.</summary>
    public int[] Targets { get; }

    /// <summary>The weight of each edge, finite and at least 0; null without weights. Not to be changed.</summary>
    public double[]? Weights { get; }

    /// <summary>What the file of the nodes says of each vertex, by column; an empty text where it says nothing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; }

    /// <summary>SHA-256 of the bytes of the file of the edges, in lower-case hex.</summary>
    public string EdgesDigest { get; }

    /// <summary>SHA-256 of the bytes of the file of the nodes, in lower-case hex; null without one.</summary>
    public string? NodesDigest { get; }
}
