namespace EcosystemGraph.Query.Search;

/// <summary>Many short texts as one long one, so that a part is looked for in all of them at the speed of memory.</summary>
internal sealed class TextBuffer
{
    private readonly char[] _buffer;
    private readonly int[] _starts;
    private readonly int[] _texts;

    /// <param name="texts">The texts.</param>
    /// <param name="chosen">The indices of those that are taken, ascending.</param>
    public TextBuffer(SearchText[] texts, List<int> chosen)
    {
        _texts = [.. chosen];
        _starts = new int[chosen.Count];
        _buffer = new char[chosen.Sum(t => texts[t].Folded.Length + 1)];
        var at = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            _starts[i] = at;
            var text = texts[_texts[i]].Folded;
            text.CopyTo(0, _buffer, at, text.Length);
            at += text.Length;
            // Folded texts have no control characters: nothing that is looked for spans two texts.
            _buffer[at++] = '\n';
        }
    }

    /// <summary>Visits every text that contains a part, once. O(length of all texts), vectorised.</summary>
    public void Find(string part, Action<int> visit)
    {
        var from = 0;
        while (from < _buffer.Length)
        {
            var hit = _buffer.AsSpan(from).IndexOf(part);
            if (hit < 0) return;
            var at = Array.BinarySearch(_starts, from + hit);
            if (at < 0) at = ~at - 1;
            visit(_texts[at]);
            from = at + 1 < _starts.Length ? _starts[at + 1] : _buffer.Length;
        }
    }
}
