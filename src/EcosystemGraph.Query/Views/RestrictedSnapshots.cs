using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Query.Views;

/// <summary>The last few snapshots of fewer documents that were asked for; a choice of documents is made once.</summary>
internal sealed class RestrictedSnapshots
{
    private const int Kept = 16;

    private readonly Lock _lock = new();
    private readonly List<(string Key, Lazy<GraphSnapshot> Snapshot)> _recent = [];

    public GraphSnapshot Get(GraphSnapshot snapshot, string[] documents)
    {
        var key = string.Join('\n', documents);
        Lazy<GraphSnapshot> lazy;
        lock (_lock)
        {
            var at = _recent.FindIndex(r => r.Key == key);
            lazy = at >= 0 ? _recent[at].Snapshot : new Lazy<GraphSnapshot>(() => snapshot.Restrict(documents.ToHashSet(StringComparer.Ordinal)));
            if (at >= 0) _recent.RemoveAt(at);
            _recent.Add((key, lazy));
            if (_recent.Count > Kept) _recent.RemoveAt(0);
        }

        return lazy.Value;
    }
}
