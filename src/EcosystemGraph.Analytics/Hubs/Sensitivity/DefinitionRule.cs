using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>A way to read what the documents say that regions are.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Select">What of a definition counts.</param>
internal sealed record DefinitionRule(string Name, Func<RegionDefinition, IEnumerable<RegionPart>> Select)
{
    /// <summary>All that any document says; what is stated outright; and what each document says alone, where it names places of a region, with all of those regions of which it names none.</summary>
    public static IReadOnlyList<DefinitionRule> Of(GraphSnapshot snapshot, IReadOnlyList<RegionDefinition?> definitions)
    {
        var rules = new List<DefinitionRule>
        {
            new("all", d => d.Held),
            new("stated", d => d.Held.Where(p => snapshot.Relations.Confidence(p.Relation) >= 1)),
        };
        var documents = definitions.OfType<RegionDefinition>().SelectMany(d => d.Parts).SelectMany(p => p.Documents).Distinct().Order(StringComparer.Ordinal);
        rules.AddRange(documents.Select(document => new DefinitionRule(document,
            d => d.Parts.Any(p => p.Documents.Contains(document)) ? d.Held.Where(p => p.Documents.Contains(document)) : d.Held)));
        return rules;
    }
}
