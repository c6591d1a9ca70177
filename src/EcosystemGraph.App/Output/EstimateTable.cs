using System.Globalization;
using EcosystemGraph.Analytics.Measures;

namespace EcosystemGraph.App.Output;

/// <summary>Shows what runs would take.</summary>
internal static class EstimateTable
{
    private const double Kibi = 1024;

    /// <summary>Writes it.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<MeasureEstimate> estimates)
    {
        var size = estimates[0].Size;
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size.Vertices:N0} vertices, {size.Arcs / (size.Directed ? 1 : 2):N0} edges; the graph takes {Bytes(estimates[0].GraphBytes)}, and a run with {size.Threads} threads beside it"));
        var table = new TextTable("measure", ">memory", "fits", ">arcs looked at", "running time");
        foreach (var e in estimates) table.Add(e.Measure, Bytes(e.Bytes), e.Fits ? "yes" : $"no, {Bytes(e.Limit)} may be used", e.Steps.ToString("0.0E+0", CultureInfo.InvariantCulture), e.Cost);
        table.Write(terminal.Output);
    }

    private static string Bytes(long bytes)
    {
        string[] units = ["B", "KiB", "MiB", "GiB", "TiB"];
        var (amount, unit) = ((double)bytes, 0);
        for (; amount >= Kibi && unit < units.Length - 1; unit++) amount /= Kibi;
        return string.Create(CultureInfo.InvariantCulture, $"{amount:0.#} {units[unit]}");
    }
}
