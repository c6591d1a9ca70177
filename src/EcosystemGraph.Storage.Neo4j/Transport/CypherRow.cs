namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>
/// One row of a result. It is good only until the callback that is given it returns: the array behind it is used for the next row. The values themselves may be kept.
/// </summary>
/// <param name="fields">The names of the columns.</param>
/// <param name="values">The values, one for each column.</param>
public readonly ref struct CypherRow(CypherFields fields, ReadOnlySpan<object?> values)
{
    private readonly ReadOnlySpan<object?> _values = values;

    /// <summary>The columns.</summary>
    public CypherFields Fields { get; } = fields;

    /// <summary>
    /// The values by column: null, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>, <c>byte[]</c>,
    /// <see cref="IReadOnlyList{T}"/>, <see cref="IReadOnlyDictionary{TKey, TValue}"/>, <see cref="CypherNode"/>, <see cref="CypherRelationship"/>,
    /// <see cref="CypherPath"/>, and <see cref="CypherLiteral"/> for the rest.
    /// </summary>
    public ReadOnlySpan<object?> Values => _values;

    /// <summary>The value in a column.</summary>
    public object? this[int column] => _values[column];

    /// <summary>The value in a column, by its name. O(columns).</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public object? this[string field] => _values[Fields.IndexOf(field)];

    /// <summary>The value in a column as what it is known to be; null is an error.</summary>
    /// <exception cref="InvalidCastException">It is something else.</exception>
    public T Get<T>(int column) where T : notnull => _values[column] is T value ? value : throw Mismatch<T>(Fields.Names[column], _values[column]);

    /// <summary>The value in a column as what it is known to be, or null.</summary>
    /// <exception cref="InvalidCastException">It is something else.</exception>
    public T? Find<T>(int column) where T : class => _values[column] is not { } value ? null : value as T ?? throw Mismatch<T>(Fields.Names[column], value);

    private static InvalidCastException Mismatch<T>(string field, object? value) =>
        new($"the column '{field}' holds {(value is null ? "null" : $"'{value}' ({value.GetType().Name})")}; expected {typeof(T).Name}");
}

/// <summary>Is given the rows of a result, one after the other, while they arrive.</summary>
/// <param name="row">A row; good only until this returns.</param>
/// <remarks>The rows given before an error are a part of the result: whoever keeps them drops them when the run throws.</remarks>
public delegate void OnCypherRow(CypherRow row);
