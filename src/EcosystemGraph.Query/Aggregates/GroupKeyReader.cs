using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Query.Aggregates;

/// <summary>Reads the values of one key from items, as numbers: equal values have one number.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <param name="read">Hands the values of an item to <see cref="Add(object)"/> and <see cref="AddEntity"/>.</param>
/// <param name="idOf">Gives an entity's id.</param>
internal sealed class GroupKeyReader<T>(Action<T, IGroupKeyValues> read, Func<int, string> idOf) : IGroupKeyValues
{
    private const int None = 0;

    private readonly Dictionary<object, int> _values = [];
    private readonly Dictionary<int, int> _entities = [];
    private readonly List<AggregateKeyValue> _keys = [new(null, null)];
    // For each number the item that had it last: a value that an item has twice counts once.
    private readonly List<int> _lastItem = [-1];
    private readonly List<int> _numbers = [];
    private int _item;

    /// <summary>The value of a number.</summary>
    public AggregateKeyValue this[int number] => _keys[number];

    /// <summary>The numbers of an item's values, each once; one that stands for none if it has no value. Valid until the next call.</summary>
    public List<int> Read(T item)
    {
        _numbers.Clear();
        _item++;
        read(item, this);
        if (_numbers.Count == 0) _numbers.Add(None);
        return _numbers;
    }

    /// <inheritdoc/>
    public void Add(object value)
    {
        if (!_values.TryGetValue(value, out var number))
        {
            _values[value] = number = _keys.Count;
            New(new AggregateKeyValue(PropertyText.Format(value), null));
        }

        Take(number);
    }

    /// <inheritdoc/>
    public void AddEntity(int entity)
    {
        if (!_entities.TryGetValue(entity, out var number))
        {
            _entities[entity] = number = _keys.Count;
            New(new AggregateKeyValue(idOf(entity), entity));
        }

        Take(number);
    }

    private void New(AggregateKeyValue key)
    {
        _keys.Add(key);
        _lastItem.Add(-1);
    }

    private void Take(int number)
    {
        if (_lastItem[number] == _item) return;
        _lastItem[number] = _item;
        _numbers.Add(number);
    }
}

/// <summary>Takes the values of a key.</summary>
internal interface IGroupKeyValues
{
    /// <summary>Takes a value other than an entity.</summary>
    void Add(object value);

    /// <summary>Takes an entity.</summary>
    void AddEntity(int entity);
}
