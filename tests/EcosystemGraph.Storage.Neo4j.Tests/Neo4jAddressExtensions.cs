using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.TestKit.Neo4j;

namespace EcosystemGraph.Storage.Neo4j.Tests;

/// <summary>From the address of the tests' server to the options of the program.</summary>
internal static class Neo4jAddressExtensions
{
    /// <summary>The options for its Query API.</summary>
    public static Neo4jOptions HttpOptions(this Neo4jAddress address) => address.Options(address.Http!);

    /// <summary>The options for one of its addresses, or for one that leads there.</summary>
    public static Neo4jOptions Options(this Neo4jAddress address, Uri uri) => new()
    {
        Uri = uri.ToString(),
        Username = address.Username,
        Password = address.Password,
        Database = address.Database,
    };
}
