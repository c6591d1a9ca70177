using System.Security.Cryptography;
using EcosystemGraph.Ingest.Csv;
using EcosystemGraph.Model;

namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>The file of the nodes: their ids, and what it says of each.</summary>
internal sealed class NodeFile
{
    private readonly List<(string Name, string[] Values)> _columns = [];

    private NodeFile(byte[] bytes) => Digest = Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>SHA-256 of the file.</summary>
    public string Digest { get; }

    /// <summary>The nodes, by the numbers of their rows.</summary>
    public IdTable Ids { get; } = new();

    /// <exception cref="InvalidInputException">It is not such a file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static NodeFile Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var table = CsvFile.Tokenize(bytes, path);
        var problems = new List<Problem>();
        var nodes = new NodeFile(bytes);
        var id = table.Column(EdgeListSource.NodeIdColumn);
        if (id < 0)
        {
            problems.Add(new Problem(ProblemCode.MalformedRow,
                $"there is no column '{EdgeListSource.NodeIdColumn}'; the columns are '{string.Join("', '", table.Header.Select(c => c.Text))}'", path, 1));
            throw new InvalidInputException(problems);
        }

        for (var row = 0; row < table.Rows.Count; row++)
        {
            var cell = table.Rows[row][id];
            var number = nodes.Ids.Intern(cell.Text, out var problem);
            if (problem is not null) problems.Add(new Problem(ProblemCode.InvalidValue, $"the id {problem}; expected a text", path, cell.Line, cell.Column));
            else if (number != row && problems.Count == 0) problems.Add(new Problem(ProblemCode.Duplicate, $"the node '{cell.Text}' is given twice", path, cell.Line, cell.Column));
        }

        if (problems.Count > 0) throw new InvalidInputException(problems);
        for (var column = 0; column < table.Header.Length; column++)
        {
            if (column == id) continue;
            var of = column;
            nodes._columns.Add((table.Header[column].Text, [.. table.Rows.Select(row => row[of].Text)]));
        }

        return nodes;
    }

    /// <summary>The columns, by the vertices that the rows became.</summary>
    public Dictionary<string, IReadOnlyList<string>> ByVertex(int[] vertices)
    {
        var attributes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, values) in _columns)
        {
            var byVertex = new string[values.Length];
            for (var row = 0; row < values.Length; row++) byVertex[vertices[row]] = values[row];
            attributes.Add(name, byVertex);
        }

        return attributes;
    }
}
