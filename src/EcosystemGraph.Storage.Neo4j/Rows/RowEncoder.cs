using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Storage.Content;

namespace EcosystemGraph.Storage.Neo4j.Rows;

/// <summary>
/// Makes the properties of nodes and relationships of facts: what people see under the ontology's names, and under names that begin with <c>_</c> what the store needs
/// to give every fact back as it was.
/// </summary>
/// <remarks>Not for more than one thread at a time.</remarks>
internal sealed class RowEncoder : IDisposable
{
    // An index takes keys of some 8 kB; a longer subject is found by its hash.
    private const int LongestSubject = 1_000;

    private readonly ContentWriter _writer = new();

    /// <summary>True if a statement can be kept on the node or relationship that it is about: it says that it is there.</summary>
    public static bool CanBeInline(Fact fact) => fact is EntityStatement or RelationStatement && ((Statement)fact).Certainty > Certainty.Denied;

    /// <summary>True if nothing is to be said of a relation but its kind, ends and citation.</summary>
    public static bool IsPlain(Fact fact) =>
        fact is RelationStatement { Origin: Origin.Bundle, RelationKey: "", ValidFrom: null, ValidTo: null, Properties.Count: 0, Certainty: Certainty.Stated, Note: null } relation
        && ContentWriter.ReadsBack(relation.Citations);

    /// <summary>The subject as claims are found by.</summary>
    public static string IndexedSubject(string subject) =>
        subject.Length <= LongestSubject ? subject : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))}";

    /// <summary>An entity as its effective statements, preferred first, say it. The row that it keeps, if there is only that one.</summary>
    public Dictionary<string, object?> Entity(IReadOnlyList<EntityStatement> statements, long from, Fact? inline)
    {
        var first = statements[0];
        var names = statements.Where(s => s.Certainty > Certainty.Misprint).Concat(statements).Select(s => s.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = first.Id, ["_kind"] = first.Kind, ["_revision"] = from };
        if (names.Length > 0) properties["name"] = names[0];
        var asserted = statements.Where(s => s.Certainty > Certainty.Denied).ToArray();
        Add(properties, "nameZh", asserted.Select(s => s.NameZh).FirstOrDefault(n => n is not null));
        object?[] aliases = [.. names.Skip(1).Concat(asserted.SelectMany(s => s.Aliases)).Distinct(StringComparer.Ordinal)];
        if (aliases.Length > 0) properties["aliases"] = aliases;
        Add(properties, "description", asserted.Select(s => s.Description).FirstOrDefault(d => d is not null));
        AddStatements(properties, statements);
        foreach (var statement in asserted) NaturalValues.Add(properties, statement.Properties);
        if (inline is not null) AddInline(properties, inline, !IsPlainEntity(first));
        return properties;
    }

    /// <summary>A relation as its effective statements, preferred first, say it. The row that it keeps, if there is only that one.</summary>
    public Dictionary<string, object?> Relation(IReadOnlyList<RelationStatement> statements, long from, Fact? inline)
    {
        var first = statements[0];
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal) { ["_revision"] = from };
        if (first.RelationKey.Length > 0) properties["key"] = first.RelationKey;
        var asserted = statements.Where(s => s.Certainty > Certainty.Denied).ToArray();
        Add(properties, "validFrom", asserted.Select(s => s.ValidFrom).FirstOrDefault(d => d is not null)?.Text);
        Add(properties, "validTo", asserted.Select(s => s.ValidTo).FirstOrDefault(d => d is not null)?.Text);
        AddStatements(properties, statements);
        foreach (var statement in asserted) NaturalValues.Add(properties, statement.Properties);
        if (inline is not null) AddInline(properties, inline, !IsPlain(first with { RelationKey = "", Origin = Origin.Bundle }));
        return properties;
    }

    /// <summary>A claim.</summary>
    public Dictionary<string, object?> Claim(Fact fact, long from, long? until = null)
    {
        var key = fact.Key;
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["fact"] = key.Type.Word(),
            ["subject"] = IndexedSubject(key.Subject),
            ["cite"] = key.Citations,
            ["_origin"] = fact.Origin.Word(),
            ["_ordinal"] = fact.Ordinal,
            ["_revision"] = from,
        };
        if (key.Subject.Length > LongestSubject) properties["_subject"] = key.Subject;
        if (until is not null) properties["_until"] = until;
        if (fact is not Retraction)
        {
            properties["_content"] = Content(fact);
            ClaimProperties.Add(properties, fact);
        }

        return properties;
    }

    public void Dispose() => _writer.Dispose();

    private static bool IsPlainEntity(EntityStatement entity) =>
        entity is { NameZh: null, Description: null, Aliases.Count: 0, Properties.Count: 0, Certainty: Certainty.Stated, Note: null } && ContentWriter.ReadsBack(entity.Citations);

    private static void Add(Dictionary<string, object?> properties, string name, string? value)
    {
        if (value is not null) properties[name] = value;
    }

    private static void AddStatements(Dictionary<string, object?> properties, IReadOnlyList<Statement> statements)
    {
        properties["cite"] = Citation.Join(Folding.Citations(statements));
        if (statements[0].Certainty is var certainty and not Certainty.Stated) properties["certainty"] = certainty.Word();
    }

    private void AddInline(Dictionary<string, object?> properties, Fact inline, bool needsContent)
    {
        properties["_ordinal"] = inline.Ordinal;
        if (inline.Origin.Word() is { } origin) properties["_origin"] = origin;
        if (needsContent) properties["_content"] = Content(inline);
    }

    private string Content(Fact fact) => Encoding.UTF8.GetString(_writer.Write(fact));
}
