using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>A place that a region is said to hold.</summary>
/// <param name="Place">The place.</param>
/// <param name="Relation">The relation that says so.</param>
/// <param name="Documents">The documents that assert it, in ordinal order.</param>
internal sealed record RegionPart(int Place, int Relation, IReadOnlyList<string> Documents);

/// <summary>What the documents say that a region is: from relations of containment and their citations, and from nothing else.</summary>
internal sealed class RegionDefinition
{
    private RegionDefinition(int region, IReadOnlyList<RegionPart> parts, string text)
    {
        Region = region;
        Parts = parts;
        Text = text;
    }

    public int Region { get; }

    /// <summary>The places, by id.</summary>
    public IReadOnlyList<RegionPart> Parts { get; }

    /// <summary>The definition in words.</summary>
    public string Text { get; }

    public static RegionDefinition Of(GraphView view, int region)
    {
        var (entities, relations) = (view.Snapshot.Entities, view.Snapshot.Relations);
        var places = HubProjection.PlaceKinds(view.Snapshot.Ontology).ToHashSet();
        var parts = new List<RegionPart>();
        var direct = new SortedSet<string>(StringComparer.Ordinal);
        var put = new HashSet<int>();
        foreach (var kind in view.Snapshot.Ontology.Containment)
        {
            foreach (var relation in relations.In(region, kind))
            {
                if (!view.SeesRelation(relation)) continue;
                var documents = Documents(relations.Statements(relation));
                if (places.Contains(entities.Kind(relations.From(relation))))
                {
                    parts.Add(new RegionPart(relations.From(relation), relation, documents));
                }
                else
                {
                    put.Add(relations.From(relation));
                    direct.UnionWith(documents);
                }
            }
        }

        parts.Sort((a, b) => string.CompareOrdinal(entities.Id(a.Place), entities.Id(b.Place)));
        var text = parts.Count == 0
            ? "No document names a place of it"
            : string.Join(", ", parts.Select(p => $"{entities.Name(p.Place)} ({string.Join(", ", p.Documents)}{Doubt(relations.Confidence(p.Relation))})")) + " and what lies in them";
        if (put.Count > 0) text += $"; {put.Count} more {(put.Count == 1 ? "is" : "are")} put in it directly by {string.Join(", ", direct)}";
        return new RegionDefinition(region, parts, $"{text}. Version {Version(parts.Select(p => relations.Id(p.Relation) + '\n' + string.Join(',', p.Documents)))}.");
    }

    private static string[] Documents(IReadOnlyList<RelationStatement> statements) =>
        [.. statements.Where(s => s.Certainty > Certainty.Denied).SelectMany(s => s.Citations).Select(c => c.Document).Distinct().Order(StringComparer.Ordinal)];

    private static string Doubt(float confidence) => confidence < 1 ? string.Create(CultureInfo.InvariantCulture, $"; confidence {confidence:0.##}") : "";

    private static string Version(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..8];
}
