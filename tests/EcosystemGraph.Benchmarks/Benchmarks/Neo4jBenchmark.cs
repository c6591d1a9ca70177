using System.Diagnostics;
using System.Globalization;
using EcosystemGraph.Benchmarks.Harness;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;
using EcosystemGraph.Storage.Neo4j;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Benchmarks.Benchmarks;

/// <summary>
/// Loading a large graph into Neo4j against <c>LOAD CSV</c> of the same rows and against another program (<c>NEO4J_PEER</c>, a command that is given a CSV of edges and
/// prints a line <c>relations: … N/s</c>); reading it back; three hops in memory against the same in Cypher. <c>NEO4J_HTTP</c> and <c>NEO4J_PASSWORD</c> say where: the
/// database is emptied.
/// </summary>
internal static class Neo4jBenchmark
{
    // Relationships first: those of many nodes are too many for a transaction.
    private static readonly string[] Clear =
    [
        "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS",
        "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS",
    ];

    private const string CsvEntities = """
        LOAD CSV WITH HEADERS FROM $url AS row
        CALL (row) { MERGE (e:Entity {id: row.id}) SET e:Node, e.name = row.name, e.weight = toInteger(row.weight), e.cite = row.cite } IN TRANSACTIONS OF 10000 ROWS
        """;

    private const string CsvRelations = """
        LOAD CSV WITH HEADERS FROM $url AS row
        CALL (row) {
          MATCH (a:Entity {id: row.from})
          MATCH (b:Entity {id: row.to})
          MERGE (a)-[r:LINKED_TO]->(b) SET r.cite = row.cite
        } IN TRANSACTIONS OF 10000 ROWS
        """;

    private const string CsvCreatedRelations = """
        LOAD CSV WITH HEADERS FROM $url AS row
        CALL (row) {
          MATCH (a:Entity {id: row.from})
          MATCH (b:Entity {id: row.to})
          CREATE (a)-[:LINKED_TO {cite: row.cite}]->(b)
        } IN TRANSACTIONS OF 10000 ROWS
        """;

    // The API's default.
    private const int Limit = 500;

    // What neighborhood answers: the nearest first, those alike by id, and the relations between them.
    private const string ThreeHops = """
        MATCH (a:Entity {id: $id})
        CALL (a) {
          RETURN a AS b, 0 AS hops
          UNION ALL
          MATCH (a)-[:LINKED_TO]-(b) RETURN DISTINCT b, 1 AS hops
          UNION ALL
          MATCH (a)-[:LINKED_TO]-(x) WITH DISTINCT x MATCH (x)-[:LINKED_TO]-(b) RETURN DISTINCT b, 2 AS hops
          UNION ALL
          MATCH (a)-[:LINKED_TO]-(x) WITH DISTINCT x MATCH (x)-[:LINKED_TO]-(y) WITH DISTINCT y MATCH (y)-[:LINKED_TO]-(b) RETURN DISTINCT b, 3 AS hops
        }
        WITH b, min(hops) AS hops ORDER BY hops, b.id LIMIT $limit
        WITH collect(b) AS found
        UNWIND found AS x
        MATCH (x)-[r:LINKED_TO]->(y) WHERE y IN found
        RETURN x.id, y.id
        """;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        if (Environment.GetEnvironmentVariable("NEO4J_HTTP") is not { Length: > 0 } uri)
        {
            Console.WriteLine("neo4j: not run, NEO4J_HTTP is not set");
            return;
        }

        var server = new Neo4jOptions { Uri = uri, Password = Environment.GetEnvironmentVariable("NEO4J_PASSWORD") };
        var facts = RandomEcosystem.Facts(options);
        var relations = facts.Count(f => f is RelationStatement);
        var folder = Directory.CreateTempSubdirectory("ecosystem-graph-benchmark");
        try
        {
            WriteCsv(folder.FullName, facts);
            var created = await LoadCsvAsync(server, folder.FullName, "LOAD CSV, CREATE", CsvCreatedRelations, relations);
            var merged = await LoadCsvAsync(server, folder.FullName, "LOAD CSV, MERGE", CsvRelations, relations);
            var (store, own) = await LoadAsync(server, facts);
            await using (store)
            {
                Measure.Report("load, against LOAD CSV", $"{own / created:F2} of CREATE, {own / merged:F2} of MERGE");
                var start = Stopwatch.GetTimestamp();
                var content = await store.ReadAsync();
                Per("read back", start, content.Facts.Count);
                await CompareHopsAsync(server, GraphSnapshot.Build(content));
            }

            if (await RunPeerAsync(server, Path.Combine(folder.FullName, "edges.csv")) is not { } peer) return;

            // Once more: the server compiles what it runs, and is faster for whoever comes later.
            var (later, warm) = await LoadAsync(server, facts);
            await later.DisposeAsync();
            Measure.Report("load, against the peer's relations", $"{own / peer:F2} before it, {warm / peer:F2} after it");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(Neo4jGraphStore Store, double Rate)> LoadAsync(Neo4jOptions server, IReadOnlyList<Fact> facts)
    {
        await ClearAsync(server);
        var store = await Neo4jGraphStore.OpenAsync(Neo4jConnection.Open(server));
        var start = Stopwatch.GetTimestamp();
        await store.ApplyAsync(new ChangeSet { Id = "load", Origin = Origin.Bundle, Upserts = facts, Manifest = RandomEcosystem.Manifest });
        return (store, Per("load", start, facts.Count));
    }

    private static async Task<double> LoadCsvAsync(Neo4jOptions server, string folder, string name, string relationStatement, int relations)
    {
        await ClearAsync(server);
        await RunAsync(server, "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE", TimeSpan.FromMinutes(1));
        await using var files = await FileHost.StartAsync(folder);
        var start = Stopwatch.GetTimestamp();
        await RunAsync(server, CsvEntities, TimeSpan.FromHours(1), ("url", files.Url("entities.csv")));
        await RunAsync(server, relationStatement, TimeSpan.FromHours(1), ("url", files.Url("relations.csv")));
        return Per(name, start, relations + File.ReadLines(Path.Combine(folder, "entities.csv")).Count() - 1);
    }

    private static async Task CompareHopsAsync(Neo4jOptions server, GraphSnapshot snapshot)
    {
        var view = GraphView.Of(snapshot);
        var nodes = snapshot.Entities.OfKind(snapshot.Ontology.Kind("Node")!);
        // Measurements need no secure randomness, but the same requests each time.
#pragma warning disable CA5394
        var random = new Random(7);
        var starts = Enumerable.Range(0, 40).Select(_ => nodes[random.Next(nodes.Length)]).ToArray();
#pragma warning restore CA5394
        var own = Measure.Many(10, starts.Length, i => Neighborhood.Run(view, new NeighborhoodRequest { Start = [starts[i]], Depth = 3, Limit = Limit }, CancellationToken.None)).Milliseconds;
        var cypher = new double[starts.Length];
        for (var i = 0; i < starts.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await RunAsync(server, ThreeHops, TimeSpan.FromMinutes(5), ("id", snapshot.Entities.Id(starts[i])), ("limit", (long)Limit));
            cypher[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(cypher);
        var (mine, theirs) = (Measure.Quantile(own, .5), Measure.Quantile(cypher, .5));
        Measure.Report($"three hops, the nearest {Limit} and what joins them", $"median {mine:F2} ms; the same in Cypher {theirs:F1} ms; {theirs / mine:F0} times as fast");
    }

    /// <summary>The relations a second of another program; null if there is none, or it does not tell.</summary>
    private static async Task<double?> RunPeerAsync(Neo4jOptions server, string edges)
    {
        if (Environment.GetEnvironmentVariable("NEO4J_PEER") is not { Length: > 0 } command) return null;
        await ClearAsync(server);
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(words[0]) { RedirectStandardOutput = true };
        foreach (var word in words.Skip(1).Append(edges)) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Console.Write(output);
        var line = output.Split('\n').FirstOrDefault(l => l.StartsWith("relations:", StringComparison.Ordinal));
        var rate = line?.Split(' ')[^1].Replace("/s", "", StringComparison.Ordinal);
        return double.TryParse(rate, NumberStyles.Float, CultureInfo.InvariantCulture, out var theirs) ? theirs : null;
    }

    private static async Task ClearAsync(Neo4jOptions server)
    {
        foreach (var statement in Clear) await RunAsync(server, statement, TimeSpan.FromHours(1));
    }

    private static async Task RunAsync(Neo4jOptions server, string cypher, TimeSpan patience, params (string Name, object? Value)[] parameters)
    {
        await using var runner = Neo4jConnection.Open(new Neo4jOptions { Uri = server.Uri, Password = server.Password, Resilience = new() { TimeoutSeconds = 3600, AttemptTimeoutSeconds = 3600 } });
        await runner.RunOnceAsync((transport, token) => transport.RunAsync(
            new CypherStatement("benchmark", cypher) { Patience = patience }.With(parameters), AccessMode.Write, null, token));
    }

    private static double Per(string what, long start, int rows)
    {
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Measure.Report(what, $"{rows:N0} rows in {seconds:F1} s, {rows / seconds:N0} rows/s");
        return rows / seconds;
    }

    private static void WriteCsv(string folder, IReadOnlyList<Fact> facts)
    {
        File.WriteAllLines(Path.Combine(folder, "entities.csv"), facts.OfType<EntityStatement>()
            .Select(e => $"{e.Id},{e.Name},{e.Properties["weight"]},{Citation.Join(e.Citations)}").Prepend("id,name,weight,cite"));
        File.WriteAllLines(Path.Combine(folder, "relations.csv"), facts.OfType<RelationStatement>().Select(r => $"{r.From},{r.To},{Citation.Join(r.Citations)}").Prepend("from,to,cite"));
        File.WriteAllLines(Path.Combine(folder, "edges.csv"), facts.OfType<RelationStatement>().Select(r => $"{r.From},{r.To}").Prepend("source,target"));
    }
}
