using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Ingest.Quality;

/// <summary>Something suspicious about a fact.</summary>
/// <param name="Code">One of <see cref="Bundles.WarningCode"/>.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Member">The member of the fact that it is about.</param>
/// <param name="Message">One sentence: what is suspicious, and what was expected.</param>
internal sealed record QualityWarning(string Code, Fact Fact, string Member, string Message);
