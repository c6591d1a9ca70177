namespace EcosystemGraph.Model.Derivations;

/// <summary>Some things of one sort: what a term of an expression counts, adds up or goes through.</summary>
/// <param name="Conditions">What they must meet, all of it.</param>
public abstract record Selection(IReadOnlyList<SelectionCondition> Conditions)
{
    /// <summary>The ends that such a thing has.</summary>
    public abstract IReadOnlyList<SelectionEnd> Ends { get; }

    /// <summary>The word for an end; empty for the thing itself.</summary>
    public static string Word(SelectionEnd end) => end switch
    {
        SelectionEnd.From => "from",
        SelectionEnd.To => "to",
        SelectionEnd.Subject => "subject",
        SelectionEnd.By => "by",
        _ => "",
    };
}

/// <summary>Some observations.</summary>
/// <param name="Pattern">Which, by their ids. A pattern with <c>*</c> stands for stated figures only.</param>
/// <param name="Conditions">What they must meet.</param>
public sealed record ObservationSelection(ObservationPattern Pattern, IReadOnlyList<SelectionCondition> Conditions) : Selection(Conditions)
{
    /// <inheritdoc/>
    public override IReadOnlyList<SelectionEnd> Ends => [SelectionEnd.Subject, SelectionEnd.By];
}

/// <summary>The entities of a kind or interface.</summary>
/// <param name="Kind">Its type name.</param>
/// <param name="Conditions">What they must meet.</param>
public sealed record EntitySelection(string Kind, IReadOnlyList<SelectionCondition> Conditions) : Selection(Conditions)
{
    /// <inheritdoc/>
    public override IReadOnlyList<SelectionEnd> Ends => [];
}

/// <summary>The relations of a kind.</summary>
/// <param name="Relation">Its name.</param>
/// <param name="Conditions">What they must meet.</param>
public sealed record RelationSelection(string Relation, IReadOnlyList<SelectionCondition> Conditions) : Selection(Conditions)
{
    /// <inheritdoc/>
    public override IReadOnlyList<SelectionEnd> Ends => [SelectionEnd.From, SelectionEnd.To];
}

/// <summary>What a thing, or the entity at one of its ends, must meet.</summary>
/// <param name="End">The end.</param>
/// <param name="Negated">True if it must not meet it.</param>
public abstract record SelectionCondition(SelectionEnd End, bool Negated);

/// <summary>The entity is of a kind or interface.</summary>
/// <param name="End">The end.</param>
/// <param name="Negated">True if it must not be.</param>
/// <param name="Kind">The type name of the kind or interface.</param>
public sealed record IsKind(SelectionEnd End, bool Negated, string Kind) : SelectionCondition(End, Negated);

/// <summary>The entity has an id.</summary>
/// <param name="End">The end.</param>
/// <param name="Negated">True if it must not have it.</param>
/// <param name="Id">The id.</param>
public sealed record HasId(SelectionEnd End, bool Negated, TextPattern Id) : SelectionCondition(End, Negated);

/// <summary>
/// A relation leads from the entity to one with an id, or the other way. A relation that says that one thing lies in another is followed on, as far as things lie in
/// one another.
/// </summary>
/// <param name="End">The end.</param>
/// <param name="Negated">True if there must be none.</param>
/// <param name="Relation">The kind of the relation.</param>
/// <param name="Incoming">True if it leads to the entity.</param>
/// <param name="Id">The id of the other entity.</param>
public sealed record RelatesTo(SelectionEnd End, bool Negated, string Relation, bool Incoming, TextPattern Id) : SelectionCondition(End, Negated);

/// <summary>The entity lies in one with an id, directly or not, by any of the relations that say so; a place lies in itself.</summary>
/// <param name="End">The end.</param>
/// <param name="Negated">True if it must not.</param>
/// <param name="Place">The id of the place.</param>
public sealed record LiesIn(SelectionEnd End, bool Negated, TextPattern Place) : SelectionCondition(End, Negated);

/// <summary>How a property is compared.</summary>
public enum ComparisonSign
{
    /// <summary><c>=</c>; of dates: lies in.</summary>
    Equal,

    /// <summary><c>!=</c>.</summary>
    Unequal,

    /// <summary><c>&lt;</c>; of dates: wholly before.</summary>
    Less,

    /// <summary><c>&lt;=</c>; of dates: does not end after.</summary>
    AtMost,

    /// <summary><c>></c>; of dates: wholly after.</summary>
    Greater,

    /// <summary><c>>=</c>; of dates: does not start before.</summary>
    AtLeast,

    /// <summary><c>~</c>: the text contains it, whatever the case.</summary>
    Contains,
}

/// <summary>A property compares with a value.</summary>
/// <param name="End">The end whose property it is.</param>
/// <param name="Negated">True if it must not.</param>
/// <param name="Property">The property.</param>
/// <param name="Sign">How it is compared.</param>
/// <param name="Value">The value, as it was written.</param>
public sealed record Compares(SelectionEnd End, bool Negated, string Property, ComparisonSign Sign, string Value) : SelectionCondition(End, Negated);

/// <summary>A property has a value at all.</summary>
/// <param name="End">The end whose property it is.</param>
/// <param name="Negated">True if it must have none.</param>
/// <param name="Property">The property.</param>
public sealed record HasProperty(SelectionEnd End, bool Negated, string Property) : SelectionCondition(End, Negated);

/// <summary>A document is cited for the thing.</summary>
/// <param name="Negated">True if it must not be.</param>
/// <param name="Document">The document's id.</param>
public sealed record Cites(bool Negated, TextPattern Document) : SelectionCondition(SelectionEnd.Itself, Negated);
