using CsCheck;
using EcosystemGraph.Ingest.Csv;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Ingest.Tests;

public sealed class CsvTokenizerTests
{
    private static readonly Gen<string> Cell = Gen.String[Gen.OneOf(',', '"', '\n', 'a', 'b', ' ', '中', '\u0301', '\''), 0, 8].Select(Names.Normalize);

    [Fact]
    public void Written_cells_are_read_again_each_from_its_line_and_column()
    {
        Cell.Array[3].Array[1, 6].Sample(rows =>
        {
            var text = new CsvText();
            text.Row(["x", "y", "z"]);
            foreach (var row in rows) text.Row(row);
            var csv = text.ToString();
            var table = Read(csv, out var problems)!;
            Assert.Empty(problems);
            Assert.Equal(rows, table.Rows.Select(r => r.Select(c => c.Text).ToArray()));
            var lines = csv.Split('\n');
            foreach (var cell in table.Rows.SelectMany(r => r))
            {
                var rest = lines[cell.Line - 1][(cell.Column - 1)..];
                var quoted = cell.Text.AsSpan().IndexOfAny(",\"\n") >= 0;
                var line = cell.Text.Split('\n')[0].Replace("\"", "\"\"", StringComparison.Ordinal);
                Assert.StartsWith(quoted ? "\"" + line : cell.Text, rest, StringComparison.Ordinal);
                Assert.True(cell.Column == 1 || lines[cell.Line - 1][cell.Column - 2] == ',');
            }
        });
    }

    [Fact]
    public void Whatever_is_read_ends_with_rows_as_wide_as_the_header_and_problems_within_the_file()
    {
        Gen.String[Gen.OneOf(',', '"', '\n', '\r', 'a', ' '), 0, 40].Sample(text =>
        {
            var table = Read(text, out var problems);
            var lines = text.Split('\n');
            Assert.All(problems, p => Assert.True(p.Line >= 1 && p.Line <= lines.Length && p.Column >= 1 && p.Column <= lines[p.Line - 1].Length + 1, p.ToString()));
            Assert.True(table is not null || problems.Count > 0);
            if (table is not null) Assert.All(table.Rows, r => Assert.Equal(table.Header.Length, r.Length));
        });
    }

    private static CsvTable? Read(string text, out List<Problem> problems) => CsvTokenizer.Read(text, "test.csv", new TextPool(), problems = []);
}
