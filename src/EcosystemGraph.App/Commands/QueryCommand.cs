using System.CommandLine;
using System.Text.Json;
using EcosystemGraph.App.Graphs;
using EcosystemGraph.App.Options;
using EcosystemGraph.App.Output;
using EcosystemGraph.GraphQL;
using GraphQL.SystemTextJson;

namespace EcosystemGraph.App.Commands;

/// <summary><c>query</c>: one GraphQL request, answered without a service.</summary>
internal static class QueryCommand
{
    private const string StandardInput = "-";
    private const string FileEnding = ".graphql";

    private const string Description = "Ask the database one GraphQL query, without a service";

    private const string Details = """
        Prints the answer as JSON; of an answer with errors the exit status is 1.
        """;

    private const string Examples = """
        ecosystem-graph query "{ about { name revision counts { kind count } } }" --table
        ecosystem-graph query question.graphql
        ecosystem-graph query 'query ($text: String!) { search(text: $text) { nodes { entity { id name } } } }' --variables '{ "text": "data" }'
        cat question.graphql | ecosystem-graph query -
        """;

    private static readonly JsonSerializerOptions VariableFormat = new() { Converters = { new InputsJsonConverter() } };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, Flags flags)
    {
        var query = new Argument<string>("file-or-text") { Description = "A file with the query, the query itself, or - for standard input" };
        var variables = new Option<string>("--variables") { Description = "The values of the query's variables, a JSON object", HelpName = "json" };
        var table = new Option<bool>("--table") { Description = "Print tables instead of JSON" };
        var command = new DocumentedCommand("query", Description, Details, Examples) { query, variables, table, flags.Database, flags.Store };
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = new GraphQLRequest(ReadQuery(terminal, parsed.GetRequiredValue(query)), Variables: ReadVariables(parsed.GetValue(variables)));
            return RunAsync(terminal, flags.ReadSettings(parsed), request, parsed.GetValue(table), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, IConfiguration settings, GraphQLRequest request, bool asTable, CancellationToken cancellationToken)
    {
        var serverOptions = OptionsReader.ReadServer(settings);
        var graphOptions = OptionsReader.ReadGraph(settings);
        var store = await GraphStores.OpenExistingAsync(graphOptions, cancellationToken).ConfigureAwait(false);
        var graph = await OpenedGraph.OpenAsync(store, null, cancellationToken).ConfigureAwait(false);
        await using (graph.ConfigureAwait(false))
        {
            var response = await new GraphQLService(GraphQLSetup.Of(graph.Live, serverOptions, GraphStores.Engine(graphOptions))).ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
            if (asTable) AnswerTables.Write(terminal, response);
            else AnswerJson.Write(terminal, response);
            return response.HasErrors ? throw Failure(response) : ExitStatus.Done;
        }
    }

    private static FailedException Failure(GraphQLResponse response)
    {
        string[] messages = [.. response.Messages];
        return new FailedException(messages.Length == 1 ? messages[0] : $"{messages[0]} (and {messages.Length - 1} more)");
    }

    private static string ReadQuery(Terminal terminal, string fileOrText)
    {
        if (fileOrText == StandardInput) return terminal.Input.ReadToEnd();
        if (File.Exists(fileOrText)) return File.ReadAllText(fileOrText);
        return fileOrText.EndsWith(FileEnding, StringComparison.OrdinalIgnoreCase) ? throw new FailedException($"there is no file '{fileOrText}'") : fileOrText;
    }

    private static global::GraphQL.Inputs? ReadVariables(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<global::GraphQL.Inputs>(json, VariableFormat);
        }
        catch (JsonException e)
        {
            throw new UsageException($"--variables: '{json}' is not a JSON object", e);
        }
    }
}
