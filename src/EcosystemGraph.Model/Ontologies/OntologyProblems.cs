using GraphQLParser.AST;

namespace EcosystemGraph.Model.Ontologies;

/// <summary>Collects what is wrong with an ontology, with the line and column of the offending node.</summary>
internal sealed class OntologyProblems(string text, string file)
{
    private readonly List<Problem> _problems = [];

    public void Add(string code, ASTNode? node, string message)
    {
        if (node is null)
        {
            _problems.Add(new Problem(code, message, file));
            return;
        }

        var line = 1;
        var lineStart = 0;
        var start = Math.Min(node.Location.Start, text.Length);
        for (var i = 0; i < start; i++)
        {
            if (text[i] != '\n') continue;
            line++;
            lineStart = i + 1;
        }

        _problems.Add(new Problem(code, message, file, line, start - lineStart + 1));
    }

    public void ThrowIfAny()
    {
        if (_problems.Count > 0) throw new InvalidInputException(_problems.OrderBy(p => p.Line).ThenBy(p => p.Column).ToList());
    }
}
