using System.Collections.Concurrent;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Traversals;

/// <summary>
/// What lies in what: the relations that the ontology marks with <c>@contains</c>, followed from what lies to where it lies, any number of steps.
/// Only relations that the view sees count; circles do no harm.
/// </summary>
/// <remarks>Made once for a snapshot and a date. Safe for any number of threads.</remarks>
public sealed class Containment
{
    private const int KeptPlaces = 256;

    private readonly GraphView _view;
    private readonly ConcurrentDictionary<int, EntitySet> _within = new();

    private Containment(GraphView view) => _view = view;

    /// <summary>The containment of a view.</summary>
    public static Containment Of(GraphView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return ValuesByDate<Containment>.Of(view, static v => new Containment(v));
    }

    /// <summary>The entities that lie in a place, itself among them. O(entities found × degree) the first time, then O(1).</summary>
    public EntitySet Within(int place)
    {
        if (_within.TryGetValue(place, out var known)) return known;
        // A handful of places is asked for again and again; a walk over all places must not keep a set for each.
        if (_within.Count >= KeptPlaces) _within.Clear();
        return _within.GetOrAdd(place, Collect(place));
    }

    /// <summary>The places in which an entity lies, itself left out: nearer ones first, then by id.</summary>
    public IReadOnlyList<int> Ancestors(int entity)
    {
        var entities = _view.Snapshot.Entities;
        var found = new List<int> { entity };
        for (int start = 0, end = 1; start < end; start = end, end = found.Count)
        {
            for (var i = start; i < end; i++)
            {
                foreach (var kind in _view.Snapshot.Ontology.Containment)
                {
                    foreach (var relation in _view.Snapshot.Relations.Out(found[i], kind))
                    {
                        var place = _view.Snapshot.Relations.To(relation);
                        // A chain of places is a few long: a list is the faster set.
                        if (_view.SeesRelation(relation) && _view.Sees(place) && !found.Contains(place)) found.Add(place);
                    }
                }
            }

            found.Sort(end, found.Count - end, Comparer<int>.Create((a, b) => string.CompareOrdinal(entities.Id(a), entities.Id(b))));
        }

        found.RemoveAt(0);
        return found;
    }

    private EntitySet Collect(int place)
    {
        var relations = _view.Snapshot.Relations;
        var kinds = _view.Snapshot.Ontology.Containment.ToArray();
        var found = new EntitySet(_view.Snapshot.Entities.Capacity);
        var open = new Stack<int>();
        if (_view.Sees(place) && found.Add(place)) open.Push(place);
        while (open.TryPop(out var at))
        {
            foreach (var kind in kinds)
            {
                foreach (var relation in relations.In(at, kind))
                {
                    var lies = relations.From(relation);
                    if (_view.SeesRelation(relation) && _view.Sees(lies) && found.Add(lies)) open.Push(lies);
                }
            }
        }

        return found;
    }
}
