using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Query.Trust;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>What a reader must know before citing a comparison of regions, as far as the data show it.</summary>
internal sealed class HubCaveats(GraphView view, Projection projection, RegionMembership membership, IReadOnlyList<RegionDefinition> definitions)
{
    private readonly List<string> _caveats = [];

    public IReadOnlyList<string> Find(IReadOnlyList<RegionTies> ties, IReadOnlyList<HubRegion> regions, bool gatewaysByDegree, int draws, int specifications)
    {
        Located(ties);
        foreach (var region in regions.Where(r => r.Members < HubVerdicts.FewMembers))
            Add($"{Name(region.Region)} has {region.Members} located members in this projection: fewer than {HubVerdicts.FewMembers} carry no verdict.");
        Overlaps();
        foreach (var definition in definitions) Contested(definition);
        foreach (var measure in regions.SelectMany(r => r.Measures).Where(m => m.TopDecile is null).Select(m => m.Measure.Name).Distinct())
            Add($"{measure}: the scores hardly differ, so nobody stands out.");
        if (projection.Spec.Path is not null)
            Add("The projection's edges are collapsed paths: if these lead through places, place makes ties, and ties within a region say less.");
        if (gatewaysByDegree) Add("Gateways are by the product of their ends' degrees, for the projection is too large for exact edge betweenness here.");
        Specifications(draws, specifications);
        return _caveats;
    }

    private void Located(IReadOnlyList<RegionTies> ties)
    {
        var all = projection.Entities.Count;
        var unlocated = all - membership.Located;
        if (unlocated == 0) return;
        Add($"Of {unlocated} of the projection's {all} entities it is not known whether they lie in a region; they count in no region and in no complement.");
        var unknown = definitions.Select((d, i) => (d.Region, ties[i].Unknown)).Where(t => t.Unknown > 0).Select(t => $"{Name(t.Region)} {t.Unknown}").ToList();
        if (unknown.Count > 0) Add($"Ties of members with such entities count neither within nor across: {string.Join(", ", unknown)}.");
    }

    private void Specifications(int draws, int specifications)
    {
        if (draws == 0) Add("No draws were asked for, so nothing tells a rank from chance.");
        Add("Rewired graphs keep everybody's number of ties of each kind, so they test the ties within and across only; scores are tested by the null models KIND and PLACE.");
        Add($"rankMin, rankMax and firstShare are taken over {specifications} specifications, a third each with unlocated entities left out, at their best and at their worst for the region; "
            + "those that might lie in it are the ones tied to a member, of kinds of which somebody is located.");
    }

    private void Overlaps()
    {
        for (var a = 0; a < definitions.Count; a++)
        {
            for (var b = a + 1; b < definitions.Count; b++)
            {
                var shared = membership.Members[a].Zip(membership.Members[b]).Count(m => m.First && m.Second);
                if (shared > 0)
                    Add($"{Name(definitions[a].Region)} and {Name(definitions[b].Region)} overlap: they share {shared} members, so their shares do not add up.");
            }
        }
    }

    private void Contested(RegionDefinition definition)
    {
        var name = Name(definition.Region);
        var byDocument = definition.Parts.SelectMany(p => p.Documents.Select(d => (Document: d, p.Entity))).GroupBy(p => p.Document, p => Name(p.Entity), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (Document: g.Key, Places: string.Join(", ", g))).ToList();
        if (byDocument.Select(d => d.Places).Distinct().Count() > 1)
            Add($"The documents do not define {name} alike, and all of it is taken: {string.Join("; ", byDocument.Select(d => $"{d.Document} names {d.Places}"))}.");
        var doubtful = definition.Parts.Count(p => view.Snapshot.Relations.Confidence(p.Relation) < 1);
        if (doubtful > 0) Add($"{doubtful} of the {definition.Parts.Count} places of {name} are not stated outright (confidence below 1).");
        foreach (var relation in view.Snapshot.Relations.Denied)
        {
            if (!view.Snapshot.Relations.Kind(relation).Contains || view.Snapshot.Relations.To(relation) != definition.Region) continue;
            var deniers = view.Snapshot.Relations.Statements(relation).SelectMany(s => s.Citations).Select(c => c.Document).Distinct();
            Add($"That {Name(view.Snapshot.Relations.From(relation))} lies in {name} is denied by {string.Join(", ", deniers)}.");
        }

        var conflicts = Conflicts.Find(view, new ConflictRequest { Subject = definition.Region }).Select(c => c.Id).ToList();
        if (conflicts.Count > 0) Add($"The documents disagree about {name}: {string.Join(", ", conflicts)}.");
    }

    private string Name(int entity) => view.Snapshot.Entities.Name(entity);

    private void Add(string caveat) => _caveats.Add(caveat);
}
