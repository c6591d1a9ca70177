using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.TestKit.Facts;

/// <summary>
/// Writes everything that a fact holds, to the last digit: two facts with one text cannot be told apart, which is stricter than their equality
/// (<c>45.370</c> is not <c>45.37</c>, and <c>2019</c> not <c>[2019-01-01..2019-12-31]</c>). Made by reflection, so that a new property is compared too.
/// </summary>
public static class FactText
{
    /// <summary>The text of one fact.</summary>
    public static string Of(Fact fact)
    {
        var text = new StringBuilder(fact.GetType().Name);
        foreach (var property in fact.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            text.Append(' ').Append(property.Name).Append('=');
            Append(text, property.GetValue(fact));
        }

        return text.ToString();
    }

    /// <summary>The texts of some facts, in an order of their own, for comparing facts that come in any order.</summary>
    public static string[] OfAll(IEnumerable<Fact> facts) => [.. facts.Select(Of).Order(StringComparer.Ordinal)];

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string s:
                text.Append('"').Append(s.Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
                break;
            case decimal d:
                text.Append(string.Join(',', decimal.GetBits(d))).Append('m');
                break;
            case double d:
                text.Append(BitConverter.DoubleToInt64Bits(d)).Append('d');
                break;
            case PartialDate date:
                text.Append("date ").Append(date.Text);
                break;
            case KeyValuePair<string, object> item:
                text.Append(item.Key).Append(": ");
                Append(text, item.Value);
                break;
            case IEnumerable list:
                text.Append('[');
                foreach (var item in list)
                {
                    Append(text, item);
                    text.Append("; ");
                }

                text.Append(']');
                break;
            default:
                text.Append(value.GetType().Name).Append(' ').Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
