using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>How the <c>op</c> column writes qualifiers.</summary>
internal static class QualifierWords
{
    /// <summary>The words of the column; blank is exact, or a range where <c>high</c> is filled.</summary>
    public static IReadOnlyList<string> Words { get; } = ["~", ">=", ">", "<=", "<", "~<", "?"];

    public static bool TryParse(string word, out Qualifier qualifier)
    {
        (var known, qualifier) = word switch
        {
            "" => (true, Qualifier.Exact),
            "~" => (true, Qualifier.About),
            ">=" => (true, Qualifier.AtLeast),
            ">" => (true, Qualifier.MoreThan),
            "<=" => (true, Qualifier.AtMost),
            "<" or "~<" => (true, Qualifier.LessThan),
            "?" => (true, Qualifier.Unquantified),
            _ => (false, Qualifier.Exact),
        };
        return known;
    }

    public static string Word(Qualifier qualifier) => qualifier switch
    {
        Qualifier.About => "~",
        Qualifier.AtLeast => ">=",
        Qualifier.MoreThan => ">",
        Qualifier.AtMost => "<=",
        Qualifier.LessThan => "<",
        Qualifier.Unquantified => "?",
        _ => "",
    };
}
