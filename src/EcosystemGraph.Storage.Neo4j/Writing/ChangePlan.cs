using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Storage.Neo4j.Rows;

namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>
/// What is to be written for the rows that a change set ends and begins. A subject of which there was nothing is only written; one of which there was something is
/// written anew: its rows become claims, and its node or relationship shows what they amount to.
/// </summary>
internal sealed class ChangePlan
{
    private ChangePlan(long revision) => Revision = revision;

    /// <summary>The revision that the change set makes.</summary>
    public long Revision { get; }

    /// <summary>Subjects of which there was nothing.</summary>
    public SubjectWrites Added { get; } = new();

    /// <summary>Subjects of which there was something.</summary>
    public SubjectWrites Changed { get; } = new();

    /// <summary>Claims that end.</summary>
    public List<RowKey> EndedClaims { get; } = [];

    /// <summary>Rows that end and were kept on their node or relationship.</summary>
    public List<StoredRow> EndedInline { get; } = [];

    /// <summary>Entities whose nodes are written anew or go.</summary>
    public List<string> ClearedEntities { get; } = [];

    /// <summary>Relations whose relationships are written anew or go.</summary>
    public List<RelationEnds> RemovedRelations { get; } = [];

    /// <summary>Makes the plan. O(rows of the subjects).</summary>
    /// <param name="current">The rows that hold now.</param>
    /// <param name="closed">The rows that end.</param>
    /// <param name="opened">The rows that begin.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="inline">True if a statement that stands alone is kept on its node or relationship.</param>
    public static ChangePlan Make(CurrentRows current, List<RowKey> closed, List<Fact> opened, long revision, bool inline)
    {
        var plan = new ChangePlan(revision);
        var added = new Dictionary<SubjectKey, object>(opened.Count);
        var changed = new HashSet<SubjectKey>();
        var ended = closed.ToHashSet();
        foreach (var row in closed) changed.Add(SubjectKey.Of(row.Key));
        var begun = new Dictionary<SubjectKey, List<Fact>>();
        foreach (var fact in opened)
        {
            var subject = SubjectKey.Of(fact);
            if (changed.Contains(subject) || current.Of(subject).Count > 0)
            {
                changed.Add(subject);
                if (!begun.TryGetValue(subject, out var list)) begun.Add(subject, list = []);
                list.Add(fact);
            }
            else if (!added.TryGetValue(subject, out var first))
            {
                // One fact of a subject is the rule, and a list for each of a million would cost more than the facts.
                added.Add(subject, fact);
            }
            else if (first is List<Fact> several)
            {
                several.Add(fact);
            }
            else
            {
                added[subject] = new List<Fact> { (Fact)first, fact };
            }
        }

        foreach (var (subject, facts) in added)
        {
            if (facts is Fact fact) plan.Added.Add(subject, fact, revision, inline);
            else plan.Added.Add(subject, [.. ((List<Fact>)facts).Select(f => new StoredRow(f, revision, false))], revision);
        }

        foreach (var subject in changed) plan.Change(subject, current.Of(subject), ended, begun.GetValueOrDefault(subject, []));
        return plan;
    }

    private void Change(SubjectKey subject, IReadOnlyList<StoredRow> before, HashSet<RowKey> ended, List<Fact> begun)
    {
        var after = new List<StoredRow>();
        foreach (var row in before)
        {
            var key = new RowKey(row.Fact.Key, row.Fact.Origin);
            if (!ended.Contains(key)) after.Add(row);
            else if (row.IsInline) EndedInline.Add(row);
            else EndedClaims.Add(key);
        }

        after.AddRange(begun.Select(fact => new StoredRow(fact, Revision, false)));
        if (subject.Type == FactType.Entity) ClearedEntities.Add(subject.Id);
        if (subject.Type == FactType.Relation) RemovedRelations.Add(RelationEnds.Parse(subject.Id));

        // What was kept on the node or relationship and still holds becomes a claim; claims that still hold are there.
        Changed.Claims.AddRange(after.Where(row => row.IsInline || row.From == Revision));
        Changed.Show(subject, after, Revision);
    }
}

/// <summary>What is written of some subjects.</summary>
internal sealed class SubjectWrites
{
    /// <summary>Rows that are claims.</summary>
    public List<StoredRow> Claims { get; } = [];

    /// <summary>Entities to show, by kind.</summary>
    public Dictionary<string, List<ShownSubject<EntityStatement>>> Entities { get; } = new(StringComparer.Ordinal);

    /// <summary>Relations to show, by kind.</summary>
    public Dictionary<string, List<ShownSubject<RelationStatement>>> Relations { get; } = new(StringComparer.Ordinal);

    /// <summary>Relations to show of which there is nothing but one statement with a citation, by kind.</summary>
    public Dictionary<string, List<RelationStatement>> PlainRelations { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a subject of one row.</summary>
    public void Add(SubjectKey subject, Fact fact, long revision, bool inline)
    {
        if (!inline || !RowEncoder.CanBeInline(fact))
        {
            Add(subject, [new StoredRow(fact, revision, false)], revision);
            return;
        }

        if (fact is RelationStatement relation)
        {
            if (RowEncoder.IsPlain(relation)) List(PlainRelations, relation.Kind).Add(relation);
            else List(Relations, relation.Kind).Add(new ShownSubject<RelationStatement>([relation], revision, fact));
        }
        else
        {
            var entity = (EntityStatement)fact;
            List(Entities, entity.Kind).Add(new ShownSubject<EntityStatement>([entity], revision, fact));
        }
    }

    /// <summary>Adds a subject whose rows are claims.</summary>
    public void Add(SubjectKey subject, List<StoredRow> rows, long revision)
    {
        Claims.AddRange(rows);
        Show(subject, rows, revision);
    }

    /// <summary>Shows what rows amount to, if they say that the entity or relation is there.</summary>
    public void Show(SubjectKey subject, List<StoredRow> rows, long revision)
    {
        Fact[] facts = [.. rows.Select(row => row.Fact)];
        if (subject.Type == FactType.Entity && Folding.Effective<EntityStatement>(facts) is { Length: > 0 } entity && entity[0].Certainty > Certainty.Denied)
            List(Entities, entity[0].Kind).Add(new ShownSubject<EntityStatement>(entity, revision, null));
        else if (subject.Type == FactType.Relation && Folding.Effective<RelationStatement>(facts) is { Length: > 0 } relation && relation[0].Certainty > Certainty.Denied)
            List(Relations, relation[0].Kind).Add(new ShownSubject<RelationStatement>(relation, revision, null));
    }

    private static List<T> List<T>(Dictionary<string, List<T>> byKind, string kind)
    {
        if (!byKind.TryGetValue(kind, out var list)) byKind.Add(kind, list = []);
        return list;
    }
}

/// <summary>An entity or relation as people see it.</summary>
/// <param name="Statements">Its effective statements, preferred first.</param>
/// <param name="Revision">The revision that shows it so.</param>
/// <param name="Inline">The row that its node or relationship keeps; null if its rows are claims.</param>
internal sealed record ShownSubject<T>(T[] Statements, long Revision, Fact? Inline) where T : Statement;
