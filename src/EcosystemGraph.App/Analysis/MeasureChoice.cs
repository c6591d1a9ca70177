using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Query.Search;

namespace EcosystemGraph.App.Analysis;

/// <summary>A measure to run, with the parameters that are not its defaults.</summary>
internal sealed record MeasureChoice(MeasureInfo Measure, IReadOnlyDictionary<string, object?> Parameters)
{
    /// <summary>The measures of some names, each once, with the parameters that were given for them.</summary>
    /// <param name="names">The names, in kebab case or as in enums.</param>
    /// <param name="parameters">Texts as <c>name=value</c> for every measure that has the parameter, or <c>measure.name=value</c>.</param>
    /// <param name="seed">The seed of measures that draw; null for their default.</param>
    /// <exception cref="UsageException">A measure or parameter is not known.</exception>
    public static MeasureChoice[] Parse(IEnumerable<string> names, IEnumerable<string> parameters, int? seed)
    {
        MeasureInfo[] measures = [.. names.Select(Find).Distinct()];
        var values = measures.ToDictionary(measure => measure, _ => new Dictionary<string, object?>(StringComparer.Ordinal));
        foreach (var text in parameters) Assign(text, measures, values);
        foreach (var (measure, given) in values)
        {
            if (seed is not null && measure.Parameters.Any(p => p.Name == MeasureParameter.SeedName)) given.TryAdd(MeasureParameter.SeedName, (long)seed);
        }

        return [.. measures.Select(measure => new MeasureChoice(measure, values[measure]))];
    }

    /// <summary>A measure by its name.</summary>
    /// <exception cref="UsageException">There is none; the message says which one may be meant.</exception>
    public static MeasureInfo Find(string name)
    {
        if (MeasureCatalog.Find(name) is { } found) return found;
        if (name.StartsWith('-')) throw new UsageException($"there is no option '{name}'; '--help' lists all");
        var near = Nearest(name, MeasureCatalog.All.Select(m => m.Name));
        throw new UsageException($"there is no measure '{name}'; {(near is null ? "" : $"did you mean '{near}'? ")}'ecosystem-graph measures' lists all");
    }

    private static void Assign(string text, MeasureInfo[] measures, Dictionary<MeasureInfo, Dictionary<string, object?>> values)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1) throw new UsageException($"--parameter: '{text}' is not of the form name=value or measure.name=value");
        var (name, value) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
        var of = measures;
        if (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
        {
            var measure = Find(name[..dot]);
            if (!measures.Contains(measure)) throw new UsageException($"--parameter: '{text}' is for {measure.Name}, which is not asked for");
            (of, name) = ([measure], name[(dot + 1)..]);
        }

        var having = of.Select(measure => (measure, parameter: measure.Parameters.FirstOrDefault(p => p.Name == name))).Where(pair => pair.parameter is not null).ToArray();
        if (having.Length == 0)
        {
            string[] known = [.. of.SelectMany(m => m.Parameters).Select(p => p.Name).Distinct().Order(StringComparer.Ordinal)];
            var near = Nearest(name, known);
            throw new UsageException($"{string.Join(" and ", of.Select(m => m.Name))} {(of.Length == 1 ? "has" : "have")} no parameter '{name}'; "
                + (near is not null ? $"did you mean '{near}'?" : $"expected {(known.Length == 0 ? "none" : string.Join(", ", known))}"));
        }

        foreach (var (measure, parameter) in having)
        {
            if (!values[measure].TryAdd(name, ParameterText.Read(parameter!, value))) throw new UsageException($"--parameter: '{name}' of {measure.Name} is given twice");
        }
    }

    private static string? Nearest(string name, IEnumerable<string> known)
    {
        var asNamed = name.ToLowerInvariant().Replace('_', '-');
        var bound = Math.Max(1, EditDistance.Allowed(name.Length));
        return known.Select(k => (Name: k, Edits: EditDistance.Within(asNamed, k.ToLowerInvariant(), bound))).Where(k => k.Edits >= 0).OrderBy(k => k.Edits).FirstOrDefault().Name;
    }
}
