using System.Collections.Concurrent;

namespace EcosystemGraph.Acceptance.Tests;

/// <summary>How many questions of each kind are answered; printed at the end of the run.</summary>
internal sealed class Score
{
    private readonly ConcurrentBag<(string Kind, bool Answered)> _results = [];

    public void Add(Question question, bool answered) => _results.Add((question.Kind, answered));

    public IEnumerable<string> Lines()
    {
        foreach (var kind in _results.GroupBy(r => r.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return $"questions of kind {kind.Key}: {kind.Count(r => r.Answered)} of {kind.Count()} answered";
        var asked = Question.All.Count - Question.Disputed.Count;
        yield return $"all questions: {_results.Count(r => r.Answered)} of {asked} answered, {Question.Disputed.Count} disputed";
    }
}
