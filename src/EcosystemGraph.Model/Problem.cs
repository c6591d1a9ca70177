namespace EcosystemGraph.Model;

/// <summary>Something wrong with what was given, said once and clearly: the offending value, the place, and what was expected.</summary>
/// <param name="Code">A stable code such as <c>UNKNOWN_KIND</c>; see <see cref="ProblemCode"/>.</param>
/// <param name="Message">One sentence that names the value and what was expected.</param>
/// <param name="File">The file, relative to the bundle, if the value came from one.</param>
/// <param name="Line">The line in the file, from 1; 0 if unknown.</param>
/// <param name="Column">The column (of a CSV: the position of the cell's first character in its line), from 1; 0 if unknown.</param>
public sealed record Problem(string Code, string Message, string? File = null, int Line = 0, int Column = 0)
{
    /// <summary><c>file:line:column: CODE message</c>, without the parts that are not known.</summary>
    public override string ToString()
    {
        var place = File is null ? "" : Line == 0 ? $"{File}: " : Column == 0 ? $"{File}:{Line}: " : $"{File}:{Line}:{Column}: ";
        return $"{place}{Code} {Message}";
    }
}

/// <summary>The codes of <see cref="Problem"/>. They are stable: clients and scripts may depend on them.</summary>
public static class ProblemCode
{
    /// <summary>The ontology's SDL does not parse.</summary>
    public const string Syntax = "SYNTAX";

    /// <summary>A name of the ontology is taken by the fixed part of the API or by another name of the ontology.</summary>
    public const string NameCollision = "NAME_COLLISION";

    /// <summary>The two ends of a relation declare different things, or one end does not declare it.</summary>
    public const string EndsDisagree = "ENDS_DISAGREE";

    /// <summary>One property name has two types.</summary>
    public const string TypeConflict = "TYPE_CONFLICT";

    /// <summary>A type, directive, argument or field of the ontology that is not understood.</summary>
    public const string InvalidOntology = "INVALID_ONTOLOGY";

    /// <summary>A kind of entity that the ontology does not have.</summary>
    public const string UnknownKind = "UNKNOWN_KIND";

    /// <summary>A property that the kind does not declare.</summary>
    public const string UnknownProperty = "UNKNOWN_PROPERTY";

    /// <summary>A value that does not fit its property's type.</summary>
    public const string InvalidValue = "INVALID_VALUE";

    /// <summary>Something that must be there and is not: an entity's name, a required property.</summary>
    public const string MissingValue = "MISSING_VALUE";

    /// <summary>A date that is not EDTF.</summary>
    public const string InvalidDate = "INVALID_DATE";

    /// <summary>An id that is not a slug, or is missing.</summary>
    public const string InvalidId = "INVALID_ID";

    /// <summary>A fact without a citation.</summary>
    public const string MissingCitation = "MISSING_CITATION";

    /// <summary>A citation of a document that is not a source of the bundle.</summary>
    public const string UnknownDocument = "UNKNOWN_DOCUMENT";

    /// <summary>A citation of a place that is not in the closed list of locators.</summary>
    public const string UnknownLocator = "UNKNOWN_LOCATOR";

    /// <summary>The same id with other content, or the same row twice, in one change set.</summary>
    public const string Duplicate = "DUPLICATE";

    /// <summary>A relation, observation, merge or conflict that names an entity which is not there.</summary>
    public const string DanglingEnd = "DANGLING_END";

    /// <summary>A relation that joins ends which the ontology does not allow.</summary>
    public const string ForbiddenEnds = "FORBIDDEN_ENDS";

    /// <summary>An indicator that is not defined, or a unit that it does not have.</summary>
    public const string UnknownIndicator = "UNKNOWN_INDICATOR";

    /// <summary>A CSV row with the wrong number of cells, an open quote, or a missing column.</summary>
    public const string MalformedRow = "MALFORMED_ROW";

    /// <summary>A folder that is not a bundle.</summary>
    public const string NotABundle = "NOT_A_BUNDLE";

    /// <summary>A derivation or projection that cannot be read.</summary>
    public const string InvalidExpression = "INVALID_EXPRESSION";
}

/// <summary>What was given cannot be taken; nothing of it was.</summary>
public sealed class InvalidInputException : Exception
{
    /// <summary>Creates the exception from what is wrong.</summary>
    /// <param name="problems">At least one problem.</param>
    public InvalidInputException(IReadOnlyList<Problem> problems)
        : base(problems.Count == 1 ? problems[0].ToString() : $"{problems[0]} (and {problems.Count - 1} more)") => Problems = problems;

    /// <summary>Everything that is wrong, in the order of the input.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
