using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>What went into a computation: observations, entities and relations, each once.</summary>
internal sealed class Evidence(GraphView view)
{
    private readonly SortedDictionary<string, Observation> _observations = new(StringComparer.Ordinal);
    private readonly HashSet<int> _entities = [];
    private readonly HashSet<int> _relations = [];

    /// <summary>By id.</summary>
    public IReadOnlyList<Observation> Observations => [.. _observations.Values];

    /// <summary>By id.</summary>
    public IReadOnlyList<int> Entities => [.. _entities.OrderBy(view.Snapshot.Entities.Id, StringComparer.Ordinal)];

    /// <summary>By id.</summary>
    public IReadOnlyList<int> Relations => [.. _relations.OrderBy(view.Snapshot.Relations.Id, StringComparer.Ordinal)];

    public void Add(Observation observation) => _observations[observation.Id] = observation;

    public void AddEntity(int entity) => _entities.Add(entity);

    public void AddRelation(int relation) => _relations.Add(relation);

    /// <summary>Leaves the members of a set, and the relations that put them there.</summary>
    public void Keep(HashSet<int> members, IReadOnlyDictionary<int, int> memberOf)
    {
        _entities.IntersectWith(members);
        _relations.RemoveWhere(r => memberOf.TryGetValue(r, out var member) && !members.Contains(member));
    }

    /// <summary>Every place that is cited for them, once: those of the observations first, then of the relations, and of the entities where there are no others.</summary>
    public IReadOnlyList<Citation> Citations()
    {
        var citations = new List<Citation>();
        var known = new HashSet<Citation>();
        foreach (var observation in _observations.Values) Add(observation.Citations);
        foreach (var relation in Relations) Add(view.Snapshot.Relations.Citations(relation));
        if (citations.Count > 0) return citations;
        foreach (var entity in Entities) Add(view.Snapshot.Entities.Citations(entity));
        return citations;

        void Add(IReadOnlyList<Citation> of)
        {
            foreach (var citation in of)
            {
                if (known.Add(citation)) citations.Add(citation);
            }
        }
    }

    /// <summary>The lowest certainty of what went in; stated where nothing did.</summary>
    public Certainty Certainty()
    {
        var lowest = Model.Facts.Certainty.Stated;
        foreach (var observation in _observations.Values) Lower(observation.Preferred.Certainty);
        foreach (var relation in _relations) Lower(view.Snapshot.Relations.Statements(relation)[0].Certainty);
        return lowest;

        void Lower(Certainty certainty)
        {
            if (certainty < lowest) lowest = certainty;
        }
    }
}
