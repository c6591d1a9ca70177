using System.Text;
using EcosystemGraph.Model;

namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>What a cell of a row is read as.</summary>
internal enum CellRole : byte
{
    None,
    Source,
    Target,
    Weight,
}

/// <summary>Reads the header of a file of edges: which cell of a row is what.</summary>
internal static class EdgeColumns
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The role of each column, and where the rows start in the first block.</summary>
    /// <exception cref="InvalidInputException">There is no header, or it lacks a column.</exception>
    public static (CellRole[] Roles, int RowsAt) Read(RowBlock? first, EdgeListSource source)
    {
        var scanner = new CellScanner();
        if (first is { } block) scanner.Open(block.Bytes, block.Bytes.AsSpan(0, block.Length).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0, block.Length);
        if (first is null || !scanner.MoveToRow()) throw Bad(source, "the file is empty; expected a header row");
        var names = new List<string>();
        CellEnd end;
        do
        {
            end = scanner.Read();
            if (end == CellEnd.Malformed) throw Bad(source, $"the header cannot be read: {scanner.Problem}");
            names.Add(Encoding.UTF8.GetString(scanner.Cell).Trim().Normalize(NormalizationForm.FormC));
        }
        while (end == CellEnd.Cell);

        var roles = new CellRole[names.Count];
        Assign(CellRole.Source, source.SourceColumn);
        Assign(CellRole.Target, source.TargetColumn);
        if (source.WeightColumn is { } weight) Assign(CellRole.Weight, weight);
        return (roles, scanner.At);

        void Assign(CellRole role, string name)
        {
            var what = role.ToString().ToLowerInvariant();
            var column = names.IndexOf(name);
            if (column < 0) throw Bad(source, $"there is no column '{name}' for the {what}; the columns are '{string.Join("', '", names)}'");
            if (names.LastIndexOf(name) != column) throw Bad(source, $"the column '{name}' stands in the header twice");
            if (roles[column] != CellRole.None) throw Bad(source, $"the column '{name}' is both the {roles[column].ToString().ToLowerInvariant()} and the {what}; expected two columns");
            roles[column] = role;
        }
    }

    private static InvalidInputException Bad(EdgeListSource source, string problem) => new([new Problem(ProblemCode.MalformedRow, problem, source.Edges, 1)]);
}
