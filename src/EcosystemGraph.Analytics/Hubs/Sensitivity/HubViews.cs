using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>The views over which a comparison is repeated.</summary>
internal static class HubViews
{
    /// <summary>Every combination of: no date, and the date of the first document, when least was known; all documents, and each text left out. The first is the view itself.</summary>
    public static IReadOnlyList<GraphView> All(GraphView view)
    {
        var texts = Texts(view);
        var dates = texts.Select(t => t.Date).OfType<PartialDate>().Where(d => d.End < PartialDate.OpenEnd).OrderBy(d => d.End).ToList();
        PartialDate?[] when = view.AsOf is not null || dates.Count == 0 ? [view.AsOf] : [null, dates[0]];
        var documents = view.Sources.Count > 0 ? view.Sources : [.. view.Whole.Entities.OfKind(view.Whole.Ontology.Document).Select(view.Whole.Entities.Id)];
        var left = texts.Count > 1 ? texts.Select(t => t.Id).Prepend(null) : [null];
        return
        [
            .. left.SelectMany(without => when.Distinct().Select(date =>
                without is null ? view.With(date, view.Sources) : view.With(date, [.. documents.Where(d => d != without)]))),
        ];
    }

    /// <summary>The texts among the view's documents: what a gazetteer or a rule says is not left out, for without it nothing could be located.</summary>
    private static List<(string Id, PartialDate? Date)> Texts(GraphView view)
    {
        var entities = view.Whole.Entities;
        return
        [
            .. entities.OfKind(view.Whole.Ontology.Document)
                .Where(d => entities.Property(d, "documentType") as string is null or "TEXT" && (view.Sources.Count == 0 || view.Sources.Contains(entities.Id(d))))
                .Select(d => (entities.Id(d), entities.Property(d, "date") as PartialDate)),
        ];
    }
}
