using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Storage.Neo4j.Rows;

/// <summary>
/// Values as people see them in Neo4j: decimals as floats, dates as their EDTF text, lists of one type. Not without loss, and never read back:
/// what a fact says exactly is in its content.
/// </summary>
internal static class NaturalValues
{
    /// <summary>Puts the properties of a statement on a node or relationship; names that begin with <c>_</c> are the store's own.</summary>
    public static void Add(Dictionary<string, object?> properties, IEnumerable<KeyValuePair<string, object>> values)
    {
        foreach (var (name, value) in values)
        {
            if (name.Length > 0 && name[0] != '_') properties.TryAdd(name, Of(value));
        }
    }

    /// <summary>A property's value.</summary>
    public static object Of(object value) => value switch
    {
        string or bool => value,
        int number => (long)number,
        decimal number => (double)number,
        double number when double.IsFinite(number) => number,
        object[] list => OfList(list),
        _ => PropertyText.Format(value),
    };

    /// <summary>A date.</summary>
    public static string? Of(PartialDate? date) => date?.Text;

    private static object?[] OfList(object[] list)
    {
        object?[] items = [.. list.Select(Of)];
        return items.Select(static item => item!.GetType()).Distinct().Count() <= 1 ? items : [.. list.Select(PropertyText.Format)];
    }
}
