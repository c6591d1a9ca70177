using EcosystemGraph.Ingest.Csv;
using EcosystemGraph.Ingest.Quality;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>The codes of <see cref="Bundle.Warnings"/>. They are stable.</summary>
public static class WarningCode
{
    /// <summary>An entity without relation, observation, conflict or merge.</summary>
    public const string OrphanEntity = "ORPHAN_ENTITY";

    /// <summary>A document that nothing cites.</summary>
    public const string UnusedDocument = "UNUSED_DOCUMENT";

    /// <summary>A locator that nothing cites.</summary>
    public const string UnusedLocator = "UNUSED_LOCATOR";

    /// <summary>Rows that are not sorted by id.</summary>
    public const string NotSorted = "NOT_SORTED";

    /// <summary>A rank that nobody has, of an indicator that is said to be complete.</summary>
    public const string RankGap = "RANK_GAP";

    /// <summary>Percentages of one whole that do not add up to it.</summary>
    public const string Percentages = "PERCENTAGES";

    /// <summary>A date later than the documents that are cited for it.</summary>
    public const string LateDate = "LATE_DATE";

    /// <summary>A Chinese name that is not in Chinese.</summary>
    public const string NotChinese = "NOT_CHINESE";
}

/// <summary>Finds what is suspicious in a bundle and yet not wrong. O(facts).</summary>
internal static class BundleWarnings
{
    public static List<Problem> Find(IReadOnlyList<Fact> facts, FactPlaces places, IEnumerable<(CsvTable Table, FactTable Form)> tables, Ontology ontology)
    {
        var warnings = new List<Problem>();
        var named = Named(facts);
        var cited = facts.OfType<Statement>().Where(s => s is not EntityStatement e || e.Kind != ontology.Document.Name).SelectMany(s => s.Citations).ToHashSet();
        var documents = cited.Select(c => c.Document).ToHashSet(StringComparer.Ordinal);
        foreach (var first in facts.OfType<EntityStatement>().Where(s => s.Ordinal == 0 && !named.Contains(s.Id)))
        {
            if (first.Kind != ontology.Document.Name) Add(WarningCode.OrphanEntity, first, "id", $"'{first.Id}' has no relation and no observation");
            else if (!documents.Contains(first.Id)) Add(WarningCode.UnusedDocument, first, "id", $"no fact cites '{first.Id}'");
        }

        foreach (var locator in facts.OfType<LocatorFact>().Where(l => !cited.Contains(new Citation(l.Document, l.Locator))))
            Add(WarningCode.UnusedLocator, locator, "locator", $"no fact cites '{locator.Document}#{locator.Locator}'");
        foreach (var found in RankGaps.Find(facts).Concat(Percentages.Find(facts)).Concat(LateDates.Find(facts, ontology)).Concat(ChineseNames.Find(facts)))
            Add(found.Code, found.Fact, found.Member, found.Message);
        foreach (var (table, form) in tables)
        {
            if (Unsorted(table, form) is { } cell)
                warnings.Add(new Problem(WarningCode.NotSorted, $"'{cell.Text}' stands after a greater one; expected rows sorted by {string.Join(", ", form.SortedBy)}", table.File, cell.Line, cell.Column));
        }

        return warnings;

        void Add(string code, Fact fact, string member, string message)
        {
            if (places.TryFind(fact, member, ontology, out var table, out var cell, out _)) warnings.Add(new Problem(code, message, table.File, cell.Line, cell.Column));
        }
    }

    private static HashSet<string> Named(IReadOnlyList<Fact> facts)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            switch (fact)
            {
                case RelationStatement relation:
                    named.Add(relation.From);
                    named.Add(relation.To);
                    break;
                case ObservationStatement observation:
                    named.Add(observation.Subject);
                    if (observation.By is { } by) named.Add(by);
                    break;
                case ConflictSideFact side:
                    named.Add(side.Subject);
                    break;
                case MergeFact merge:
                    named.Add(merge.Id);
                    named.Add(merge.Into);
                    break;
            }
        }

        return named;
    }

    private static CsvCell? Unsorted(CsvTable table, FactTable form)
    {
        var columns = form.SortedBy.Select(table.Column).ToArray();
        if (columns.Length == 0 || columns.Any(c => c < 0)) return null;
        for (var i = 1; i < table.Rows.Count; i++)
        {
            foreach (var column in columns)
            {
                var order = string.CompareOrdinal(table.Rows[i - 1][column].Text, table.Rows[i][column].Text);
                if (order > 0) return table.Rows[i][column];
                if (order < 0) break;
            }
        }

        return null;
    }
}
