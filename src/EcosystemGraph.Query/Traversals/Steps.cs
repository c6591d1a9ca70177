using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Traversals;

/// <summary>The steps that a traversal may take from an entity: relations of some kinds, one way or both, to entities of some kinds. Walks allocate nothing.</summary>
internal sealed class Steps
{
    private readonly GraphView _view;
    private readonly RelationTable _relations;
    private readonly EntityTable _entities;
    private readonly bool[]? _relationKinds;
    private readonly bool[]? _entityKinds;
    private readonly bool[] _symmetric;
    private readonly bool _anySymmetric;
    private readonly bool _timeless;
    private readonly Direction _direction;

    public Steps(GraphView view, IReadOnlyList<RelationKind>? relationKinds, IReadOnlyList<EntityType>? entityKinds, Direction direction)
    {
        _view = view;
        _relations = view.Snapshot.Relations;
        _entities = view.Snapshot.Entities;
        var ontology = view.Snapshot.Ontology;
        _relationKinds = relationKinds is null ? null : KindSet.Of(ontology, relationKinds);
        _entityKinds = entityKinds is null ? null : KindSet.Of(ontology, entityKinds);
        _symmetric = [.. ontology.Relations.Select(r => r.Undirected)];
        _anySymmetric = ontology.Relations.Any(r => r.Undirected && (_relationKinds is null || _relationKinds[r.Index]));
        _timeless = view.AsOf is null;
        _direction = direction;
    }

    private Steps(Steps steps, Direction direction)
    {
        (_view, _relations, _entities, _relationKinds, _entityKinds) = (steps._view, steps._relations, steps._entities, steps._relationKinds, steps._entityKinds);
        (_symmetric, _anySymmetric, _timeless, _direction) = (steps._symmetric, steps._anySymmetric, steps._timeless, direction);
    }

    /// <summary>The same steps, taken backwards.</summary>
    public Steps Reversed() => _direction == Direction.Both ? this : new Steps(this, _direction == Direction.Out ? Direction.In : Direction.Out);

    /// <summary>True if an entity is of a kind on which a traversal may go on.</summary>
    public bool MayPass(int entity) => _entityKinds is null || _entityKinds[_entities.KindIndex(entity)];

    /// <summary>True if a relation is followed from its start to its end.</summary>
    public bool LeadsOut(int relation) => _direction != Direction.In || _symmetric[_relations.KindIndex(relation)];

    /// <summary>How many steps there can be from an entity at most. O(1).</summary>
    public int Most(int entity) =>
        (_direction != Direction.In || _anySymmetric ? _relations.Out(entity).Length : 0) + (_direction != Direction.Out || _anySymmetric ? _relations.In(entity).Length : 0);

    /// <summary>The steps from an entity: along the relations that start there, then those that lead there, each by kind, the other end's id and key.</summary>
    public StepsFrom From(int entity) => new(this, entity);

    /// <summary>A walk over the steps from one entity.</summary>
    public readonly struct StepsFrom(Steps steps, int entity)
    {
        public Enumerator GetEnumerator() => new(steps, entity);
    }

    /// <summary>The walk.</summary>
    public ref struct Enumerator
    {
        private readonly Steps _steps;
        private readonly int _entity;
        private ReadOnlySpan<int> _list;
        private int _next;
        private bool _forward;

        internal Enumerator(Steps steps, int entity)
        {
            _steps = steps;
            _entity = entity;
            _forward = true;
            _list = steps._direction != Direction.In || steps._anySymmetric ? steps._relations.Out(entity) : default;
        }

        /// <summary>The step at hand.</summary>
        public Neighbor Current { get; private set; }

        public bool MoveNext()
        {
            while (true)
            {
                while (_next < _list.Length)
                {
                    var relation = _list[_next++];
                    if (_steps.Takes(relation, _forward, out var other))
                    {
                        Current = new Neighbor(relation, other, _forward);
                        return true;
                    }
                }

                if (!_forward) return false;
                _forward = false;
                _next = 0;
                _list = _steps._direction != Direction.Out || _steps._anySymmetric ? _steps._relations.In(_entity) : default;
            }
        }
    }

    private bool Takes(int relation, bool forward, out int other)
    {
        other = -1;
        if (_relationKinds is not null || _direction != Direction.Both)
        {
            var kind = _relations.KindIndex(relation);
            if (_relationKinds is not null && !_relationKinds[kind]) return false;
            if (_direction == (forward ? Direction.In : Direction.Out) && !_symmetric[kind]) return false;
        }

        other = forward ? _relations.To(relation) : _relations.From(relation);
        return _timeless ? _entities.Exists(other) : _view.SeesRelation(relation) && _view.Sees(other);
    }
}
