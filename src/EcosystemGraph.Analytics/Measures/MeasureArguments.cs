using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>The parameters of a run, checked, with the defaults filled in.</summary>
/// <remarks>Values are <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>, or id → weight in the order of the ids; null where a parameter has no default.</remarks>
internal sealed class MeasureArguments
{
    private readonly SortedDictionary<string, object?> _values;

    private MeasureArguments(SortedDictionary<string, object?> values)
    {
        _values = values;
        Values = new ReadOnlyDictionary<string, object?>(values);
    }

    public IReadOnlyDictionary<string, object?> Values { get; }

    /// <summary>All values as one text: the same for arguments that are equal.</summary>
    public string Key => string.Join('\u001f', _values.Select(v => $"{v.Key}={Text(v.Value)}"));

    public bool Boolean(string name) => (bool)_values[name]!;

    public int Integer(string name) => checked((int)(long)_values[name]!);

    public double Number(string name) => (double)_values[name]!;

    public double? OptionalNumber(string name) => (double?)_values[name];

    public string Choice(string name) => (string)_values[name]!;

    public IReadOnlyDictionary<string, double>? Weights(string name) => (IReadOnlyDictionary<string, double>?)_values[name];

    /// <summary>Checks parameters against a measure.</summary>
    /// <exception cref="QueryException">BAD_ARGUMENT: a parameter that the measure does not have, or a value out of its range.</exception>
    public static MeasureArguments Bind(MeasureInfo measure, IReadOnlyDictionary<string, object?>? given, GraphView view)
    {
        foreach (var name in given?.Keys ?? [])
        {
            if (measure.Parameters.Any(p => p.Name == name)) continue;
            var known = measure.Parameters.Count == 0 ? "none" : string.Join(", ", measure.Parameters.Select(p => p.Name));
            throw new QueryException(QueryErrorCode.BadArgument, $"{measure.Name} has no parameter '{name}'; expected {known}");
        }

        var values = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var parameter in measure.Parameters)
        {
            var value = given is not null && given.TryGetValue(parameter.Name, out var v) ? v : null;
            values[parameter.Name] = value is null ? parameter.Default : Read(measure, parameter, value, view);
        }

        return new MeasureArguments(values);
    }

    private static object Read(MeasureInfo measure, MeasureParameter parameter, object value, GraphView view)
    {
        var read = parameter.Type switch
        {
            MeasureParameterType.Boolean => value is bool ? value : null,
            MeasureParameterType.Choice => value is string text ? parameter.Choices.FirstOrDefault(c => c.Equals(text, StringComparison.OrdinalIgnoreCase)) : null,
            MeasureParameterType.Integer => AsNumber(value) is { } whole && whole == Math.Floor(whole) && Math.Abs(whole) < long.MaxValue && Fits(parameter, whole) ? (long)whole : null,
            MeasureParameterType.Number => AsNumber(value) is { } number && Fits(parameter, number) ? number : null,
            _ => ReadWeights(value, view),
        };
        return read ?? throw new QueryException(QueryErrorCode.BadArgument,
            $"{measure.Name}: the parameter {parameter.Name} is {Shown(value)}, expected {parameter.Expected}");
    }

    private static ReadOnlyDictionary<string, double>? ReadWeights(object value, GraphView view)
    {
        IEnumerable<(string? Id, double? Weight)>? items = value switch
        {
            string id => [(id, 1)],
            IEnumerable<KeyValuePair<string, object?>> map => map.Select(m => ((string?)m.Key, m.Value is null ? null : AsNumber(m.Value))),
            IEnumerable<KeyValuePair<string, double>> map => map.Select(m => ((string?)m.Key, (double?)m.Value)),
            IEnumerable list => list.Cast<object?>().Select(i => (i as string, (double?)1)),
            _ => null,
        };
        if (items is null) return null;
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (given, weight) in items)
        {
            if (given is null || weight is not (>= 0 and < double.PositiveInfinity)) return null;
            var id = view.Snapshot.Entities.Id(EntityLookup.Require(view, given));
            weights[id] = weights.GetValueOrDefault(id) + weight.Value;
        }

        return weights.Values.Any(w => w > 0) ? new ReadOnlyDictionary<string, double>(weights) : null;
    }

    private static bool Fits(MeasureParameter parameter, double value) => double.IsFinite(value)
        && !(value < parameter.Minimum || (parameter.AboveMinimum && value == parameter.Minimum))
        && !(value > parameter.Maximum || (parameter.BelowMaximum && value == parameter.Maximum));

    private static double? AsNumber(object value) => value switch
    {
        double d => d,
        float f => f,
        decimal m => (double)m,
        int i => i,
        long l => l,
        short or byte or sbyte or ushort or uint or ulong => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        System.Numerics.BigInteger big => (double)big,
        _ => null,
    };

    private static string Shown(object value) => value switch
    {
        string text => $"'{text}'",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable<KeyValuePair<string, object?>> map => $"{{{string.Join(", ", map.Select(m => $"{m.Key}: {(m.Value is null ? "null" : Shown(m.Value))}"))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(i => i is null ? "null" : Shown(i)))}]",
        _ => value.ToString() ?? "",
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, double> weights => string.Join(',', weights.Select(w => $"{w.Key}:{Text(w.Value)}")),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
