using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Facts;

/// <summary>How a figure is meant.</summary>
public enum Qualifier
{
    /// <summary>The figure itself.</summary>
    Exact,

    /// <summary>About the figure (<c>~</c>).</summary>
    About,

    /// <summary>The figure or more (<c>&gt;=</c>).</summary>
    AtLeast,

    /// <summary>More than the figure (<c>&gt;</c>).</summary>
    MoreThan,

    /// <summary>The figure or less (<c>&lt;=</c>).</summary>
    AtMost,

    /// <summary>Less than the figure, or almost (<c>&lt;</c>, <c>~&lt;</c>).</summary>
    LessThan,

    /// <summary>Between value and high, both included.</summary>
    Between,

    /// <summary>Named without a figure (<c>?</c>).</summary>
    Unquantified,
}

/// <summary>What kind of figure it is.</summary>
public enum ObservationNature
{
    /// <summary>Stated as a fact.</summary>
    Stated,

    /// <summary>A target of a plan.</summary>
    Target,

    /// <summary>An estimate.</summary>
    Estimate,

    /// <summary>A forecast.</summary>
    Forecast,

    /// <summary>Planned or announced.</summary>
    Planned,

    /// <summary>Computed from other observations.</summary>
    Derived,
}

/// <summary>A figure that one place of one document states: indicator, subject, by, period, value, unit.</summary>
public sealed record ObservationStatement : Statement
{
    /// <summary>The id of the entity that the figure is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The id of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The id of the entity by which the figure is broken down (a city, a tier, a category), or null.</summary>
    public string? By { get; init; }

    /// <summary>The day or period that the figure is for.</summary>
    public PartialDate? Period { get; init; }

    /// <summary>How the figure is meant.</summary>
    public Qualifier Qualifier { get; init; }

    /// <summary>The figure; null only if <see cref="Facts.Qualifier.Unquantified"/>.</summary>
    public decimal? Value { get; init; }

    /// <summary>The upper end of a range.</summary>
    public decimal? High { get; init; }

    /// <summary>The unit: ISO 4217 for money, <c>%</c>, <c>count</c>, <c>rank</c>, <c>year</c> …</summary>
    public string Unit { get; init; } = "";

    /// <summary>What kind of figure it is.</summary>
    public ObservationNature Nature { get; init; }

    /// <summary>The observation's id: <c>subject.indicator.by.period.unit</c>. Statements of one id are claims side by side.</summary>
    public string Id => ObservationId.Format(Subject, Indicator, By, Period?.Text, Unit);

    /// <inheritdoc/>
    public override FactKey Key => new(FactType.Observation, Id, Citation.Join(Citations));

    /// <inheritdoc/>
    public bool Equals(ObservationStatement? other) =>
        other is not null && Subject == other.Subject && Indicator == other.Indicator && By == other.By && Period == other.Period && Period?.Text == other.Period?.Text
        && Qualifier == other.Qualifier && Value == other.Value && High == other.High && Unit == other.Unit && Nature == other.Nature
        && Certainty == other.Certainty && Note == other.Note && Ordinal == other.Ordinal && Origin == other.Origin && Citations.SequenceEqual(other.Citations);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Subject, Indicator, By, Value, Unit, Certainty, Ordinal);
}

/// <summary>The id of an observation, also how <c>derivations.csv</c> refers to one.</summary>
public static class ObservationId
{
    /// <summary><c>subject.indicator.by.period.unit</c>, with empty parts where there is none.</summary>
    public static string Format(string subject, string indicator, string? by, string? period, string unit) => $"{subject}.{indicator}.{by}.{period}.{unit}";
}
