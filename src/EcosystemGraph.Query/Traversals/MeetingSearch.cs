using System.Collections.Concurrent;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Traversals;

/// <summary>
/// Breadth-first search from both ends until the two meet: the shortest way to go on from a prefix of a path, and of the shortest the first by ids.
/// </summary>
/// <remarks>
/// Marks are kept from search to search and told apart by the number of the search, so that a search costs only what it sees; the marks themselves are pooled.
/// </remarks>
internal sealed class MeetingSearch
{
    private const int DepthBits = 4;
    private const int DepthMask = (1 << DepthBits) - 1;
    private const int LastSearch = int.MaxValue >> DepthBits;
    private const int PollEvery = 256;

    private static readonly ConcurrentBag<Workspace> Pool = [];

    private readonly Steps _steps;
    private readonly Steps _reversed;
    private readonly EntityRanks _ranks;
    private readonly HashSet<int> _avoided;
    private readonly int _target;
    private readonly int _length;
    private readonly Workspace _workspace;

    private MeetingSearch(GraphView view, Steps steps, PathRequest request, Workspace workspace)
    {
        _steps = steps;
        _reversed = steps.Reversed();
        _ranks = EntityRanks.Of(view.Snapshot);
        _avoided = [.. request.Avoid];
        _target = request.To;
        _length = request.Length;
        _workspace = workspace;
    }

    public static MeetingSearch Rent(GraphView view, Steps steps, PathRequest request)
    {
        var capacity = view.Snapshot.Entities.Capacity;
        if (!Pool.TryTake(out var workspace) || workspace.Capacity < capacity) workspace = new Workspace(capacity);
        return new MeetingSearch(view, steps, request, workspace);
    }

    public void Return() => Pool.Add(_workspace);

    /// <summary>The first of the shortest paths that start with a prefix, do not go on from it to some entities, and are not too long; null if there is none.</summary>
    public int[]? Shortest(ReadOnlySpan<int> prefix, ReadOnlySpan<int> closed, CancellationToken cancellationToken)
    {
        var w = _workspace;
        w.Begin();
        var source = prefix[^1];
        foreach (var entity in prefix[..^1]) w.Block(entity);
        foreach (var entity in closed) w.Close(entity);
        w.Forward.Mark(source, 0);
        w.Backward.Mark(_target, 0);
        w.Forward.Frontier.Add(source);
        w.Backward.Frontier.Add(_target);
        var bound = _length - (prefix.Length - 1);
        for (int forward = 0, backward = 0; forward + backward < bound;)
        {
            bool met;
            // The side with the fewer relations to walk over: a hub on one side is best met from the other.
            if (Work(w.Forward, _steps) <= Work(w.Backward, _reversed)) met = Expand(w.Forward, w.Backward, _steps, source, ++forward, true, cancellationToken);
            else met = Expand(w.Backward, w.Forward, _reversed, source, ++backward, false, cancellationToken);
            if (met) return Trace(prefix, source, forward, backward);
            if (w.Forward.Frontier.Count == 0 || w.Backward.Frontier.Count == 0) return null;
        }

        return null;
    }

    private static long Work(Side side, Steps steps)
    {
        long work = 0;
        foreach (var entity in side.Frontier) work += steps.Most(entity);
        return work;
    }

    private bool Expand(Side side, Side other, Steps steps, int source, int depth, bool forward, CancellationToken cancellationToken)
    {
        var met = false;
        side.Next.Clear();
        for (var i = 0; i < side.Frontier.Count; i++)
        {
            if ((i & (PollEvery - 1)) == 0) cancellationToken.ThrowIfCancellationRequested();
            var at = side.Frontier[i];
            foreach (var step in steps.From(at))
            {
                var entity = step.Entity;
                if (side.Has(entity) || !IsOpen(at, entity, source, forward)) continue;
                side.Mark(entity, depth);
                side.Next.Add(entity);
                met |= other.Has(entity);
            }
        }

        (side.Frontier, side.Next) = (side.Next, side.Frontier);
        return met;
    }

    /// <summary>True if the search may step between an entity that it has reached and another.</summary>
    private bool IsOpen(int at, int entity, int source, bool forward)
    {
        if (forward ? at == source && _workspace.IsClosed(entity) : entity == source && _workspace.IsClosed(at)) return false;
        if (entity == source || entity == _target) return true;
        return !_workspace.IsBlocked(entity) && !_avoided.Contains(entity) && _steps.MayPass(entity);
    }

    /// <summary>Writes down the path. Of the entities on the near side only those count from which a place of meeting is reached in time.</summary>
    private int[] Trace(ReadOnlySpan<int> prefix, int source, int forward, int backward)
    {
        MarkNearHalf(source, forward, backward);
        var path = new int[prefix.Length + forward + backward];
        prefix.CopyTo(path);
        var at = prefix.Length;
        for (var depth = 1; depth <= forward; depth++, at++) path[at] = First(path[at - 1], source, e => _workspace.OnPath.Has(e, depth));
        for (var depth = backward - 1; depth >= 0; depth--, at++) path[at] = First(path[at - 1], source, e => _workspace.Backward.Has(e, depth));
        return path;
    }

    private int First(int from, int source, Predicate<int> fits)
    {
        var first = -1;
        foreach (var step in _steps.From(from))
        {
            var entity = step.Entity;
            if (!fits(entity) || (from == source && _workspace.IsClosed(entity))) continue;
            if (first < 0 || _ranks[entity] < _ranks[first]) first = entity;
        }

        return first;
    }

    private void MarkNearHalf(int source, int forward, int backward)
    {
        var w = _workspace;
        var level = new List<int>();
        // The side that was expanded last holds the places of meeting in its frontier; those of the other side are in both.
        foreach (var entity in w.Forward.Frontier)
        {
            if (w.Forward.Has(entity, forward) && w.Backward.Has(entity, backward)) level.Add(entity);
        }

        foreach (var entity in level) w.OnPath.Mark(entity, forward);
        for (var depth = forward; depth > 1; depth--)
        {
            var nearer = new List<int>();
            foreach (var at in level)
            {
                foreach (var step in _reversed.From(at))
                {
                    if (!w.Forward.Has(step.Entity, depth - 1) || w.OnPath.Has(step.Entity)) continue;
                    w.OnPath.Mark(step.Entity, depth - 1);
                    nearer.Add(step.Entity);
                }
            }

            level = nearer;
        }
    }

    /// <summary>What one direction of a search has reached, and how far away.</summary>
    private sealed class Side(int capacity, Workspace workspace)
    {
        private readonly int[] _marks = new int[capacity];

        public List<int> Frontier { get; set; } = [];

        public List<int> Next { get; set; } = [];

        public bool Has(int entity) => _marks[entity] >> DepthBits == workspace.Search;

        public bool Has(int entity, int depth) => _marks[entity] == ((workspace.Search << DepthBits) | depth);

        public void Mark(int entity, int depth) => _marks[entity] = (workspace.Search << DepthBits) | (depth & DepthMask);

        public void Clear() => Array.Clear(_marks);
    }

    /// <summary>The marks of one search at a time.</summary>
    private sealed class Workspace
    {
        private const int BlockedDepth = 0;
        private const int ClosedDepth = 1;

        private readonly Side _prefix;
        private readonly Side _closed;

        public Workspace(int capacity)
        {
            Capacity = capacity;
            Forward = new Side(capacity, this);
            Backward = new Side(capacity, this);
            OnPath = new Side(capacity, this);
            _prefix = new Side(capacity, this);
            _closed = new Side(capacity, this);
        }

        public int Capacity { get; }

        public int Search { get; private set; }

        public Side Forward { get; }

        public Side Backward { get; }

        public Side OnPath { get; }

        public void Begin()
        {
            if (++Search >= LastSearch)
            {
                foreach (var side in new[] { Forward, Backward, OnPath, _prefix, _closed }) side.Clear();
                Search = 1;
            }

            Forward.Frontier.Clear();
            Backward.Frontier.Clear();
        }

        public void Block(int entity) => _prefix.Mark(entity, BlockedDepth);

        public bool IsBlocked(int entity) => _prefix.Has(entity);

        public void Close(int entity) => _closed.Mark(entity, ClosedDepth);

        public bool IsClosed(int entity) => _closed.Has(entity);
    }
}
