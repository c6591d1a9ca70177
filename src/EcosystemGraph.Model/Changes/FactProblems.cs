using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Changes;

/// <summary>Collects what is wrong with the facts of a change set.</summary>
internal sealed class FactProblems
{
    public List<FactProblem> Items { get; } = [];

    public void Add(string code, Fact fact, string? member, string message, Fact? other = null) =>
        Items.Add(new FactProblem(code, message, fact.Key) { Fact = fact, Member = member, Other = other });

    public void AddRemoval(string code, FactKey key, string message) => Items.Add(new FactProblem(code, message, key));
}
