namespace EcosystemGraph.Acceptance.Tests.Serving;

/// <summary>The tests that ask one served API; it is started once.</summary>
[CollectionDefinition(Name)]
public sealed class ServedApiCollection : ICollectionFixture<ServedApi>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "served API";
}
