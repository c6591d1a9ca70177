using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.Storage.Sqlite.Tests;

/// <summary>
/// This assembly as a program of its own: it writes change set after change set into the file it is given, and says each revision when the store has
/// acknowledged it, until it is killed.
/// </summary>
public static class KilledWriter
{
    /// <summary>How many facts each change set adds.</summary>
    public const int FactsPerChangeSet = 500;

    public static async Task<int> Main(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        await using var store = await SqliteGraphStore.OpenAsync(arguments[0]);
        for (var revision = await store.GetRevisionAsync() + 1; revision < 10_000; revision++)
        {
            var facts = Enumerable.Range(0, FactsPerChangeSet).Select(i => Company($"c-{revision}-{i}", "C")).ToArray();
            var result = await store.ApplyAsync(Load($"change-{revision}", facts));
            Console.WriteLine(result.Revision);
        }

        return 0;
    }
}
