using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit;
using EcosystemGraph.TestKit.Facts;

namespace EcosystemGraph.Ingest.Tests;

/// <summary>A snapshot answers validation as a plain search through the facts of the bundle does.</summary>
public sealed class SnapshotLookupTests
{
    private readonly Bundle _bundle = Bundle.Read(TestBundles.Semiconductors);
    private readonly SnapshotLookup _actual;
    private readonly FactLookup _expected;

    public SnapshotLookupTests()
    {
        _actual = new SnapshotLookup(GraphSnapshot.Build(new GraphContent(1, _bundle.Manifest, _bundle.Facts)));
        _expected = new FactLookup(_bundle.Facts);
    }

    private IEnumerable<string> Ids => _bundle.Facts.OfType<EntityStatement>().Select(s => s.Id).Append("nothing").Distinct();

    [Fact]
    public void Of_every_entity() => Assert.All(Ids, id =>
    {
        Assert.Equal(_expected.KindOf(id), _actual.KindOf(id));
        Assert.Equal(_expected.StatementsOf(id), _actual.StatementsOf(id));
        Assert.Equal(_expected.MergedInto(id), _actual.MergedInto(id));
    });

    [Fact]
    public void Of_the_facts_of_every_subject() => Assert.All(_bundle.Facts, fact =>
        Assert.Equal(_expected.KeysOf(fact.Key.Type, fact.Key.Subject).Order(), _actual.KeysOf(fact.Key.Type, fact.Key.Subject).Order()));

    [Fact]
    public void Of_everything_that_would_dangle() => Assert.All(_bundle.Facts, fact =>
        Assert.Equal(_expected.DependentsOf(fact.Key.Type, fact.Key.Subject).Order(), _actual.DependentsOf(fact.Key.Type, fact.Key.Subject).Order()));

    [Fact]
    public void Of_every_indicator() => Assert.All(_bundle.Facts.OfType<IndicatorFact>(), i => Assert.Equal(_expected.Indicator(i.Id), _actual.Indicator(i.Id)));

    [Fact]
    public void The_bundle_on_top_of_itself_is_no_problem()
    {
        var changes = new ChangeSet { Id = "again", Origin = Origin.Mutation, Upserts = _bundle.Facts };
        Assert.Empty(ChangeSetValidator.Validate(_bundle.Ontology!, changes, _actual));
    }
}
