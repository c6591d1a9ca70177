using EcosystemGraph.Model.Changes;

namespace EcosystemGraph.Model.Live;

/// <summary>A change set cannot be taken; nothing of it was.</summary>
public sealed class InvalidChangeException : Exception
{
    /// <summary>Creates the exception from what is wrong.</summary>
    /// <param name="id">The change set's id.</param>
    /// <param name="problems">At least one problem.</param>
    public InvalidChangeException(string id, IReadOnlyList<FactProblem> problems)
        : base($"the change set '{id}' cannot be applied: {problems[0].Message}{(problems.Count == 1 ? "" : $" (and {problems.Count - 1} more)")}") => Problems = problems;

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<FactProblem> Problems { get; }
}
