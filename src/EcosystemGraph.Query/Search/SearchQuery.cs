using System.Collections.Frozen;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Query.Search;

/// <summary>A text that is searched for, taken apart once.</summary>
internal sealed class SearchQuery
{
    /// <summary>How long a text may be.</summary>
    public const int MaximumLength = 256;

    private static readonly FrozenSet<string> FunctionWords =
        new[] { "a", "an", "and", "are", "as", "at", "by", "for", "from", "how", "in", "is", "its", "many", "much", "of", "on", "or", "per", "that", "the", "their", "to", "was", "were", "which", "who", "with" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="QueryException">The text is too long, or has neither letters nor digits.</exception>
    public SearchQuery(string text)
    {
        if (text.Length > MaximumLength)
            throw new QueryException(QueryErrorCode.LimitExceeded, $"the text to search for has {text.Length} characters; at most {MaximumLength} are taken");
        Text = Names.Normalize(text);
        Folded = Names.Fold(text);
        if (Folded.Length == 0) throw new QueryException(QueryErrorCode.BadArgument, $"text is '{text}'; expected letters or digits to search for");
        Words = Folded.Split(' ');
        Compact = string.Concat(Words);
        Bigrams = Cjk.Bigrams(Folded);
        ContentWords = Words.Where(w => !FunctionWords.Contains(w)).ToArray() is { Length: > 0 } rest ? rest : Words;
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>The text as it is matched.</summary>
    public string Folded { get; }

    /// <summary>Its words.</summary>
    public string[] Words { get; }

    /// <summary>Its words but for those that only join others (of, by, the), unless there are no others.</summary>
    public IReadOnlyList<string> ContentWords { get; }

    /// <summary>Its words without blanks.</summary>
    public string Compact { get; }

    /// <summary>True if so many of the <see cref="ContentWords"/> are an answer where nothing has them all: from half of them up, so one in three or more is none.</summary>
    public bool IsAnsweredBy(int words) => 2 * words >= ContentWords.Count;

    /// <summary>The pairs of neighbouring Chinese characters in it, each once.</summary>
    public IReadOnlyList<int> Bigrams { get; }
}
