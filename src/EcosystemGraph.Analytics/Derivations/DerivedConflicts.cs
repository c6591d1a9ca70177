using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Trust;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>
/// Figures that disagree with what follows from others: failed derivations as conflicts of kind DERIVED, with the stated claim and the computed one, which cites the document of
/// computed facts at the id of the derivation.
/// </summary>
public static class DerivedConflicts
{
    private const string Prefix = "derivation:";

    /// <summary>Failed derivations that no editor has stated as a conflict, by subject, then property, then id.</summary>
    public static IReadOnlyList<ConflictView> Find(GraphView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var stated = Conflicts.Find(view, new ConflictRequest());
        return Sorted(view, Failed(view).Where(f => !stated.Any(c => Covers(view, c, f))).Select(f => Conflict(view, f)));
    }

    /// <summary>
    /// Everything on which the documents disagree, failed derivations among it: what an editor states about a failed derivation is one conflict with it, and has the computed
    /// claim beside the stated ones. By subject, then property, then id.
    /// </summary>
    public static IReadOnlyList<ConflictView> All(GraphView view, ConflictRequest request)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(request);
        var failed = Failed(view);
        var joined = Conflicts.Find(view, new ConflictRequest()).Select(c => failed.Where(f => Covers(view, c, f)).Aggregate(c, (conflict, f) => Join(view, conflict, f)));
        return Sorted(view, joined.Concat(Find(view)).Where(request.Takes));
    }

    /// <summary>How a claim that cites the document of computed facts was got; null for any other claim.</summary>
    public static DerivationResult? DerivationOf(GraphView view, ClaimView claim)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(claim);
        if (ComputedDocument(view) is not { } document || claim.Citation.Document != document) return null;
        var results = DerivationEvaluator.Run(view).Where(r => r.Id == claim.Citation.Locator).ToList();
        return results.FirstOrDefault(r => ValueOf(r) == claim.Value) ?? results.FirstOrDefault();
    }

    private static List<DerivationResult> Failed(GraphView view) => [.. DerivationEvaluator.Run(view).Where(r => !r.Holds)];

    private static ConflictView Conflict(GraphView view, DerivationResult failed)
    {
        var about = failed.About;
        return new ConflictView
        {
            Id = failed.IsOneOfSeveral ? $"{Prefix}{failed.Derivation!.Id}:{failed.Stated?.Id}" : $"{Prefix}{failed.Derivation!.Id}",
            Kind = ConflictKind.Derived,
            Type = ConflictType.Arithmetic,
            Subject = about?.Subject ?? (failed.Entities.Count > 0 ? failed.Entities[0] : null),
            Indicator = about?.Indicator,
            Property = about?.Indicator ?? failed.Derivation!.Id,
            Claims = [.. StatedClaims(view, failed), Computed(view, failed)],
            References = References(failed),
        };
    }

    /// <summary>What is stated: the figure, or where the derivation is compared with a number the parts that do not add up to it.</summary>
    private static IEnumerable<ClaimView> StatedClaims(GraphView view, DerivationResult failed) =>
        (failed.Stated is { } stated ? [stated] : failed.Observations).SelectMany(o => Claims.OfObservation(view, o).Where(c => c.Preferred));

    private static ClaimView Computed(GraphView view, DerivationResult failed)
    {
        var about = failed.About;
        var fallback = about?.Citations[0] ?? (failed.Entities.Count > 0 ? view.Snapshot.Entities.Citations(failed.Entities[0])[0] : default);
        return new ClaimView
        {
            Property = about?.Indicator ?? failed.Derivation!.Id,
            Value = ValueOf(failed),
            Entity = about is { By: >= 0 } ? about.By : null,
            Polarity = Polarity.Asserts,
            Citation = ComputedDocument(view) is { } document ? new Citation(document, failed.Derivation!.Id) : fallback,
            Confidence = failed.Observations.Count > 0 ? failed.Observations.Min(o => o.Confidence) : 1,
            Note = failed.Derivation!.Note,
        };
    }

    private static string? ValueOf(DerivationResult result)
    {
        if (result.Computed is null) return null;
        var unit = result.About?.Preferred.Unit;
        var expected = result.Expected is { } number ? $", expected {Figure.Text(number)}" : "";
        return $"{result.Computed} {unit}".TrimEnd() + expected;
    }

    /// <summary>True if a stated conflict is about a failed derivation: it refers to the derivation, cites it, or sets two of its figures against each other.</summary>
    private static bool Covers(GraphView view, ConflictView stated, DerivationResult failed)
    {
        var reference = Prefix + failed.Derivation!.Id;
        if (stated.References.Contains(reference)) return true;
        var document = ComputedDocument(view);
        if (stated.Claims.Any(c => c.Citation.Document == document && c.Citation.Locator == failed.Derivation!.Id)) return true;
        var references = References(failed);
        return failed.Stated is { } figure && stated.References.Contains(figure.Id) && stated.References.Distinct().Count(references.Contains) >= 2;
    }

    private static ConflictView Join(GraphView view, ConflictView stated, DerivationResult failed)
    {
        var computed = Computed(view, failed);
        // An editor may state one conflict about the figures of several: then the claim says whose.
        if (computed.Entity is null && failed.About is { } about && about.Subject != stated.Subject) computed = computed with { Entity = about.Subject };
        return stated with { Claims = [.. stated.Claims, computed] };
    }

    private static List<string> References(DerivationResult failed) =>
        [Prefix + failed.Derivation!.Id, .. failed.Stated is { } stated ? [stated.Id] : Array.Empty<string>(), .. failed.Observations.Select(o => o.Id)];

    /// <summary>The document that computed facts cite: the first of that type. It is known whatever documents the view is of.</summary>
    private static string? ComputedDocument(GraphView view)
    {
        var entities = view.Whole.Entities;
        foreach (var document in entities.OfKind(view.Whole.Ontology.Document))
        {
            if (entities.Property(document, DocumentTypes.Property) as string == DocumentTypes.Computed) return entities.Id(document);
        }

        return null;
    }

    private static List<ConflictView> Sorted(GraphView view, IEnumerable<ConflictView> conflicts) =>
    [
        .. conflicts.OrderBy(c => c.Subject is { } s ? view.Snapshot.Entities.Id(s) : "", StringComparer.Ordinal)
            .ThenBy(c => c.Property, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal),
    ];

    /// <summary>The built-in property of documents that says what sort of source they are.</summary>
    private static class DocumentTypes
    {
        public const string Property = "documentType";
        public const string Computed = "COMPUTED";
    }
}
