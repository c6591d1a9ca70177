using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EcosystemGraph.Benchmarks.Harness;

/// <summary>Which benchmarks to run, and on how large a graph.</summary>
/// <param name="Names">The benchmarks.</param>
/// <param name="Entities">Entities of the generated graph; at least the vertices that the edges need.</param>
/// <param name="Relations">Relations of the generated graph.</param>
/// <param name="Edges">A CSV of <c>source,target</c> to take the edges from, or null to draw them.</param>
/// <param name="Program">The published program, to time as a process; null for none.</param>
/// <param name="Scale">The kernels' graphs have two to this power of vertices.</param>
internal sealed record BenchmarkOptions(IReadOnlyList<string> Names, int Entities, int Relations, string? Edges, string? Program = null, int Scale = BenchmarkOptions.DefaultScale)
{
    public const int DefaultScale = 14;

    private const int MaxScale = 24;

    public static bool TryParse(string[] args, IReadOnlyCollection<string> known, [NotNullWhen(true)] out BenchmarkOptions? options, [NotNullWhen(false)] out string? problem)
    {
        var names = new List<string>();
        var (entities, relations, edges, program, scale) = (100_000, 1_000_000, (string?)null, (string?)null, DefaultScale);
        (options, problem) = (null, null);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--entities" or "--relations" or "--edges" or "--program" or "--scale")
            {
                var value = i + 1 < args.Length ? args[i + 1] : "";
                if (args[i] == "--edges") edges = value;
                else if (args[i] == "--program") program = value;
                else if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) problem = $"{args[i]} is '{value}'; expected a positive whole number";
                else if (args[i] == "--entities") entities = number;
                else if (args[i] == "--scale" && number > MaxScale) problem = $"--scale is {number}; expected 1 to {MaxScale}";
                else if (args[i] == "--scale") scale = number;
                else relations = number;
                i++;
            }
            else if (known.Contains(args[i]))
            {
                names.Add(args[i]);
            }
            else
            {
                problem = $"'{args[i]}' is no benchmark; expected one of {string.Join(", ", known)}, --entities N, --relations M, --edges FILE.csv, --program FILE or --scale N";
            }

            if (problem is not null) return false;
        }

        options = new BenchmarkOptions(names.Count == 0 ? [.. known.Where(k => k != "serve")] : names, entities, relations, edges, program, scale);
        return true;
    }
}
