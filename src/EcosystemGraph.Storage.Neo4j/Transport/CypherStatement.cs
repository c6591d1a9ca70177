namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>A Cypher statement with its parameters.</summary>
/// <param name="Name">What it is called in messages and telemetry: the name of its file.</param>
/// <param name="Text">The Cypher text.</param>
/// <param name="Parameters">
/// The parameters by name. Values are null, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>,
/// <c>byte[]</c>, <see cref="IReadOnlyList{T}"/> and <see cref="IReadOnlyDictionary{TKey, TValue}"/> of these.
/// </param>
public sealed record CypherStatement(string Name, string Text, IReadOnlyDictionary<string, object?> Parameters)
{
    private static readonly Dictionary<string, object?> None = [];

    /// <summary>A statement without parameters.</summary>
    public CypherStatement(string name, string text) : this(name, text, None) { }

    /// <summary>
    /// How long the server may be silent while it runs this statement; null for what the transport's options say.
    /// For statements that are known to be slow, such as waiting for an index.
    /// </summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>The same statement with these parameters.</summary>
    public CypherStatement With(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var byName = new Dictionary<string, object?>(parameters.Length, StringComparer.Ordinal);
        foreach (var (name, value) in parameters) byName.Add(name, value);
        return this with { Parameters = byName };
    }
}
