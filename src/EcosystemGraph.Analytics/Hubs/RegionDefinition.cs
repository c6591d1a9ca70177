using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>Something that a region is said to hold itself.</summary>
/// <param name="Entity">What it holds.</param>
/// <param name="IsPlace">Whether that is a place, with all that lies in it.</param>
/// <param name="Relation">The relation that says so.</param>
/// <param name="Documents">The documents that assert it, in ordinal order.</param>
internal sealed record RegionPart(int Entity, bool IsPlace, int Relation, IReadOnlyList<string> Documents);

/// <summary>What the documents say that a region is: from relations of containment and their citations, and from nothing else.</summary>
internal sealed class RegionDefinition
{
    private RegionDefinition(int region, IReadOnlyList<RegionPart> held, string text)
    {
        Region = region;
        Held = held;
        Parts = [.. held.Where(p => p.IsPlace)];
        Text = text;
    }

    public int Region { get; }

    /// <summary>All that it is said to hold itself, by id.</summary>
    public IReadOnlyList<RegionPart> Held { get; }

    /// <summary>The places among it.</summary>
    public IReadOnlyList<RegionPart> Parts { get; }

    /// <summary>The definition in words.</summary>
    public string Text { get; }

    public static RegionDefinition Of(GraphView view, int region)
    {
        var (entities, relations) = (view.Snapshot.Entities, view.Snapshot.Relations);
        var places = HubProjection.PlaceKinds(view.Snapshot.Ontology).ToHashSet();
        var held = new List<RegionPart>();
        foreach (var kind in view.Snapshot.Ontology.Containment)
        {
            foreach (var relation in relations.In(region, kind))
            {
                var entity = relations.From(relation);
                if (view.SeesRelation(relation)) held.Add(new RegionPart(entity, places.Contains(entities.Kind(entity)), relation, Documents(relations.Statements(relation))));
            }
        }

        held.Sort((a, b) => string.CompareOrdinal(entities.Id(a.Entity), entities.Id(b.Entity)));
        var parts = held.Where(p => p.IsPlace).ToList();
        var direct = held.Where(p => !p.IsPlace).ToList();
        var put = direct.Select(p => p.Entity).Distinct().Count();
        var text = parts.Count == 0
            ? "No document names a place of it"
            : string.Join(", ", parts.Select(p => $"{entities.Name(p.Entity)} ({string.Join(", ", p.Documents)}{Doubt(relations.Confidence(p.Relation))})")) + " and what lies in them";
        if (put > 0) text += $"; {put} more {(put == 1 ? "is" : "are")} put in it directly by {string.Join(", ", direct.SelectMany(p => p.Documents).Distinct().Order(StringComparer.Ordinal))}";
        return new RegionDefinition(region, held, $"{text}. Version {Version(parts.Select(p => relations.Id(p.Relation) + '\n' + string.Join(',', p.Documents)))}.");
    }

    private static string[] Documents(IReadOnlyList<RelationStatement> statements) =>
        [.. statements.Where(s => s.Certainty > Certainty.Denied).SelectMany(s => s.Citations).Select(c => c.Document).Distinct().Order(StringComparer.Ordinal)];

    private static string Doubt(float confidence) => confidence < 1 ? string.Create(CultureInfo.InvariantCulture, $"; confidence {confidence:0.##}") : "";

    private static string Version(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..8];
}
