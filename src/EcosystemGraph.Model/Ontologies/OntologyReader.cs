using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace EcosystemGraph.Model.Ontologies;

/// <summary>
/// Reads an ontology from GraphQL SDL with the directives that Neo4j GraphQL users know: <c>@node</c>, <c>@relationship</c>, <c>@relationshipProperties</c>,
/// <c>@fulltext</c>, and ours: <c>@single</c>, <c>@exists</c>, <c>@region</c>, <c>@contains</c>.
/// </summary>
/// <remarks>
/// Implementers inherit the fields of their interfaces. Every relation is declared at both ends, and the pairs of kinds that the two sides allow must be the same.
/// Reading reports every problem at once, each with file, line, column and name.
/// Source: GraphQL specification (October 2021), section 3; directive names from the Neo4j GraphQL Library 5.
/// </remarks>
public static class OntologyReader
{
    /// <summary>Reads an ontology. O(size of the SDL).</summary>
    /// <param name="sdl">The SDL.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="InvalidInputException">The SDL is not an ontology; lists all problems.</exception>
    public static Ontology Read(string sdl, string file = "ontology.graphql")
    {
        ArgumentNullException.ThrowIfNull(sdl);
        var text = sdl.ReplaceLineEndings("\n").Replace('\r', '\n');
        GraphQLDocument document;
        try
        {
            document = Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments });
        }
        catch (GraphQLSyntaxErrorException error)
        {
            throw new InvalidInputException([new Problem(ProblemCode.Syntax, error.Description, file, error.Location.Line, error.Location.Column)]);
        }

        var problems = new OntologyProblems(text, file);
        var ontology = new OntologyAssembler(sdl, document, problems).Assemble();
        problems.ThrowIfAny();
        return ontology;
    }
}
