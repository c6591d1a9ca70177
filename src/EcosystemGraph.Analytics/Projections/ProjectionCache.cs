using System.Runtime.CompilerServices;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>
/// The last projections of a snapshot that were asked for. It goes with its snapshot, and is not handed on to the next one, which would keep it in memory.
/// </summary>
internal sealed class ProjectionCache
{
    private const int MostProjections = 16;
    private const long MostBytes = 256L << 20;

    private static readonly ConditionalWeakTable<GraphSnapshot, ProjectionCache> Caches = new();

    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, Projection Projection)> _recent = new();

    public static ProjectionCache Of(GraphSnapshot snapshot) => Caches.GetValue(snapshot, static _ => new ProjectionCache());

    /// <summary>Gives the projection that is kept, or makes it on the caller's thread. Two that ask at once may both make it: it is the same.</summary>
    public Projection Get(string key, Func<Projection> make)
    {
        lock (_lock)
        {
            for (var node = _recent.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key) continue;
                _recent.Remove(node);
                _recent.AddFirst(node);
                return node.Value.Projection;
            }
        }

        var made = make();
        lock (_lock)
        {
            foreach (var kept in _recent)
            {
                if (kept.Key == key) return kept.Projection;
            }

            _recent.AddFirst((key, made));
            while (_recent.Count > MostProjections || (_recent.Count > 1 && _recent.Sum(p => p.Projection.Bytes) > MostBytes)) _recent.RemoveLast();
        }

        return made;
    }
}
