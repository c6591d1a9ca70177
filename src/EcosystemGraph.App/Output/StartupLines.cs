using EcosystemGraph.App.Hosting;
using EcosystemGraph.Model.Live;

namespace EcosystemGraph.App.Output;

/// <summary>Says what is served, from where, and at which address.</summary>
internal static class StartupLines
{
    /// <summary>Writes the lines.</summary>
    public static void Write(Terminal terminal, LiveGraph graph, IEnumerable<string> urls)
    {
        var output = terminal.Output;
        var snapshot = graph.Current;
        output.WriteLine($"{snapshot.Manifest.Title}: {snapshot.Entities.Count:N0} entities, {snapshot.Relations.Count:N0} relations, {snapshot.Observations.All.Count:N0} observations");
        output.WriteLine($"Database {graph.Store.Location} ({graph.Store.Kind}), revision {snapshot.Revision}");
        foreach (var url in urls) output.WriteLine($"GraphQL  {url.TrimEnd('/')}{WebService.GraphQLPath}, a page to ask it at {url.TrimEnd('/')}/");
        output.WriteLine("Ctrl-C stops the service.");
    }
}
