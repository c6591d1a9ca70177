using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Ingest.Quality;

/// <summary>The statement of each observation that counts: the surest, of equally sure ones the first; observations that are only denied are left out.</summary>
internal static class PreferredFigures
{
    public static IEnumerable<ObservationStatement> Of(IReadOnlyList<Fact> facts) => facts.OfType<ObservationStatement>().Where(s => s.Certainty > Certainty.Denied)
        .GroupBy(s => s.Id).Select(g => g.OrderByDescending(s => s.Certainty).ThenBy(s => s.Ordinal).First());
}
