using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.TestKit.Neo4j;

namespace EcosystemGraph.Storage.Neo4j.Tests.Transport;

/// <summary>What every transport promises, tried on the real server. A transport's tests inherit this and say how one is made.</summary>
public abstract class CypherTransportContract(Neo4jServer server) : IAsyncLifetime
{
    /// <summary>Where the server is.</summary>
    protected Neo4jAddress Address { get; } = server.Address;

    /// <summary>The options of the transport, for the server of the tests.</summary>
    protected abstract Neo4jOptions Options();

    /// <summary>Makes a transport.</summary>
    protected abstract ICypherTransport Create(Neo4jOptions options);

    public async Task InitializeAsync()
    {
        await using var transport = Create(Options());
        await transport.RunAsync(new CypherStatement("clean", "MATCH (n) DETACH DELETE n"), AccessMode.Write);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Rows_come_in_their_order_with_their_columns()
    {
        await using var transport = Create(Options());
        var rows = new List<string>();
        var summary = await transport.RunAsync(
            new CypherStatement("rows", "UNWIND range(1, 3) AS n RETURN n, 'name ' + n AS name"),
            AccessMode.Read,
            row => rows.Add($"{string.Join(',', row.Fields.Names)}: {row.Get<long>(0)}, {row["name"]}"));
        Assert.Equal(["n,name: 1, name 1", "n,name: 2, name 2", "n,name: 3, name 3"], rows);
        Assert.Equal(3, summary.Rows);
        Assert.NotEmpty(summary.Bookmarks);
    }

    [Fact]
    public async Task Every_value_comes_back_as_it_was_sent()
    {
        object?[] values =
        [
            null, true, false, 0L, -1L, 255L, 256L, long.MaxValue, long.MinValue, 0.0, 1.0, -1.5, 1e300, double.Epsilon, double.MaxValue, 1e15, double.NaN,
            double.PositiveInfinity, double.NegativeInfinity, "", "Baidu", "百度", "a\"b\\c\n\t\u0001/", "😀", new string('x', 200_000), Array.Empty<byte>(), new byte[] { 0, 1, 255 },
        ];
        await using var transport = Create(Options());

        // One by one, and all in a list and a map: what can be sent in the plain way, and what cannot.
        foreach (var value in values) Assert.Equal(value, await EchoAsync(transport, value));
        object?[] plain = [.. values.Where(value => value is not byte[] && value is not double number || value is double n && double.IsFinite(n))];
        Assert.Equal(plain, Assert.IsType<IReadOnlyList<object?>>(await EchoAsync(transport, plain), exactMatch: false));
        Assert.Equal(values, Assert.IsType<IReadOnlyList<object?>>(await EchoAsync(transport, values), exactMatch: false));
        var map = new Dictionary<string, object?> { ["a"] = 1L, ["b"] = new List<object?> { 1L, new Dictionary<string, object?> { ["ключ"] = null } }, ["c"] = new byte[] { 7 } };
        var echo = Assert.IsType<IReadOnlyDictionary<string, object?>>(await EchoAsync(transport, map), exactMatch: false);
        Assert.Equal(["a", "b", "c"], echo.Keys.Order());
        Assert.Equal(1L, echo["a"]);
        Assert.Equal(new byte[] { 7 }, echo["c"]);
        var list = Assert.IsType<IReadOnlyList<object?>>(echo["b"], exactMatch: false);
        Assert.Equal(KeyValuePair.Create("ключ", (object?)null), Assert.Single(Assert.IsType<IReadOnlyDictionary<string, object?>>(list[1], exactMatch: false)));
    }

    [Fact]
    public async Task A_whole_number_with_a_point_stays_one_with_a_point()
    {
        await using var transport = Create(Options());
        Assert.Equal("FLOAT NOT NULL", await ValueAsync(transport, new CypherStatement("type", "RETURN valueType($value)").With(("value", 3.0))));
        Assert.Equal("INTEGER NOT NULL", await ValueAsync(transport, new CypherStatement("type", "RETURN valueType($value)").With(("value", 3))));
    }

    [Fact]
    public async Task Nodes_relationships_and_paths_are_whole()
    {
        await using var transport = Create(Options());
        object?[] values = [];
        await transport.RunAsync(
            new CypherStatement("path", "CREATE p = (a:Company:Entity {id: 'baidu', size: 3})-[r:MEMBER_OF {tier: 'vice-chair'}]->(b:Alliance) RETURN a, r, b, p"),
            AccessMode.Write,
            row => values = row.Values.ToArray());
        var (a, r, b, p) = (Assert.IsType<CypherNode>(values[0]), Assert.IsType<CypherRelationship>(values[1]), Assert.IsType<CypherNode>(values[2]), Assert.IsType<CypherPath>(values[3]));
        Assert.Equal(["Company", "Entity"], a.Labels.Order());
        Assert.Equal(["id:baidu", "size:3"], a.Properties.Select(property => $"{property.Key}:{property.Value}").Order());
        Assert.Equal(("MEMBER_OF", a.ElementId, b.ElementId, "vice-chair"), (r.Type, r.StartElementId, r.EndElementId, r.Properties["tier"]));
        Assert.Equal([a.ElementId, b.ElementId], p.Nodes.Select(node => node.ElementId));
        Assert.Equal(r.ElementId, Assert.Single(p.Relationships).ElementId);
    }

    [Fact]
    public async Task Values_that_others_have_stored_come_as_their_text()
    {
        await using var transport = Create(Options());
        object?[] values = [];
        await transport.RunAsync(
            new CypherStatement("literals", "RETURN date('2019-02-20'), localtime('12:30'), time('12:30+08:00'), localdatetime('2019-02-20T12:30'), datetime('2019-02-20T12:30+08:00'), duration('P1DT2H'), point({x: 1, y: 2})"),
            AccessMode.Read,
            row => values = row.Values.ToArray());
        Assert.Equal(
            ["DATE", "LOCAL TIME", "ZONED TIME", "LOCAL DATETIME", "ZONED DATETIME", "DURATION", "POINT"], values.Select(value => Assert.IsType<CypherLiteral>(value).Type));
        Assert.Equal(["2019-02-20", "12:30:00", "12:30:00+08:00", "2019-02-20T12:30:00", "2019-02-20T12:30:00+08:00"], values[..5].Select(value => Normal((CypherLiteral)value!)));

        static string Normal(CypherLiteral literal) => literal.Text.Replace("12:30+", "12:30:00+", StringComparison.Ordinal) is var text && text.EndsWith("12:30", StringComparison.Ordinal) ? text + ":00" : text;
    }

    [Fact]
    public async Task Counters_tell_what_was_changed()
    {
        await using var transport = Create(Options());
        var summary = await transport.RunAsync(new CypherStatement("create", "CREATE (:A {x: 1})-[:R]->(:B)"), AccessMode.Write);
        Assert.Equal(
            new CypherCounters { NodesCreated = 2, RelationshipsCreated = 1, PropertiesSet = 1, LabelsAdded = 2 }, summary.Counters);
        summary = await transport.RunAsync(new CypherStatement("delete", "MATCH (n) DETACH DELETE n"), AccessMode.Write);
        Assert.Equal(new CypherCounters { NodesDeleted = 2, RelationshipsDeleted = 1 }, summary.Counters);
        Assert.Equal(CypherCounters.None, (await transport.RunAsync(new CypherStatement("read", "RETURN 1"), AccessMode.Read)).Counters);
    }

    [Fact]
    public async Task An_error_after_rows_is_an_error()
    {
        await using var transport = Create(Options());
        var e = await Assert.ThrowsAsync<CypherException>(() => transport.RunAsync(new CypherStatement("late", "UNWIND [1, 1, 0] AS x RETURN 1 / x"), AccessMode.Read));
        Assert.Equal((CypherErrorKind.Client, "Neo.ClientError.Statement.ArithmeticError", "late"), (e.Kind, e.Code, e.Statement));
        await Assert.ThrowsAsync<CypherException>(() =>
            transport.RunAsync(new CypherStatement("very late", "UNWIND range(-200000, 0) AS x RETURN 1 / x"), AccessMode.Read));
    }

    [Theory]
    [InlineData("RETRUN 1", CypherErrorKind.Client, "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("RETURN $missing", CypherErrorKind.Client, "Neo.ClientError.Statement.ParameterMissing")]
    [InlineData("CREATE (n) RETURN n", CypherErrorKind.Client, "Neo.ClientError.Statement.AccessMode")]
    public async Task A_statement_that_is_refused_says_why(string text, CypherErrorKind kind, string code)
    {
        await using var transport = Create(Options());
        var e = await Assert.ThrowsAsync<CypherException>(() => transport.RunAsync(new CypherStatement("refused", text), AccessMode.Read));
        Assert.Equal((kind, code), (e.Kind, e.Code));
    }

    [Fact]
    public async Task What_breaks_a_constraint_is_told_from_what_is_wrong()
    {
        await using var transport = Create(Options());
        await transport.RunAsync(new CypherStatement("constraint", "CREATE CONSTRAINT contract_test IF NOT EXISTS FOR (n:ContractTest) REQUIRE n.id IS UNIQUE"), AccessMode.Write);
        try
        {
            var e = await Assert.ThrowsAsync<CypherException>(() =>
                transport.RunAsync(new CypherStatement("twice", "UNWIND [1, 1] AS id CREATE (:ContractTest {id: id})"), AccessMode.Write));
            Assert.Equal(CypherErrorKind.ConstraintViolation, e.Kind);
            Assert.Equal(0L, await CountAsync(transport));
        }
        finally
        {
            await transport.RunAsync(new CypherStatement("constraint", "DROP CONSTRAINT contract_test"), AccessMode.Write);
        }
    }

    [Fact]
    public async Task A_transaction_is_seen_after_its_commit_only()
    {
        await using var transport = Create(Options());
        await using var transaction = await transport.BeginAsync(AccessMode.Write);
        await transaction.RunAsync(new CypherStatement("create", "CREATE (:A)"));
        await transaction.RunAsync(new CypherStatement("create", "CREATE (:A)"));
        var inside = 0L;
        await transaction.RunAsync(new CypherStatement("count", "MATCH (n:A) RETURN count(n)"), row => inside = row.Get<long>(0));
        Assert.Equal(2, inside);
        Assert.Equal(0L, await CountAsync(transport));
        Assert.NotEmpty(await transaction.CommitAsync());
        Assert.Equal(2L, await CountAsync(transport));
    }

    [Fact]
    public async Task A_transaction_without_commit_leaves_nothing()
    {
        await using var transport = Create(Options());
        await using (var transaction = await transport.BeginAsync(AccessMode.Write))
        {
            await transaction.RunAsync(new CypherStatement("create", "CREATE (:A)"));
        }

        Assert.Equal(0L, await CountAsync(transport));
    }

    [Fact]
    public async Task An_error_ends_a_transaction()
    {
        await using var transport = Create(Options());
        await using (var transaction = await transport.BeginAsync(AccessMode.Write))
        {
            await transaction.RunAsync(new CypherStatement("create", "CREATE (:A)"));
            await Assert.ThrowsAsync<CypherException>(() => transaction.RunAsync(new CypherStatement("late", "UNWIND [1, 0] AS x RETURN 1 / x")));
            await Assert.ThrowsAnyAsync<Exception>(() => transaction.CommitAsync());
        }

        Assert.Equal(0L, await CountAsync(transport));
    }

    [Fact]
    public async Task A_bookmark_changes_with_a_commit_and_with_nothing_else()
    {
        await using var reader = Create(Options());
        await using var writer = Create(Options());
        var before = await BookmarkAsync(reader);
        Assert.Equal(before, await BookmarkAsync(reader));
        await writer.RunAsync(new CypherStatement("create", "CREATE (:A)"), AccessMode.Write);
        Assert.NotEqual(before, await BookmarkAsync(reader));
    }

    [Fact]
    public async Task Rows_can_be_stopped_in_the_middle()
    {
        await using var transport = Create(Options());
        using var source = new CancellationTokenSource();
        var seen = 0L;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.RunAsync(
            new CypherStatement("many", "UNWIND range(1, 100000000) AS n RETURN n"),
            AccessMode.Read,
            _ =>
            {
                if (++seen == 1000) source.Cancel();
            },
            source.Token));
        Assert.InRange(seen, 1000, 10_000_000);
        Assert.Equal(1L, await EchoAsync(transport, 1L));
    }

    [Fact]
    public async Task What_a_callback_throws_comes_out_as_it_is()
    {
        await using var transport = Create(Options());
        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => transport.RunAsync(
            new CypherStatement("one", "RETURN 1"), AccessMode.Read, _ => throw new System.Text.Json.JsonException("mine")));
    }

    [Fact]
    public async Task Several_run_at_a_time()
    {
        await using var transport = Create(Options());
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            await transport.RunAsync(new CypherStatement("create", "CREATE (:A {i: $i})").With(("i", i)), AccessMode.Write);
            Assert.Equal((long)i, await EchoAsync(transport, (long)i));
        }));
        Assert.Equal(16L, await CountAsync(transport));
    }

    [Fact]
    public async Task A_big_batch_and_a_big_result_are_whole()
    {
        await using var transport = Create(Options());
        var rows = Enumerable.Range(0, 10_000).Select(i => (object?)new Dictionary<string, object?> { ["id"] = $"node-{i}", ["name"] = $"百度 {i}", ["size"] = (long)i }).ToArray();
        var summary = await transport.RunAsync(new CypherStatement("batch", "UNWIND $rows AS row CREATE (n:A) SET n = row").With(("rows", rows)), AccessMode.Write);
        Assert.Equal(10_000, summary.Counters.NodesCreated);
        var (count, sum) = (0, 0L);
        await transport.RunAsync(
            new CypherStatement("read", "MATCH (n:A) RETURN n.id, n.name, n.size"),
            AccessMode.Read,
            row =>
            {
                Assert.Equal($"node-{row.Get<long>(2)}", row.Get<string>(0));
                Assert.Equal($"百度 {row.Get<long>(2)}", row.Get<string>(1));
                count++;
                sum += row.Get<long>(2);
            });
        Assert.Equal((10_000, 49_995_000L), (count, sum));
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_shown()
    {
        var options = Options();
        options.Password = "not-the-password";
        await using var transport = Create(options);
        var e = await Assert.ThrowsAsync<CypherException>(() => EchoAsync(transport, 1L));
        Assert.Equal(CypherErrorKind.Security, e.Kind);
        Assert.DoesNotContain(options.Password, e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(options.Password, transport.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_said()
    {
        var options = Options();
        options.Database = "nowhere";
        await using var transport = Create(options);
        Assert.Equal(CypherErrorKind.DatabaseNotFound, (await Assert.ThrowsAsync<CypherException>(() => EchoAsync(transport, 1L))).Kind);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        var options = Options();
        options.Uri = new UriBuilder(options.Uri) { Port = 1 }.Uri.ToString();
        await using var transport = Create(options);
        var e = await Assert.ThrowsAsync<CypherException>(() => EchoAsync(transport, 1L));
        Assert.Equal(CypherErrorKind.Unavailable, e.Kind);
        Assert.True(e.MayPass);
    }

    [Fact]
    public async Task A_deadlock_is_a_failure_that_passes()
    {
        await using var transport = Create(Options());
        await transport.RunAsync(new CypherStatement("create", "CREATE (:A {id: 1}), (:A {id: 2})"), AccessMode.Write);
        await using var first = await transport.BeginAsync(AccessMode.Write);
        await using var second = await transport.BeginAsync(AccessMode.Write);
        var touch = new CypherStatement("touch", "MATCH (n:A {id: $id}) SET n.touched = true");
        await first.RunAsync(touch.With(("id", 1)));
        await second.RunAsync(touch.With(("id", 2)));
        var failure = await Assert.ThrowsAsync<CypherException>(() => Task.WhenAll(FailAsync(first, 2), FailAsync(second, 1)));
        Assert.Equal((CypherErrorKind.Transient, true), (failure.Kind, failure.MayPass));

        // The one that was chosen lets go of its locks at once.
        async Task FailAsync(ICypherTransaction transaction, long id) => await transaction.RunAsync(touch.With(("id", id)));
    }

    /// <summary>The only value of the only row.</summary>
    protected static async Task<object?> ValueAsync(ICypherTransport transport, CypherStatement statement, AccessMode mode = AccessMode.Read)
    {
        object? value = null;
        await transport.RunAsync(statement, mode, row => value = row[0]);
        return value;
    }

    private static Task<object?> EchoAsync(ICypherTransport transport, object? value) =>
        ValueAsync(transport, new CypherStatement("echo", "RETURN $value").With(("value", value)));

    private static Task<object?> CountAsync(ICypherTransport transport) => ValueAsync(transport, new CypherStatement("count", "MATCH (n) RETURN count(n)"));

    private static async Task<string> BookmarkAsync(ICypherTransport transport) =>
        string.Join(',', (await transport.RunAsync(new CypherStatement("one", "RETURN 1"), AccessMode.Read)).Bookmarks);
}
