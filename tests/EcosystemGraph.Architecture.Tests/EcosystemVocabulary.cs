using System.Text.RegularExpressions;

namespace EcosystemGraph.Architecture.Tests;

/// <summary>
/// The words of one bundle that no program text may know. Compound words (<c>MEMBER_OF</c>, <c>PilotZone</c>, <c>ping-an</c>) are nobody
/// else's and are looked for anywhere in the code; single words (<c>Company</c>, <c>baidu</c>) are English as well and count only
/// where they are the whole of a string.
/// </summary>
internal sealed partial class EcosystemVocabulary
{
    private readonly HashSet<string> compounds = new(StringComparer.Ordinal);
    private readonly HashSet<string> singles = new(StringComparer.Ordinal);

    /// <summary>The vocabulary of an ontology's kinds and relations and of the ids of a bundle's rows.</summary>
    public EcosystemVocabulary(string ontology, IEnumerable<string> ids)
    {
        var kinds = Kind().Matches(ontology).Select(match => match.Groups["name"].Value).ToArray();
        var relations = Relation().Matches(ontology).Select(match => match.Groups["name"].Value);
        foreach (var word in kinds.Concat(kinds.Select(UpperCase)).Concat(relations).Concat(ids))
        {
            (IsCompound(word) ? compounds : singles).Add(word);
        }
    }

    /// <summary>The number of words.</summary>
    public int Count => compounds.Count + singles.Count;

    /// <summary>The vocabulary of a bundle on the disk.</summary>
    /// <param name="folder">The bundle's folder, absolute.</param>
    public static EcosystemVocabulary Read(string folder)
    {
        var rows = Directory.EnumerateFiles(Path.Combine(folder, "entities"), "*.csv").Append(Path.Combine(folder, "sources.csv"));
        var ids = rows.SelectMany(file => File.ReadLines(file).Skip(1)).Select(line => Id().Match(line).Value).Where(id => id.Length > 0);
        return new(File.ReadAllText(Path.Combine(folder, "ontology.graphql")), ids.Append(Path.GetFileName(folder)));
    }

    /// <summary>The words that a C# source knows and should not, in the order of their places.</summary>
    public IEnumerable<string> WordsIn(string source)
    {
        var text = CSharpText.Parse(source);
        return Word().Matches(text.Code).Select(match => match.Value).Where(compounds.Contains)
            .Concat(text.Strings.Where(singles.Contains));
    }

    private static bool IsCompound(string word) => Compound().IsMatch(word);

    private static string UpperCase(string kind) => Hump().Replace(kind, "_").ToUpperInvariant();

    [GeneratedRegex(@"^(type|interface)\s+(?<name>\w+)[^{\n]*@node", RegexOptions.Multiline)]
    private static partial Regex Kind();

    [GeneratedRegex(@"@relationship\(\s*type:\s*""?(?<name>\w+)")]
    private static partial Regex Relation();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]*(?=,)")]
    private static partial Regex Id();

    [GeneratedRegex(@"[-_]|[a-z][A-Z]")]
    private static partial Regex Compound();

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Hump();

    [GeneratedRegex(@"\w+(-\w+)*")]
    private static partial Regex Word();
}
