namespace EcosystemGraph.Analytics.Measures;

/// <summary>What a run would take, said without running it.</summary>
/// <param name="Measure">The measure's name.</param>
/// <param name="Size">The graph's size.</param>
/// <param name="GraphBytes">What the graph holds already.</param>
/// <param name="Bytes">What the run takes beside it, at most.</param>
/// <param name="Limit">What a run may take.</param>
/// <param name="Steps">About how many arcs it looks at; a core manages some hundred million a second.</param>
/// <param name="Cost">The time in the usual notation.</param>
public sealed record MeasureEstimate(string Measure, GraphSize Size, long GraphBytes, long Bytes, long Limit, double Steps, string Cost)
{
    /// <summary>Whether the run would be started.</summary>
    public bool Fits => Bytes <= Limit;
}
