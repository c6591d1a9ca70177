using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;

namespace EcosystemGraph.Storage.Neo4j.Others;

/// <summary>Takes what others have written into the graph: as mutations, by the same rules as those of the API.</summary>
internal sealed class ForeignChangeIntake(ICypherRunner runner)
{
    /// <summary>Finds what others have written, and takes what can be taken.</summary>
    public async Task<ForeignChanges> TakeAsync(LiveGraph graph, CancellationToken cancellationToken)
    {
        var snapshot = graph.Current;
        var finder = new ForeignChangeFinder(snapshot);
        finder.Compare(await runner.RunAsync(SeenGraph.ReadAsync, cancellationToken).ConfigureAwait(false));
        if (finder.Redundant.Count > 0) await RunAsync("write/remove-taken-relations", finder.Redundant, cancellationToken).ConfigureAwait(false);

        var problems = new List<string>(finder.Problems);
        var statements = finder.Statements;
        while (statements.Count > 0)
        {
            // Somebody may have written through the program since the comparison began; then all of it may look different.
            if (graph.Current.Revision != snapshot.Revision) return ForeignChanges.None;
            try
            {
                await TakeAsync(graph, statements, cancellationToken).ConfigureAwait(false);
                return new ForeignChanges([.. statements.Select(s => $"{s.Place} was written in Neo4j and is taken, as {s.Statement.Citations[0]} says")], problems);
            }
            catch (InvalidChangeException e)
            {
                var refused = e.Problems.ToLookup(p => p.Key, p => p.Message);
                problems.AddRange(statements.Where(s => refused.Contains(s.Statement.Key)).Select(s => $"{s.Place} was written in Neo4j and not taken: {string.Join("; ", refused[s.Statement.Key])}"));
                var left = statements.Where(s => !refused.Contains(s.Statement.Key)).ToList();
                if (left.Count == statements.Count) throw;
                statements = left;
            }
        }

        return new ForeignChanges([], problems);
    }

    private async Task TakeAsync(LiveGraph graph, List<ForeignStatement> statements, CancellationToken cancellationToken)
    {
        var changes = new ChangeSet
        {
            Id = $"neo4j:{graph.Current.Revision}:{Hash(statements)}",
            Origin = Origin.Mutation,
            Upserts = [.. statements.Select(s => s.Statement)],
            Message = "Taken from what was written in Neo4j",
        };
        string[] strays = [.. statements.Where(s => s.IsStrayNode).Select(s => s.Element)];
        if (strays.Length > 0) await RunAsync("write/adopt-nodes", strays, cancellationToken).ConfigureAwait(false);
        await graph.ApplyAsync(changes, cancellationToken).ConfigureAwait(false);
        string[] relations = [.. statements.Where(s => s.IsNewRelation).Select(s => s.Element)];
        if (relations.Length > 0) await RunAsync("write/remove-taken-relations", relations, cancellationToken).ConfigureAwait(false);
    }

    private Task<CypherSummary> RunAsync(string name, IReadOnlyList<string> elements, CancellationToken cancellationToken) => runner.RunAsync(
        (transport, token) => transport.RunAsync(CypherLibrary.Get(name).With(("elements", elements)), AccessMode.Write, null, token), cancellationToken);

    private static string Hash(IEnumerable<ForeignStatement> statements) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', statements.Select(s => $"{s.Element} {s.Statement.Key} {s.Statement}")))))[..16];
}
