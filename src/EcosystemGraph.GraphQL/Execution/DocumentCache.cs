using System.Collections.Concurrent;

namespace EcosystemGraph.GraphQL.Execution;

/// <summary>The documents that were asked before, parsed and validated; a bounded number, of which the oldest go first.</summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly ConcurrentDictionary<string, PreparedDocument> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public int Count => _documents.Count;

    public PreparedDocument? Find(string text) => _documents.GetValueOrDefault(text);

    public void Add(string text, PreparedDocument document)
    {
        if (capacity <= 0 || !_documents.TryAdd(text, document)) return;
        _order.Enqueue(text);
        while (_order.Count > capacity && _order.TryDequeue(out var oldest)) _documents.TryRemove(oldest, out _);
    }
}
