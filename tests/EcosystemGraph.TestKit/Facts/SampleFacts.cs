using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.TestKit.Facts;

/// <summary>Short forms of facts and change sets, for tests that need some.</summary>
public static class SampleFacts
{
    /// <summary>A company's name, said by one table of one document, or by several together.</summary>
    public static EntityStatement Company(string id, string name, params string[] tables) => new()
    {
        Id = id,
        Kind = "Company",
        Name = name,
        Citations = tables.Length == 0 ? [new Citation("doc", "Table 1")] : [.. tables.Select(table => new Citation("doc", table))],
    };

    /// <summary>A membership.</summary>
    public static RelationStatement Member(string from, string to) =>
        new() { Kind = "MEMBER_OF", From = from, To = to, Citations = [new Citation("doc", "Table 2")] };

    /// <summary>A change set of the bundle.</summary>
    public static ChangeSet Load(string id, params Fact[] upserts) => new() { Id = id, Origin = Origin.Bundle, Upserts = upserts };

    /// <summary>A change set of a mutation.</summary>
    public static ChangeSet Mutate(string id, params Fact[] upserts) => new() { Id = id, Origin = Origin.Mutation, Upserts = upserts };
}
