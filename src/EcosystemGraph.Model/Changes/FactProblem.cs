using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Changes;

/// <summary>Something wrong with one fact of a change set. Whoever made the change set knows where the fact came from and says so to the user.</summary>
/// <param name="Code">A <see cref="ProblemCode"/>.</param>
/// <param name="Message">One sentence that names the value and what was expected.</param>
/// <param name="Key">The key of the fact that is added, replaced or removed.</param>
public sealed record FactProblem(string Code, string Message, FactKey Key)
{
    /// <summary>The fact, as the change set holds it; null for a removal.</summary>
    public Fact? Fact { get; init; }

    /// <summary>
    /// The offending member: a property of the ontology, or a member of the fact in camel case (<c>id</c>, <c>from</c>, <c>citations</c>, <c>unit</c> …); null for the whole fact.
    /// </summary>
    public string? Member { get; init; }

    /// <summary>The earlier fact of the same change set with which it clashes, or null.</summary>
    public Fact? Other { get; init; }

    /// <summary>The problem without a place.</summary>
    public Problem ToProblem() => new(Code, Message);
}
