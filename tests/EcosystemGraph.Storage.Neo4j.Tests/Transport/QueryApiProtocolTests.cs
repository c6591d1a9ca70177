using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Http;
using EcosystemGraph.TestKit.Network;
using static EcosystemGraph.TestKit.Network.ScriptedHttpServer;

namespace EcosystemGraph.Storage.Neo4j.Tests.Transport;

/// <summary>The protocol's parts that the server of the tests does not show: clusters, JSON Lines, tokens, TLS, and what is not Neo4j at all.</summary>
public sealed class QueryApiProtocolTests
{
    private const string Lines = "application/vnd.neo4j.query.v1.1+jsonl";
    private const string Header = """{"$event":"Header","_body":{"fields":["n"]}}""" + "\n";
    private const string Record = """{"$event":"Record","_body":[{"$type":"Integer","_value":"7"}]}""" + "\n";
    private const string Summary = """{"$event":"Summary","_body":{"bookmarks":["b1"],"counters":{"nodesCreated":3},"queryType":"rw"}}""" + "\n";
    private static readonly CypherStatement Seven = new("seven", "RETURN 7 AS n");

    [Fact]
    public async Task Lines_are_read_where_the_server_has_them()
    {
        await using var server = Start(_ => Answer(Header + Record + Record + Summary, Lines));
        var (rows, summary) = await RunAsync(server);
        Assert.Equal([7L, 7L], rows);
        Assert.Equal((2L, 3L, "b1"), (summary.Rows, summary.Counters.NodesCreated, Assert.Single(summary.Bookmarks)));
        Assert.Contains($"Accept: {Lines}, application/vnd.neo4j.query; q=0.9", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_without_an_end_are_an_error()
    {
        const string whole = Header + Record + Record + Summary;

        // Also where HTTP itself sees nothing wrong. What ends before the last brace has no end.
        for (var length = 0; length < whole.Length - 1; length++)
        {
            await using var server = Start(_ => Answer(whole[..length], Lines));
            Assert.Equal(CypherErrorKind.Unavailable, (await Assert.ThrowsAsync<CypherException>(() => RunAsync(server))).Kind);
        }
    }

    [Fact]
    public async Task An_error_among_lines_is_an_error()
    {
        await using var server = Start(_ => Answer(
            Header + Record + """{"$event":"Error","_body":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"two wait for each other"}]}""" + "\n", Lines));
        var e = await Assert.ThrowsAsync<CypherException>(() => RunAsync(server));
        Assert.Equal((CypherErrorKind.Transient, "Neo.TransientError.Transaction.DeadlockDetected"), (e.Kind, e.Code));
    }

    [Fact]
    public async Task Every_request_of_a_transaction_goes_to_the_member_that_holds_it()
    {
        await using var server = Start(request =>
            request.StartsWith("DELETE", StringComparison.Ordinal) || request.Contains("/commit", StringComparison.Ordinal) ? Answer("""{"bookmarks":["b2"]}""")
            : Answer("""{"transaction":{"id":"4711","expires":"2026-01-01T00:00:00Z"}}""", headers: "neo4j-cluster-affinity: member-3"));
        await using var transport = HttpCypherTransport.Create(Options(server));
        await using (var transaction = await transport.BeginAsync(AccessMode.Write))
        {
            await transaction.RunAsync(Seven);
            await transaction.CommitAsync();
        }

        await using (await transport.BeginAsync(AccessMode.Read))
        {
        }

        var requests = server.Requests;
        Assert.Equal(
            ["POST /db/neo4j/query/v2/tx", "POST /db/neo4j/query/v2/tx/4711", "POST /db/neo4j/query/v2/tx/4711/commit", "POST /db/neo4j/query/v2/tx", "DELETE /db/neo4j/query/v2/tx/4711"],
            requests.Select(request => request.Split(" HTTP")[0]));
        Assert.Equal([false, true, true, false, true], requests.Select(request => request.Contains("neo4j-cluster-affinity: member-3", StringComparison.Ordinal)));
        Assert.DoesNotContain("bookmarks", requests[0], StringComparison.Ordinal);
        Assert.Contains("\"bookmarks\":[\"b2\"]", requests[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_that_the_server_has_ended_may_be_begun_again()
    {
        await using var server = Start(request => request.Contains("/tx HTTP", StringComparison.Ordinal)
            ? Answer("""{"transaction":{"id":"1"}}""")
            : Answer("""{"errors":[{"code":"Neo.ClientError.Request.Invalid","message":"Transaction with Id: \"1\" was not found."}]}""", status: "404 Not Found"));
        await using var transport = HttpCypherTransport.Create(Options(server));
        await using var transaction = await transport.BeginAsync(AccessMode.Write);
        Assert.Equal(CypherErrorKind.Transient, (await Assert.ThrowsAsync<CypherException>(() => transaction.RunAsync(Seven))).Kind);
    }

    [Fact]
    public async Task A_commit_that_nobody_answers_is_sent_once()
    {
        await using var server = Start(request => request.Contains("/commit", StringComparison.Ordinal) ? null : Answer("""{"transaction":{"id":"1"}}"""));
        await using var transport = HttpCypherTransport.Create(Options(server));
        await using var transaction = await transport.BeginAsync(AccessMode.Write);
        await Assert.ThrowsAsync<CypherException>(() => transaction.CommitAsync());
        Assert.Single(server.Requests, request => request.Contains("/commit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bookmarks_that_the_server_does_not_know_any_more_are_dropped()
    {
        await using var server = Start(request => request.Contains("\"bookmarks\":[\"old\"]", StringComparison.Ordinal)
            ? Answer("""{"errors":[{"code":"Neo.ClientError.Transaction.InvalidBookmark","message":"another database"}]}""", status: "400 Bad Request")
            : Answer("""{"data":{"fields":["n"],"values":[]},"bookmarks":["old"]}"""));
        await using var transport = HttpCypherTransport.Create(Options(server));
        await transport.RunAsync(Seven, AccessMode.Read);
        Assert.True((await Assert.ThrowsAsync<CypherException>(() => transport.RunAsync(Seven, AccessMode.Read))).MayPass);
        await transport.RunAsync(Seven, AccessMode.Read);
    }

    [Fact]
    public async Task A_token_goes_instead_of_a_password()
    {
        await using var server = Start(_ => Answer(Header + Summary, Lines));
        await using var transport = HttpCypherTransport.Create(new Neo4jOptions { Uri = server.Address.ToString(), BearerToken = "a-token" });
        await transport.RunAsync(Seven, AccessMode.Read);
        Assert.Contains("Authorization: Bearer a-token", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_a_database_stays_inside_its_part_of_the_path()
    {
        await using var server = Start(_ => Answer(Header + Summary, Lines));
        await using var transport = HttpCypherTransport.Create(new Neo4jOptions { Uri = server.Address + "base/", Database = "a/../b?c" });
        await transport.RunAsync(Seven, AccessMode.Read);
        Assert.StartsWith("POST /base/db/a%2F..%2Fb%3Fc/query/v2 HTTP", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirection_does_not_get_the_password()
    {
        await using var elsewhere = Start(_ => Answer(Header + Summary, Lines));
        await using var server = Start(_ => Answer("", status: "307 Temporary Redirect", headers: $"Location: {elsewhere.Address}"));
        Assert.Equal(CypherErrorKind.Server, (await Assert.ThrowsAsync<CypherException>(() => RunAsync(server))).Kind);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("<html>hello</html>", "text/html", "200 OK", CypherErrorKind.Server)]
    [InlineData("<html>bad gateway</html>", "text/html", "502 Bad Gateway", CypherErrorKind.Unavailable)]
    [InlineData("", "application/json", "503 Service Unavailable", CypherErrorKind.Unavailable)]
    [InlineData("", "application/json", "401 Unauthorized", CypherErrorKind.Security)]
    [InlineData("[1]", "application/json", "200 OK", CypherErrorKind.Server)]
    [InlineData("{\"data\":{\"fields\":[\"n\"],\"values\":[[7]]}}", "application/json", "200 OK", CypherErrorKind.Server)]
    [InlineData("{\"data\":{\"fields\":[\"n\"],\"values\":[[{\"$type\":\"Integer\",\"_value\":\"x\"}]]}}", "application/json", "200 OK", CypherErrorKind.Server)]
    [InlineData("{\"data\":{\"fields\":[\"n\"],\"values\":[[]]}}", "application/json", "200 OK", CypherErrorKind.Server)]
    [InlineData("{}", "application/json", "500 Internal Server Error", CypherErrorKind.Server)]
    public async Task What_is_not_an_answer_is_an_error(string body, string type, string status, CypherErrorKind kind)
    {
        await using var server = Start(_ => Answer(body, type, status));
        Assert.Equal(kind, (await Assert.ThrowsAsync<CypherException>(() => RunAsync(server))).Kind);
    }

    [Theory]
    [InlineData("Neo.TransientError.Transaction.LockClientStopped", CypherErrorKind.Client)]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", CypherErrorKind.Transient)]
    [InlineData("Neo.ClientError.Cluster.NotALeader", CypherErrorKind.Transient)]
    [InlineData("Neo.ClientError.Security.Forbidden", CypherErrorKind.Security)]
    [InlineData("Neo.DatabaseError.Statement.ExecutionFailed", CypherErrorKind.Server)]
    [InlineData("Something.Else", CypherErrorKind.Server)]
    public async Task A_code_says_what_to_do(string code, CypherErrorKind kind)
    {
        await using var server = Start(_ => Answer($$"""{"errors":[{"code":"{{code}}","message":"no"}]}""", status: "400 Bad Request"));
        var e = await Assert.ThrowsAsync<CypherException>(() => RunAsync(server));
        Assert.Equal((kind, code), (e.Kind, e.Code));
        Assert.Contains("'seven': no", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TLS_is_trusted_where_its_certificate_is_and_nowhere_else()
    {
        using var certificate = SelfSigned.ForLocalhost();
        await using var server = Start(_ => Answer(Header + Record + Summary, Lines), certificate);
        var e = await Assert.ThrowsAsync<CypherException>(() => RunAsync(server));
        Assert.Equal(CypherErrorKind.Security, e.Kind);

        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());
            var (rows, _) = await RunAsync(server, file);
            Assert.Equal([7L], rows);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Neo4jOptions Options(ScriptedHttpServer server, string? trusted = null) =>
        new() { Uri = server.Address.ToString(), Password = "secret", TrustedCertificates = trusted };

    private static async Task<(List<long> Rows, CypherSummary Summary)> RunAsync(ScriptedHttpServer server, string? trusted = null)
    {
        await using var transport = HttpCypherTransport.Create(Options(server, trusted));
        var rows = new List<long>();
        return (rows, await transport.RunAsync(Seven, AccessMode.Read, row => rows.Add(row.Get<long>(0))));
    }
}
