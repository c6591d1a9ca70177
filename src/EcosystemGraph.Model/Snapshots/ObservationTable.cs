using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>A figure with all statements of it; its own values are those of the preferred statement.</summary>
public sealed class Observation
{
    internal Observation(string id, int subject, int by, Fact[] rows)
    {
        Id = id;
        Subject = subject;
        By = by;
        Rows = rows;
        AllStatements = Folding.Effective<ObservationStatement>(rows);
    }

    /// <summary>A figure that nobody states and that was computed. It is no part of any snapshot.</summary>
    /// <param name="subject">The entity that it is about.</param>
    /// <param name="by">The entity by which it is broken down, or -1.</param>
    /// <param name="statement">The figure, as it would be stated.</param>
    public static Observation Computed(int subject, int by, ObservationStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new Observation(statement.Id, subject, by, [statement]);
    }

    /// <summary><c>subject.indicator.by.period.unit</c>.</summary>
    public string Id { get; }

    /// <summary>The entity that it is about.</summary>
    public int Subject { get; }

    /// <summary>The entity by which it is broken down, or -1.</summary>
    public int By { get; }

    /// <summary>The statements that hold, preferred first; those that deny come last.</summary>
    public IReadOnlyList<ObservationStatement> Statements => AllStatements;

    /// <summary>The preferred statement.</summary>
    public ObservationStatement Preferred => AllStatements[0];

    /// <summary>The id of the indicator.</summary>
    public string Indicator => Preferred.Indicator;

    /// <summary>The day or period that it is for.</summary>
    public PartialDate? Period => Preferred.Period;

    /// <summary>The highest confidence of its statements; 0 if it is only denied, and then it is not in the graph.</summary>
    public float Confidence => AllStatements.Length == 0 ? 0 : Preferred.Confidence;

    /// <summary>Where the preferred figure is cited, each place once, preferred first: a document that gives another figure stands among the claims, not behind this one.</summary>
    public IReadOnlyList<Citation> Citations => Folding.Citations(Array.TrueForAll(AllStatements, Agrees) ? AllStatements : Array.FindAll(AllStatements, Agrees));

    /// <summary>The figure as one document alone states it; itself where no other document or only this one does. O(statements).</summary>
    /// <param name="document">The id of the document.</param>
    public Observation As(string document)
    {
        var own = Array.FindAll(AllStatements, s => s.Citations.Any(c => c.Document == document));
        return own.Length == 0 || own.Length == AllStatements.Length ? this : new Observation(Id, Subject, By, own);
    }

    internal Fact[] Rows { get; }

    private ObservationStatement[] AllStatements { get; }

    private bool Agrees(ObservationStatement statement) => statement.Qualifier == Preferred.Qualifier && statement.Value == Preferred.Value && statement.High == Preferred.High;
}

/// <summary>The observations of a snapshot.</summary>
public sealed class ObservationTable
{
    private static readonly Observation[] None = [];

    internal ObservationTable(Observation[] stored, BlockedArray<Observation[]?> bySubject)
    {
        Stored = stored;
        BySubject = bySubject;
        All = Array.TrueForAll(stored, static o => o.Confidence > 0) ? stored : [.. stored.Where(static o => o.Confidence > 0)];
        WithDenied = Array.TrueForAll(stored, static o => o.Statements.Count > 0) ? stored : [.. stored.Where(static o => o.Statements.Count > 0)];
    }

    /// <summary>All observations, by id in ordinal order; those that are only denied are left out.</summary>
    public IReadOnlyList<Observation> All { get; }

    /// <summary>All of them, also those that are only denied, by id.</summary>
    public IReadOnlyList<Observation> WithDenied { get; }

    internal Observation[] Stored { get; }

    internal BlockedArray<Observation[]?> BySubject { get; }

    /// <summary>The observations about an entity, by id in ordinal order.</summary>
    public IReadOnlyList<Observation> Of(int entity) => entity < BySubject.Count ? BySubject[entity] ?? None : None;

    /// <summary>Finds an observation by its id. O(log n).</summary>
    public Observation? Find(string id)
    {
        var at = IndexOf(Stored, id);
        return at >= 0 && Stored[at].Confidence > 0 ? Stored[at] : null;
    }

    internal static int IndexOf(Observation[] sorted, string id)
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(sorted[middle].Id, id);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}
