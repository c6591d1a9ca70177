using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>
/// Writes properties in columns: the statement names them and each row has their values, null where it has none.
/// </summary>
internal static class PropertyColumns
{
    private const string Word = "PROPERTIES: row";

    /// <summary>The statement, and its rows. O(rows · names).</summary>
    /// <param name="statement">In it <c>PROPERTIES: row[n]</c> stands for the properties, of which n values of each row come before.</param>
    /// <param name="properties">The properties of each row.</param>
    /// <param name="before">The values of a row that come before its properties.</param>
    public static (CypherStatement Statement, object?[] Rows) Write(CypherStatement statement, Dictionary<string, object?>[] properties, Func<int, object?[]> before)
    {
        string[] names = [.. properties.SelectMany(map => map.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var first = before(0).Length;
        var columns = string.Join(", ", names.Select((name, i) => $"{CypherLibrary.Quote(name)}: row[{first + i}]"));
        var rows = properties.Select((map, i) => (object?)(object?[])[.. before(i), .. names.Select(name => map.GetValueOrDefault(name))]).ToArray();
        return (CypherLibrary.Replace(statement, $"{Word}[{first}]", columns), rows);
    }
}
