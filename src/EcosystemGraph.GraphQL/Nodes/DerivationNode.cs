using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.GraphQL.Nodes;

/// <summary>A computed figure or set as a view shows it.</summary>
internal sealed record DerivationNode(GraphView View, DerivationResult Result)
{
    public static DerivationNode? Of(GraphView view, DerivationResult? result) => result is null ? null : new DerivationNode(view, result);

    public static DerivationNode[] Of(GraphView view, IEnumerable<DerivationResult> results) => [.. results.Select(r => new DerivationNode(view, r))];
}

/// <summary>One of the figures that a rule went through.</summary>
internal sealed record DerivationPartNode(GraphView View, DerivationPart Part);
