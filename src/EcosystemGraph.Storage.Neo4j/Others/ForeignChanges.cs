using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Storage.Neo4j.Others;

/// <summary>What others have changed in the database, beside this program.</summary>
/// <param name="Taken">What was taken into the graph, each as a sentence.</param>
/// <param name="Problems">What was not, each as a sentence that names the node or relationship and says why.</param>
public sealed record ForeignChanges(IReadOnlyList<string> Taken, IReadOnlyList<string> Problems)
{
    /// <summary>Nothing.</summary>
    public static ForeignChanges None { get; } = new([], []);
}

/// <summary>A statement that somebody has made in the database.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Place">The node or relationship, for people.</param>
/// <param name="Element">Its id in the database.</param>
/// <param name="IsStrayNode">True for a node that is no entity yet.</param>
/// <param name="IsNewRelation">True for a relationship that this program has not made.</param>
internal sealed record ForeignStatement(Statement Statement, string Place, string Element, bool IsStrayNode, bool IsNewRelation);
