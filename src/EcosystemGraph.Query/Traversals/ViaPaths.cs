using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Traversals;

/// <summary>The k shortest paths that pass some entities, in any order.</summary>
/// <remarks>
/// Length by length, depth first in the order of ids; a way is given up when it can no longer pass what it must and arrive in time:
/// when the distance to some entity that is still to be passed, and the shortest round from there over the others to the end, is more than is left.
/// The distances are exact, the round is the least over all orders, but neither knows which entities are used up: in a graph made for it
/// the search would visit very many dead ends, so its work is bounded.
/// </remarks>
internal sealed class ViaPaths
{
    private const int MostSteps = 5_000_000;
    private const int PollEvery = 4096;
    private const int Unreachable = PathRequest.MaximumLength + 1;

    private readonly Steps _steps;
    private readonly EntityRanks _ranks;
    private readonly PathRequest _request;
    private readonly int[] _via;
    private readonly HashSet<int> _avoided;
    private readonly byte[][] _distances;
    private readonly int[,] _rounds;
    private readonly HashSet<int> _onPath = [];
    private readonly List<int> _path = [];
    private readonly List<int[]> _found = [];
    private readonly List<int>[] _candidates;
    private readonly CancellationToken _cancellationToken;
    private int _stepsTaken;

    private ViaPaths(GraphView view, Steps steps, PathRequest request, int[] via, CancellationToken cancellationToken)
    {
        _steps = steps;
        _ranks = EntityRanks.Of(view.Snapshot);
        _request = request;
        _via = via;
        _avoided = [.. request.Avoid];
        _cancellationToken = cancellationToken;
        _distances = [.. via.Append(request.To).Select(e => DistancesTo(e, view.Snapshot.Entities.Capacity))];
        _rounds = Rounds();
        _candidates = [.. Enumerable.Range(0, request.Length + 1).Select(_ => new List<int>())];
    }

    /// <exception cref="QueryException"><see cref="QueryErrorCode.LimitExceeded"/>: there is no answer within the bound on the work.</exception>
    public static List<int[]> Find(GraphView view, Steps steps, PathRequest request, int[] via, CancellationToken cancellationToken)
    {
        if (via.Any(v => !view.Sees(v))) return [];
        var search = new ViaPaths(view, steps, request, via, cancellationToken);
        var all = (1 << via.Length) - 1;
        search._path.Add(request.From);
        search._onPath.Add(request.From);
        for (var length = search.Least(request.From, all); length <= request.Length && search._found.Count < request.Count; length++)
            search.Extend(request.From, all, length);
        return search._found;
    }

    /// <summary>Finds every path of exactly a length that goes on from where the path ends.</summary>
    private void Extend(int at, int missing, int left)
    {
        if (left == 0)
        {
            if (at == _request.To && missing == 0) _found.Add([.. _path]);
            return;
        }

        if (at == _request.To) return;
        var next = _candidates[left];
        next.Clear();
        foreach (var step in _steps.From(at))
        {
            if (++_stepsTaken % PollEvery == 0) Poll();
            if (_onPath.Contains(step.Entity) || !MayPass(step.Entity) || Least(step.Entity, Without(missing, step.Entity)) > left - 1) continue;
            next.Add(step.Entity);
        }

        next.Sort((a, b) => _ranks[a].CompareTo(_ranks[b]));
        for (var i = 0; i < next.Count && _found.Count < _request.Count; i++)
        {
            // Parallel relations lead to the same entity: one step.
            if (i > 0 && next[i] == next[i - 1]) continue;
            _path.Add(next[i]);
            _onPath.Add(next[i]);
            Extend(next[i], Without(missing, next[i]), left - 1);
            _onPath.Remove(next[i]);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Poll()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_stepsTaken >= MostSteps)
            throw new QueryException(QueryErrorCode.LimitExceeded, $"no {_request.Count} paths over via were found in {MostSteps} steps; limit relations, kinds or maxLength ({_request.Length})");
    }

    private bool MayPass(int entity) =>
        entity == _request.To || Array.IndexOf(_via, entity) >= 0 || (!_avoided.Contains(entity) && _steps.MayPass(entity));

    private int Without(int missing, int entity) => Array.IndexOf(_via, entity) is var v and >= 0 ? missing & ~(1 << v) : missing;

    /// <summary>At least how many hops it takes from an entity over all that are missing to the end.</summary>
    private int Least(int entity, int missing)
    {
        if (missing == 0) return _distances[^1][entity];
        var least = Unreachable;
        for (var v = 0; v < _via.Length; v++)
        {
            if ((missing & (1 << v)) != 0) least = Math.Min(least, _distances[v][entity] + _rounds[missing, v]);
        }

        return least;
    }

    /// <summary>For each set of entities to pass and each of them: the fewest hops from it over the others to the end.</summary>
    private int[,] Rounds()
    {
        var rounds = new int[1 << _via.Length, _via.Length];
        for (var set = 1; set < 1 << _via.Length; set++)
        {
            for (var first = 0; first < _via.Length; first++)
            {
                var others = set & ~(1 << first);
                rounds[set, first] = Unreachable;
                if (others == set) continue;
                if (others == 0) rounds[set, first] = _distances[^1][_via[first]];
                for (var next = 0; next < _via.Length; next++)
                {
                    if ((others & (1 << next)) != 0) rounds[set, first] = Math.Min(rounds[set, first], _distances[next][_via[first]] + rounds[others, next]);
                }
            }
        }

        return rounds;
    }

    /// <summary>The distance from each entity to one, as far as a path may be long.</summary>
    private byte[] DistancesTo(int target, int capacity)
    {
        var reversed = _steps.Reversed();
        var distances = new byte[capacity];
        Array.Fill(distances, (byte)Unreachable);
        distances[target] = 0;
        List<int> frontier = [target], next = [];
        for (var distance = 1; distance <= _request.Length && frontier.Count > 0; distance++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            next.Clear();
            foreach (var at in frontier)
            {
                foreach (var step in reversed.From(at))
                {
                    if (distances[step.Entity] != Unreachable || (step.Entity != _request.From && !MayPass(step.Entity))) continue;
                    distances[step.Entity] = (byte)distance;
                    // No path goes on from its end: other distances do not lead through it.
                    if (step.Entity != _request.To && step.Entity != _request.From) next.Add(step.Entity);
                }
            }

            (frontier, next) = (next, frontier);
        }

        return distances;
    }
}
