using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Ingest.Quality;

/// <summary>
/// Dates that begin after the newest of the documents that are cited for them: no document knows what comes after it. Figures may be targets, forecasts or planned;
/// of anything else a note explains it. Documents without a date know everything.
/// </summary>
internal static class LateDates
{
    private const string Published = "date";

    public static IEnumerable<QualityWarning> Find(IReadOnlyList<Fact> facts, Ontology ontology)
    {
        var published = new Dictionary<string, PartialDate>(StringComparer.Ordinal);
        foreach (var document in facts.OfType<EntityStatement>().Where(s => s.Kind == ontology.Document.Name))
        {
            if (document.Properties[Published] is PartialDate date && (!published.TryGetValue(document.Id, out var known) || known.End < date.End)) published[document.Id] = date;
        }

        foreach (var statement in facts.OfType<Statement>().Where(s => s is not EntityStatement e || e.Kind != ontology.Document.Name))
        {
            if (IsAllowed(statement) || Newest(statement, published) is not { } newest) continue;
            foreach (var (member, date) in Dates(statement).Where(d => d.Date.Start > newest.Date.End))
            {
                yield return new QualityWarning(WarningCode.LateDate, statement, member, $"{member}: '{date}' is later than '{newest.Document}' of {newest.Date}, which is cited for it; expected "
                    + (statement is ObservationStatement ? "a target, a forecast or something planned" : "a note that says how it is known"));
            }
        }
    }

    private static bool IsAllowed(Statement statement) => statement switch
    {
        ObservationStatement { Nature: ObservationNature.Target or ObservationNature.Forecast or ObservationNature.Planned } => true,
        ObservationStatement => false,
        _ => statement.Note is not null,
    };

    /// <summary>The newest of the documents that a statement cites; null if the date of one is not known.</summary>
    private static (string Document, PartialDate Date)? Newest(Statement statement, Dictionary<string, PartialDate> published)
    {
        (string Document, PartialDate Date)? newest = null;
        foreach (var citation in statement.Citations)
        {
            if (!published.TryGetValue(citation.Document, out var date)) return null;
            if (newest is null || newest.Value.Date.End < date.End) newest = (citation.Document, date);
        }

        return newest;
    }

    private static IEnumerable<(string Member, PartialDate Date)> Dates(Statement statement)
    {
        switch (statement)
        {
            case ObservationStatement { Period: { } period }:
                yield return ("period", period);
                break;
            case EntityStatement entity:
                foreach (var (name, value) in entity.Properties)
                {
                    if (value is PartialDate date) yield return (name, date);
                }

                break;
            case RelationStatement relation:
                if (relation.ValidFrom is { } from) yield return ("validFrom", from);
                if (relation.ValidTo is { } to) yield return ("validTo", to);
                foreach (var (name, value) in relation.Properties)
                {
                    if (value is PartialDate date) yield return (name, date);
                }

                break;
        }
    }
}
