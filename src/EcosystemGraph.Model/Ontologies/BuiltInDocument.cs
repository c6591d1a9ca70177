namespace EcosystemGraph.Model.Ontologies;

/// <summary>The built-in kind of the documents that facts cite. An ontology may add interfaces and relation fields with <c>extend type Document</c>.</summary>
internal static class BuiltInDocument
{
    public static EnumDefinition DocumentType { get; } = new("DocumentType",
    [
        new("TEXT", "A text that people wrote."),
        new("GAZETTEER", "A gazetteer or other reference work."),
        new("JUDGEMENT", "A judgement of the editors."),
        new("COMPUTED", "Computed from other facts."),
    ], "What sort of source a document is.");

    public static IReadOnlyList<PropertyDefinition> Properties { get; } =
    [
        new() { Name = "documentType", Type = PropertyType.Enum, Enum = DocumentType, Description = "What sort of source it is." },
        new() { Name = "author", Type = PropertyType.String, Description = "Who wrote it." },
        new() { Name = "publisher", Type = PropertyType.String, Description = "Who published it." },
        new() { Name = "date", Type = PropertyType.Date, Description = "When." },
        new() { Name = "doi", Type = PropertyType.String, Description = "Digital object identifier." },
        new() { Name = "language", Type = PropertyType.String, Description = "Language, ISO 639-1." },
    ];

    public static EntityKind Create() => new("Document", "documents", "A document that facts cite.", "sources", 0);
}
