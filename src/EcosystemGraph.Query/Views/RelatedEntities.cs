using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Query.Views;

/// <summary>A relation of an entity, and the entity on its other end.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Entity">The other end.</param>
/// <param name="Forward">True if the relation leads to the other end.</param>
public readonly record struct Neighbor(int Relation, int Entity, bool Forward);

/// <summary>Walks the relations of an entity through a field without allocating.</summary>
/// <param name="view">The view.</param>
/// <param name="entity">The entity.</param>
/// <param name="field">The field.</param>
public readonly struct RelatedEntities(GraphView view, int entity, RelationField field)
{
    /// <summary>Starts the walk.</summary>
    public Enumerator GetEnumerator() => new(view, entity, field);

    /// <summary>The relations as a list. O(degree).</summary>
    public List<Neighbor> ToList()
    {
        var list = new List<Neighbor>();
        foreach (var neighbor in this) list.Add(neighbor);
        return list;
    }

    /// <summary>
    /// The walk. A symmetric relation starts from the end whose id comes first, so those that lead here come before those that start here: all in the order of the other ends.
    /// </summary>
    public struct Enumerator
    {
        private readonly GraphView _view;
        private readonly RelationField _field;
        private readonly int _entity;
        private bool _forward;
        private int _next;
        private int _end;

        internal Enumerator(GraphView view, int entity, RelationField field)
        {
            _view = view;
            _field = field;
            _entity = entity;
            Current = default;
            Start(field.Direction == RelationDirection.Out);
        }

        /// <summary>The relation at hand.</summary>
        public Neighbor Current { get; private set; }

        /// <summary>Goes on to the next relation that is seen and whose other end is of the field's type.</summary>
        public bool MoveNext()
        {
            var relations = _view.Snapshot.Relations;
            while (true)
            {
                var all = _forward ? relations.Out(_entity) : relations.In(_entity);
                while (_next < _end)
                {
                    var relation = all[_next++];
                    var other = _forward ? relations.To(relation) : relations.From(relation);
                    // A symmetric loop stands in both lists and is one relation.
                    if (!_forward && other == _entity && _field.Direction == RelationDirection.Undirected) continue;
                    if (!_view.SeesRelation(relation) || !IsTarget(other)) continue;
                    Current = new Neighbor(relation, other, _forward);
                    return true;
                }

                if (_forward || _field.Direction != RelationDirection.Undirected) return false;
                Start(true);
            }
        }

        /// <summary>Looks up, once for each way, where the field's kind stands among the entity's relations.</summary>
        private void Start(bool forward)
        {
            var relations = _view.Snapshot.Relations;
            var all = forward ? relations.Out(_entity) : relations.In(_entity);
            var own = forward ? relations.Out(_entity, _field.Relation) : relations.In(_entity, _field.Relation);
            _forward = forward;
            _next = all.Overlaps(own, out var offset) ? offset : 0;
            _end = _next + own.Length;
        }

        private readonly bool IsTarget(int entity)
        {
            var kinds = _field.Target.Kinds;
            var kind = _view.Snapshot.Entities.KindIndex(entity);
            for (var i = 0; i < kinds.Count; i++)
            {
                if (kinds[i].Index == kind) return true;
            }

            return false;
        }
    }
}
