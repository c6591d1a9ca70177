namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>The columns of a result.</summary>
/// <param name="names">Their names, in their order.</param>
public sealed class CypherFields(IReadOnlyList<string> names)
{
    /// <summary>Their names, in their order.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The place of a column. O(columns).</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name) return i;
        }

        throw new KeyNotFoundException($"there is no column '{name}'; the columns are {string.Join(", ", Names)}");
    }
}
