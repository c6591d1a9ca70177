using System.Collections.Concurrent;
using System.Collections.Frozen;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Statements;

/// <summary>The statements that the program runs: the files of the folder <c>cypher</c>, embedded, by their path without ending (<c>write/entities</c>).</summary>
public static class CypherLibrary
{
    private const string Prefix = "cypher/";

    private static readonly FrozenDictionary<string, string> Texts = ReadAll();
    private static readonly ConcurrentDictionary<(string Name, string Word, string Value), CypherStatement> OfKind = new();

    /// <summary>The names of all statements, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Texts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A statement by its name, as its file has it.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static CypherStatement Get(string name) =>
        Texts.TryGetValue(name, out var text) ? new CypherStatement(name, text) : throw new ArgumentException($"there is no statement '{name}'", nameof(name));

    /// <summary>A statement in which a word stands for a label or type, which Cypher cannot take as a parameter without losing speed.</summary>
    /// <param name="name">The statement's name.</param>
    /// <param name="word">The word, such as <c>ENTITY_KIND</c>.</param>
    /// <param name="value">The label or type; it is quoted.</param>
    public static CypherStatement Get(string name, string word, string value) =>
        OfKind.GetOrAdd((name, word, value), static key => Replace(Get(key.Name), key.Word, Quote(key.Value)));

    /// <summary>A statement in which a word stands for a piece of Cypher.</summary>
    internal static CypherStatement Replace(CypherStatement statement, string word, string cypher) =>
        statement with { Text = statement.Text.Replace(word, cypher, StringComparison.Ordinal) };

    /// <summary>A name as Cypher takes it whatever is in it.</summary>
    internal static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static FrozenDictionary<string, string> ReadAll()
    {
        var assembly = typeof(CypherLibrary).Assembly;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var name = resource.Replace('\\', '/');
            if (!name.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            texts.Add(name[Prefix.Length..], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
