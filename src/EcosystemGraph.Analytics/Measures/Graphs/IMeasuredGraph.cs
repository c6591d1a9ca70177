using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>
/// A graph with names: what measures run on, whether it is a projection of a snapshot or a list of edges of somebody's own. Vertices are in the ordinal order
/// of their ids, so that results are the same whatever order the facts came in.
/// </summary>
public interface IMeasuredGraph
{
    /// <summary>The graph. Measures of edges need its edge ids.</summary>
    CsrGraph Graph { get; }

    /// <summary>What it is called in messages: <c>projection 'governance'</c>.</summary>
    string Name { get; }

    /// <summary>The names by which vertices can be grouped, see <see cref="GroupOf"/>.</summary>
    IReadOnlyList<string> Attributes { get; }

    /// <summary>The id of a vertex. O(1).</summary>
    string VertexId(int vertex);

    /// <summary>The vertex of an id; −1 if there is none.</summary>
    int VertexOf(string id);

    /// <summary>The id of an edge, that no other edge has.</summary>
    /// <param name="edge">An edge id of <see cref="Graph"/>.</param>
    string EdgeId(int edge);

    /// <summary>The value of an attribute for each vertex, null where a vertex has none; null if there is no such attribute.</summary>
    /// <param name="attribute">One of <see cref="Attributes"/>.</param>
    IReadOnlyList<string?>? GroupOf(string attribute);

    /// <summary>For each vertex the one of some containers in which it lies, null where it lies in none.</summary>
    /// <param name="containers">Ids, for instance of regions.</param>
    /// <exception cref="Query.QueryException">BAD_ARGUMENT: nothing contains anything here, or a vertex lies in two of them.</exception>
    IReadOnlyList<string?> ContainerOf(IReadOnlyList<string> containers);
}
