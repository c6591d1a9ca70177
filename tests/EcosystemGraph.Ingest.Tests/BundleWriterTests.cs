using CsCheck;
using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.Ingest.Tests;

public sealed class BundleWriterTests : IDisposable
{
    private static readonly Bundle Original = Bundle.Read(TestBundles.Semiconductors);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("written");

    public static TheoryData<string> Bundles { get; } = [TestBundles.Semiconductors, TestBundles.Shipped];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Bundles))]
    public void What_is_written_reads_as_what_was_read(string folder)
    {
        var bundle = Bundle.Read(folder);
        var again = WriteAndRead(bundle, bundle.Facts);
        Assert.Empty(again.Problems);
        Assert.Equal(bundle.Manifest! with { Hash = "" }, again.Manifest! with { Hash = "" });
        Assert.Equal(bundle.Facts.OrderBy(f => f.Key), again.Facts.OrderBy(f => f.Key));
    }

    [Fact]
    public void The_order_of_the_facts_does_not_matter()
    {
        var hash = WriteAndRead(Original, Original.Facts).Manifest!.Hash;
        Assert.Equal(hash, WriteAndRead(Original, [.. Original.Facts.Reverse()]).Manifest!.Hash);
    }

    [Fact]
    public void Texts_and_figures_of_any_kind_survive()
    {
        var texts = Gen.OneOf(Gen.String[0, 12], Gen.String[Gen.OneOf(',', '"', '\n', '\r', '|', ' ', 'a', '中', 'é', '#', '\''), 0, 12])
            .Where(t => t.EnumerateRunes().All(r => r.Value is not 0xFFFD)).Select(Names.Normalize).Select(t => t.Length == 0 ? null : t);
        var numbers = Gen.Decimal.Select(d => (decimal?)d);
        Gen.Select(texts, texts, numbers, Gen.Enum<Certainty>(), Gen.Enum<ObservationNature>()).Sample((name, note, number, certainty, nature) =>
        {
            var facts = Original.Facts.Select(f => f switch
            {
                EntityStatement { Id: "drift" } entity => entity with { Name = name ?? "x", Note = note },
                ObservationStatement { Subject: "cascade", Indicator: "revenue" } figure => figure with { Value = number, Note = name, Nature = nature },
                RelationStatement { Kind: "USES" } relation => relation with { Note = note, Certainty = certainty },
                _ => f,
            }).ToList();
            var again = WriteAndRead(Original, facts);
            Assert.Empty(again.Problems);
            Assert.Equal(facts.OrderBy(f => f.Key), again.Facts.OrderBy(f => f.Key));
        }, iter: 60);
    }

    [Fact]
    public void An_existing_folder_is_left_as_it_is()
    {
        var error = Assert.Throws<IOException>(() => BundleWriter.Write(_folder.FullName, Original.Manifest!, [.. Original.Facts]));
        Assert.Equal($"'{_folder.FullName}' exists already; expected the name of a new folder", error.Message);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    private Bundle WriteAndRead(Bundle bundle, IReadOnlyCollection<Fact> facts)
    {
        var target = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N"));
        BundleWriter.Write(target, bundle.Manifest!, facts);
        var read = Bundle.Read(target);
        Directory.Delete(target, recursive: true);
        return read;
    }
}
