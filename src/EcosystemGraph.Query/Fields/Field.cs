namespace EcosystemGraph.Query.Fields;

/// <summary>Something that can be read from an item, compared and sorted by.</summary>
/// <typeparam name="T">The item: an entity, a relation, an observation.</typeparam>
/// <param name="Name">Its name, for messages and the signatures of orders.</param>
/// <param name="Domain">What values it has.</param>
/// <param name="IsList">True if a value is a list, an <c>object[]</c>.</param>
/// <param name="Read">Reads the value; null if there is none.</param>
internal sealed record Field<T>(string Name, ValueDomain Domain, bool IsList, Func<T, object?> Read)
{
    /// <summary>Reads the value's folded form faster than folding would, where there is such a way.</summary>
    public Func<T, string?>? ReadFolded { get; init; }

    /// <summary>The folded form of a text.</summary>
    public string? Folded(T item)
    {
        if (ReadFolded is not null) return ReadFolded(item);
        return Read(item) is string text ? Model.Values.Names.Fold(text) : null;
    }
}
