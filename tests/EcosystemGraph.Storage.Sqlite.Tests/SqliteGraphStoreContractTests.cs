using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit.Stores;

namespace EcosystemGraph.Storage.Sqlite.Tests;

/// <summary>The SQLite store keeps the contract.</summary>
public sealed class SqliteGraphStoreContractTests : GraphStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override async Task<IGraphStore> CreateAsync() => await SqliteGraphStore.OpenAsync(_folder.NewFile());
}
