using EcosystemGraph.Kernels;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>Named groups of vertices, which may leave some out.</summary>
internal sealed class VertexGroups
{
    private VertexGroups(int[] labels, string[] names)
    {
        Labels = labels;
        Names = names;
    }

    /// <summary>The group of each vertex; −1 for none.</summary>
    public int[] Labels { get; }

    /// <summary>The name of each group, ascending in ordinal order; for communities their number.</summary>
    public string[] Names { get; }

    /// <summary>How many vertices are in none.</summary>
    public int Without => Labels.Count(static l => l < 0);

    /// <summary>The groups of a parameter: an attribute, a measure that gives a partition, places that contain the vertices, or ids with the names of their groups.</summary>
    public static VertexGroups Read(MeasureInput input, string parameter)
    {
        switch (input.Arguments.Values[parameter])
        {
            case IReadOnlyDictionary<string, string> stated:
                var groups = new string?[input.Graph.VertexCount];
                foreach (var (id, group) in stated) groups[input.VertexOf(parameter, id)] = group;
                return Of(groups);
            case IReadOnlyList<string> containers:
                return Of(input.Measured.ContainerOf(containers));
            case string name when input.Measured.GroupOf(name) is { } values:
                return Of(values);
            case string name when MeasureCatalog.Definition(name) is { Info.Scope: MeasureScope.Partition } definition
                && ((PartitionResult)definition.Compute(input.For(definition.Info))).Partition is { } partition:
                return new VertexGroups(partition.Labels, [.. Enumerable.Range(0, partition.Count).Select(g => g.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
            case var other:
                throw new QueryException(QueryErrorCode.BadArgument,
                    $"{input.Measure.Name}: the parameter {parameter} is '{other}', which is no attribute of {input.Measured.Name} ({string.Join(", ", input.Measured.Attributes)}) and no measure that gives a partition");
        }
    }

    public static VertexGroups Of(IReadOnlyList<string?> values)
    {
        string[] names = [.. values.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names) numbers.Add(name, numbers.Count);
        return new VertexGroups([.. values.Select(v => v is null ? -1 : numbers[v])], names);
    }

    /// <summary>A partition of all vertices, in which each that is in no group is alone.</summary>
    public Partition Whole()
    {
        var labels = (int[])Labels.Clone();
        var next = Names.Length;
        for (var v = 0; v < labels.Length; v++)
        {
            if (labels[v] < 0) labels[v] = next++;
        }

        return Partition.From(labels);
    }
}
