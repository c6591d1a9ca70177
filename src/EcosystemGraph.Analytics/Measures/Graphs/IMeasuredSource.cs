using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>Where a graph that is to be measured comes from. A run opens it only if its result is not known yet.</summary>
public interface IMeasuredSource
{
    /// <summary>A text that no other source of the process has, unless it opens the same graph.</summary>
    string Key { get; }

    /// <summary>The id of a vertex that is named in an argument, by its id or an alias.</summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.NotFound"/>: there is none; <see cref="QueryErrorCode.Ambiguous"/>: there are several.</exception>
    string Require(string idOrAlias);

    /// <summary>The graph.</summary>
    /// <exception cref="QueryException">What is asked for is no graph.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IMeasuredGraph Open(CancellationToken cancellationToken);
}
