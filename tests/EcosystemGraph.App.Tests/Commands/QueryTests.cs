using System.Text.Json;
using EcosystemGraph.App.Tests.Support;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.App.Tests.Commands;

public sealed class QueryTests : IAsyncLifetime, IDisposable
{
    private readonly Workspace _workspace = new();

    public async Task InitializeAsync() => await Cli.RunAsync("load", TestBundles.Semiconductors, "--database", _workspace.Database);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_answer_to_a_text_is_JSON()
    {
        var result = await QueryAsync("{ about { name revision } }");
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
        using var answer = JsonDocument.Parse(result.Output);
        Assert.Equal("semiconductors", answer.RootElement.GetProperty("data").GetProperty("about").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_file_and_standard_input_do_as_well()
    {
        var file = _workspace.PathOf("question.graphql");
        File.WriteAllText(file, "{ about { revision } }");
        var asked = await QueryAsync(file);
        Assert.Equal((ExitStatus.Done, ""), (asked.Status, asked.Error));
        var piped = await Cli.RunAsync("{ about { revision } }", ["query", "-", "--database", _workspace.Database]);
        Assert.Equal(asked, piped);
    }

    [Fact]
    public async Task Variables_are_given_as_JSON()
    {
        var result = await QueryAsync("query ($ids: [ID!]!, $depth: Int) { neighborhood(ids: $ids, depth: $depth) { entities { id } } }",
            "--variables", """{ "ids": ["drift"], "depth": 1 }""");
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
        Assert.Contains("\"drift\"", result.Output, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.BadUsage, (await QueryAsync("{ about { name } }", "--variables", "[1]")).Status);
    }

    [Fact]
    public async Task Lists_are_shown_as_tables_and_single_values_as_lines()
    {
        var result = await QueryAsync(
            """
            {
              about { name revision }
              fabs(first: 3) { totalCount edges { node { name operators { edges { citations { document { id } locator } node { name } } } } } }
              chips(where: { name: { eq: "none such" } }) { nodes { name } }
            }
            """,
            "--table");
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));
        Approved.Equal("query-table", result.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("'nope'", "{ nope }")]
    [InlineData("Expected Name", "{ about { ")]
    [InlineData("there is no file 'nowhere.graphql'", "nowhere.graphql")]
    [InlineData("'none-such'", """{ neighborhood(ids: ["none-such"]) { truncated } }""")]
    public async Task An_answer_with_errors_ends_with_1_and_says_the_first(string message, string query)
    {
        var result = await QueryAsync(query);
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Contains(message, result.ErrorLine, StringComparison.Ordinal);
    }

    private Task<CliResult> QueryAsync(params string[] arguments) => Cli.RunAsync(["query", .. arguments, "--database", _workspace.Database]);
}
