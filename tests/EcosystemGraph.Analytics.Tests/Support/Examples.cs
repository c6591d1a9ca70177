using EcosystemGraph.Analytics.Measures;

namespace EcosystemGraph.Analytics.Tests.Support;

/// <summary>Parameters with which any measure runs: those that must be given name the first vertices.</summary>
internal static class Examples
{
    public static Dictionary<string, object?>? Of(string measure, Func<int, string> id)
    {
        var required = MeasureCatalog.Find(measure)!.Parameters.Where(p => p.IsRequired).ToList();
        return required.Count == 0 ? null : required.Select((p, i) => (p.Name, Value: p.Type == MeasureParameterType.Vertices ? new[] { id(i), id(i + 2) } : (object?)id(i)))
            .ToDictionary(p => p.Name, p => p.Value);
    }
}
