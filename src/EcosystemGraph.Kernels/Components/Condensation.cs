namespace EcosystemGraph.Kernels;

/// <summary>The condensation of a graph.</summary>
/// <param name="Graph">A vertex for each strong component and an edge wherever edges lead from one to another; without cycles. Weights of parallels add.</param>
/// <param name="Components">The strong components; their labels are the vertices of the graph.</param>
public sealed record CondensationResult(CsrGraph Graph, Partition Components);

/// <summary>The condensation: strongly connected components become vertices, which leaves a directed graph without cycles.</summary>
/// <remarks>
/// Cost and determinism of <see cref="StrongComponents"/> and <see cref="QuotientGraph"/>.
/// Harary, F., Norman, R. Z., Cartwright, D. (1965). Structural Models: An Introduction to the Theory of Directed Graphs, ch. 3.
/// </remarks>
public static class Condensation
{
    /// <summary>Condenses a graph.</summary>
    /// <param name="graph">Any graph; the components of an undirected one have no edges between them.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: weights that add to more than <see cref="CsrGraph.MaxWeight"/>.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static CondensationResult Compute(CsrGraph graph, KernelContext? context = null)
    {
        Partition components = StrongComponents.Compute(graph, context);
        return new CondensationResult(QuotientGraph.Compute(graph, components.Labels, components.Count, context).Graph.Simple(), components);
    }
}
