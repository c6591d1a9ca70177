using System.Collections.Concurrent;

namespace EcosystemGraph.GraphQL.Execution;

/// <summary>The documents that were asked before, parsed and validated; bounded in number and in text, the oldest go first.</summary>
/// <param name="capacity">How many documents are kept, if they are not longer than usual.</param>
internal sealed class DocumentCache(int capacity)
{
    /// <summary>The characters that a document has on average, for the bound on all of them: a parsed one takes some thirty times its text.</summary>
    private const int UsualLength = 2_048;

    private readonly ConcurrentDictionary<string, PreparedDocument> _documents = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly Queue<string> _order = new();
    private long _length;

    public int Count => _documents.Count;

    public PreparedDocument? Find(string text) => _documents.GetValueOrDefault(text);

    public void Add(string text, PreparedDocument document)
    {
        lock (_lock)
        {
            if (!_documents.TryAdd(text, document)) return;
            _order.Enqueue(text);
            _length += text.Length;
            while (_order.Count > capacity || _length > (long)capacity * UsualLength)
            {
                var oldest = _order.Dequeue();
                _documents.TryRemove(oldest, out _);
                _length -= oldest.Length;
            }
        }
    }
}
