using System.Globalization;
using System.Text;
using EcosystemGraph.Model;

namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>Reads the edges of blocks, one block after the other. One thread.</summary>
internal sealed class EdgeBlockParser(EdgeListSource source, CellRole[] roles)
{
    private readonly CellScanner _scanner = new();

    public IdTable Ids { get; } = new();

    /// <summary>The first problem; null if there is none.</summary>
    public Problem? First { get; private set; }

    /// <summary>How many rows have a problem.</summary>
    public int Problems { get; private set; }

    public EdgeBlock Parse(RowBlock block, int from)
    {
        var edges = new EdgeBlock(block.Number, Ids, block.Lines + 1, roles.Contains(CellRole.Weight));
        _scanner.Open(block.Bytes, from, block.Length);
        while (_scanner.MoveToRow())
        {
            if (!ReadRow(block, edges)) _scanner.SkipRow();
        }

        return edges;
    }

    private bool ReadRow(RowBlock block, EdgeBlock edges)
    {
        var (start, target, weight, column) = (-1, -1, 1.0, 0);
        string? problem = null;
        var place = 0;
        for (CellEnd after = CellEnd.Cell; after == CellEnd.Cell; column++)
        {
            after = _scanner.Read();
            if (after == CellEnd.Malformed) return Report(block, _scanner.Place, ProblemCode.MalformedRow, _scanner.Problem, inRow: true);
            if (column >= roles.Length || roles[column] == CellRole.None || problem is not null) continue;
            if (roles[column] == CellRole.Weight) problem = ReadWeight(ref weight);
            else if (roles[column] == CellRole.Source) problem = ReadId("source", ref start);
            else problem = ReadId("target", ref target);
            if (problem is not null) place = _scanner.Place;
        }

        if (column != roles.Length) return Report(block, _scanner.Place, ProblemCode.MalformedRow, $"the row has {column} cells; expected {roles.Length}, as the header has", inRow: false);
        if (problem is not null) return Report(block, place, ProblemCode.InvalidValue, problem, inRow: false);
        edges.Add(start, target, weight);
        return true;
    }

    private string? ReadId(string what, ref int number)
    {
        number = Ids.Intern(_scanner.Bytes, _scanner.Start, _scanner.Length, out var problem);
        return problem is null ? null : $"the id of the {what} {problem}; expected a text";
    }

    private string? ReadWeight(ref double weight)
    {
        var cell = _scanner.Cell;
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out weight) && weight >= 0 && double.IsFinite(weight)) return null;
        return $"the weight is '{Encoding.UTF8.GetString(cell)}'; expected a number of at least 0";
    }

    /// <summary>Keeps a problem. Returns whether the scanner stands behind the row already.</summary>
    private bool Report(RowBlock block, int place, string code, string message, bool inRow)
    {
        Problems++;
        if (First is null)
        {
            var before = block.Bytes.AsSpan(0, Math.Max(0, place));
            var line = before.LastIndexOf((byte)'\n') + 1;
            First = new Problem(code, message, source.Edges, block.Line + before.Count((byte)'\n'), Encoding.UTF8.GetCharCount(before[line..]) + 1);
        }

        return !inRow;
    }
}
