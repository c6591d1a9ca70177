using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>The parameters of a run, checked, with the defaults filled in.</summary>
/// <remarks>Values are <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>, a list of ids in their order, or id → weight or name in the order of the ids; null where a parameter has no default.</remarks>
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
    public string Key => string.Join('\u001f', _values.Select(v => $"{v.Key}={KeyText(v.Value)}"));

    public bool Boolean(string name) => (bool)_values[name]!;

    public int Integer(string name) => checked((int)(long)_values[name]!);

    public double Number(string name) => (double)_values[name]!;

    public double? OptionalNumber(string name) => (double?)_values[name];

    public string Choice(string name) => (string)_values[name]!;

    public int? OptionalInteger(string name) => _values[name] is long value ? checked((int)value) : null;

    public string? Text(string name) => (string?)_values[name];

    public IReadOnlyList<string>? Texts(string name) => (IReadOnlyList<string>?)_values[name];

    /// <summary>The seed; null where the measure draws nothing.</summary>
    public int? Seed => _values.ContainsKey(MeasureParameter.SeedName) ? Integer(MeasureParameter.SeedName) : null;

    public IReadOnlyDictionary<string, double>? Weights(string name) => (IReadOnlyDictionary<string, double>?)_values[name];

    /// <summary>Nothing but defaults, which a parameter that is required has not.</summary>
    public static MeasureArguments Defaults(MeasureInfo measure) =>
        new(new SortedDictionary<string, object?>(measure.Parameters.ToDictionary(p => p.Name, p => p.Default), StringComparer.Ordinal));

    /// <summary>Checks parameters against a measure.</summary>
    /// <exception cref="QueryException">BAD_ARGUMENT: a parameter that the measure does not have or that is missing, or a value out of its range.</exception>
    public static MeasureArguments Bind(MeasureInfo measure, IReadOnlyDictionary<string, object?>? given, IMeasuredSource source)
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
            if (value is null && parameter.IsRequired)
                throw new QueryException(QueryErrorCode.BadArgument, $"{measure.Name} needs the parameter {parameter.Name}, expected {parameter.Expected}");
            values[parameter.Name] = value is null ? parameter.Default : Read(measure, parameter, value, source);
        }

        return new MeasureArguments(values);
    }

    private static object Read(MeasureInfo measure, MeasureParameter parameter, object value, IMeasuredSource source)
    {
        var read = parameter.Type switch
        {
            MeasureParameterType.Boolean => value is bool ? value : null,
            MeasureParameterType.Choice => value is string text ? parameter.Choices.FirstOrDefault(c => c.Equals(text, StringComparison.OrdinalIgnoreCase)) : null,
            MeasureParameterType.Integer => AsNumber(value) is { } whole && whole == Math.Floor(whole) && Math.Abs(whole) < long.MaxValue && Fits(parameter, whole) ? (long)whole : null,
            MeasureParameterType.Number => AsNumber(value) is { } number && Fits(parameter, number) ? number : null,
            MeasureParameterType.Vertex => value is string id ? source.Require(id) : null,
            MeasureParameterType.Values => value as string,
            MeasureParameterType.Vertices => value is string one ? ReadIds(new[] { one }, source) : ReadIds(value as IEnumerable, source),
            MeasureParameterType.Grouping => value is string name ? name : ReadGroups(value, source) ?? (object?)ReadIds(value as IEnumerable, source),
            _ => ReadWeights(value, source),
        };
        return read ?? throw new QueryException(QueryErrorCode.BadArgument,
            $"{measure.Name}: the parameter {parameter.Name} is {Shown(value)}, expected {parameter.Expected}");
    }

    private static ReadOnlyCollection<string>? ReadIds(IEnumerable? list, IMeasuredSource source)
    {
        if (list is null) return null;
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in list)
        {
            if (item is not string id) return null;
            ids.Add(source.Require(id));
        }

        return ids.Count == 0 ? null : new ReadOnlyCollection<string>([.. ids]);
    }

    private static ReadOnlyDictionary<string, string>? ReadGroups(object value, IMeasuredSource source)
    {
        if (value is not IEnumerable<KeyValuePair<string, object?>> map)
        {
            if (value is not IEnumerable<KeyValuePair<string, string>> texts) return null;
            map = texts.Select(t => KeyValuePair.Create(t.Key, (object?)t.Value));
        }

        var groups = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (given, group) in map)
        {
            if (group is not (string or IFormattable)) return null;
            var id = source.Require(given);
            if (!groups.TryAdd(id, Convert.ToString(group, CultureInfo.InvariantCulture)!)) return null;
        }

        return groups.Count == 0 ? null : new ReadOnlyDictionary<string, string>(groups);
    }

    private static ReadOnlyDictionary<string, double>? ReadWeights(object value, IMeasuredSource source)
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
            var id = source.Require(given);
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

    private static string KeyText(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, double> weights => string.Join(',', weights.Select(w => $"{w.Key}:{KeyText(w.Value)}")),
        // Lists and texts that read alike are told apart.
        IReadOnlyDictionary<string, string> groups => $"{{{string.Join('\u001d', groups.Select(g => $"{g.Key}\u001c{g.Value}"))}}}",
        IReadOnlyList<string> ids => $"[{string.Join('\u001d', ids)}]",
        string text => $"'{text}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
