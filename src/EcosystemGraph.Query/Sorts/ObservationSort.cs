namespace EcosystemGraph.Query.Sorts;

/// <summary>A field of observations to sort by.</summary>
public enum ObservationField
{
    /// <summary>The id.</summary>
    Id,

    /// <summary>The indicator's id.</summary>
    Indicator,

    /// <summary>The subject's id.</summary>
    Subject,

    /// <summary>The id of the entity by which it is broken down.</summary>
    By,

    /// <summary>The period, by its start.</summary>
    Period,

    /// <summary>The value.</summary>
    Value,

    /// <summary>The upper end of a range.</summary>
    High,

    /// <summary>The unit.</summary>
    Unit,

    /// <summary>The qualifier.</summary>
    Qualifier,

    /// <summary>The nature.</summary>
    Nature,

    /// <summary>The confidence.</summary>
    Confidence,
}

/// <summary>One key of an order of observations. Nulls come last in either direction; ties break by id, ascending.</summary>
/// <param name="Field">The field.</param>
/// <param name="Descending">True for the largest first.</param>
public sealed record ObservationSort(ObservationField Field, bool Descending = false);
