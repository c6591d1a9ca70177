using EcosystemGraph.App.Options;
using EcosystemGraph.App.Output;
using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Ingest.Loading;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.App.Graphs;

/// <summary>Brings a store to what a bundle says, and shows how far it is.</summary>
internal static class BundleIntoStore
{
    /// <summary>Loads a bundle: the difference to what came from it before. Mutations are kept.</summary>
    /// <exception cref="FailedException">The folder is no bundle, or one with problems, or it does not fit together with the mutations; nothing was written.</exception>
    /// <exception cref="StoreException">The store cannot be opened, or refuses; nothing was written.</exception>
    public static async Task LoadAsync(string folder, GraphOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var summary = await LoadDisplay.ShowAsync(terminal, progress => LoadAsync(folder, options, progress, cancellationToken)).ConfigureAwait(false);
            terminal.Output.WriteLine(summary);
        }
        catch (InvalidInputException e)
        {
            throw e.Problems[0].Code == ProblemCode.NotABundle
                ? new FailedException($"{e.Problems[0].Message}; expected a folder with bundle.json and ontology.graphql", e)
                : new FailedException($"the bundle '{folder}' was not loaded: {e.Message}; 'validate {folder}' lists everything that is wrong with it", e);
        }
    }

    private static async Task<string> LoadAsync(string folder, GraphOptions options, IProgress<LoadProgress> progress, CancellationToken cancellationToken)
    {
        // Away from the thread that shows the progress, and before the database is made: a bundle that is refused leaves none behind.
        var bundle = await Task.Run(() => Bundle.Read(folder, progress), cancellationToken).ConfigureAwait(false);
        bundle.ThrowIfInvalid();
        var store = await GraphStores.OpenAsync(options, cancellationToken).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var result = await BundleLoader.LoadAsync(store, bundle, progress, cancellationToken).ConfigureAwait(false);
            return LoadSummary.Describe(result, store.Description);
        }
    }
}
