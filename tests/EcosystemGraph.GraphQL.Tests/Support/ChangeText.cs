namespace EcosystemGraph.GraphQL.Tests.Support;

/// <summary>Mutations that several tests send.</summary>
internal static class ChangeText
{
    /// <summary>Adds a material and lets fab-2 use it.</summary>
    public static string AddMaterial(string id, string? change = null) => $$"""
        mutation { apply(changes: {
            id: "{{change ?? "add-" + id}}", message: "A test"
            entities: [{ id: "{{id}}", kind: MATERIAL, name: "{{id}}", properties: [{ name: "symbol", value: "X" }], citations: [{ document: "chip-report", locator: "Table 2" }] }]
            relations: [{ kind: USES, from: "fab-2", to: "{{id}}", certainty: LIKELY, citations: [{ document: "chip-report", locator: "Table 2" }] }]
          }) { revision alreadyApplied began ended } }
        """;
}
