namespace EcosystemGraph.Analytics.Measures;

/// <summary>What a run takes of time.</summary>
/// <param name="Text">In the usual notation, n vertices and m edges.</param>
/// <param name="Steps">About how many arcs it looks at.</param>
internal sealed record MeasureCost(string Text, Func<GraphSize, double> Steps)
{
    private const double SourcesAPass = 512;

    public static MeasureCost Linear { get; } = new("O(n + m)", static s => s.Vertices + s.Arcs);

    public static MeasureCost Sorting { get; } = new("O(n log n + m)", static s => (s.Vertices * Math.Log2(s.Vertices + 2)) + s.Arcs);

    public static MeasureCost Triangles { get; } = new("O(m^1.5)", static s => s.Vertices + Math.Pow(s.Arcs, 1.5));

    public static MeasureCost AllPaths { get; } = new("O(n·m), with lengths O(n·m + n² log n)", static s => (double)s.Vertices * (s.Vertices + s.Arcs));

    public static MeasureCost AllDistances { get; } = new("O(n·m / 512), with lengths O(n (n + m) log n)", static s => s.Vertices * (s.Vertices + (double)s.Arcs) / SourcesAPass);

    public static MeasureCost OneSearch { get; } = new("O((n + m) log n)", static s => (s.Vertices + s.Arcs) * Math.Log2(s.Vertices + 2));

    public static MeasureCost Neighbourhoods { get; } = new("O(Σ degree²)", static s => s.Vertices + ((double)s.Arcs * s.Arcs / Math.Max(1, s.Vertices)));

    public static MeasureCost Rounds(int typical, string text) => new(text, s => (double)typical * (s.Vertices + s.Arcs));

    public override string ToString() => Text;
}
