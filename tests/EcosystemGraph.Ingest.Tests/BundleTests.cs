using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Ingest.Loading;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.Ingest.Tests;

public sealed class BundleTests
{
    private readonly Bundle _bundle = Bundle.Read(TestBundles.Semiconductors);

    [Fact]
    public void The_test_bundle_has_no_problem_and_no_warning()
    {
        Assert.Empty(_bundle.Problems);
        Assert.Empty(_bundle.Warnings);
        Assert.True(_bundle.IsValid);
        Assert.Equal(("semiconductors", "A semiconductor supply chain"), (_bundle.Manifest.Name, _bundle.Manifest.Title));
    }

    [Fact]
    public void The_shipped_bundle_has_no_problem()
    {
        var shipped = Bundle.Read(TestBundles.Shipped);
        Assert.Equal("", string.Join('\n', shipped.Problems));
        Assert.True(shipped.IsValid);
    }

    [Fact]
    public void Rows_of_one_id_are_statements_side_by_side_in_the_order_of_rows()
    {
        var statements = _bundle.Facts.OfType<EntityStatement>().Where(s => s.Id == "aurora").ToList();
        Assert.Equal([0, 1], statements.Select(s => s.Ordinal));
        Assert.Equal(["Aurora Semiconductor", "Aurora Foundry"], statements.Select(s => s.Name));
        Assert.Equal(["Aurora", "ASC"], statements[0].Aliases);
        Assert.Equal(PartialDate.Parse("1986-11"), statements[1].Properties["founded"]);
        Assert.Equal([new Citation("fab-survey", "Annex A")], statements[1].Citations);
        Assert.Equal("the survey counts from the registration", statements[1].Note);
    }

    [Fact]
    public void Cells_are_read_by_the_type_of_their_property()
    {
        var properties = _bundle.Facts.OfType<EntityStatement>().SelectMany(s => s.Properties).ToLookup(p => p.Key, p => p.Value);
        Assert.Equal(new object[] { "etching", "cleaning" }, properties["processes"].First());
        Assert.Equal(20000, properties["capacity"].First());
        Assert.Equal([false, true], properties["underConstruction"]);
        Assert.Equal([12.5m, .4m], properties["price"]);
        Assert.Equal([81.5, 4.0], properties["area"]);
        Assert.Contains("FOUNDRY", properties["model"]);
    }

    [Fact]
    public void A_document_cites_itself()
    {
        var report = _bundle.Facts.OfType<EntityStatement>().Single(s => s.Id == "chip-report");
        Assert.Equal(("Document", "TEXT"), (report.Kind, report.Properties["documentType"]));
        Assert.Equal([new Citation("chip-report", "document")], report.Citations);
    }

    [Fact]
    public void A_relation_takes_its_key_from_the_key_property()
    {
        var generations = _bundle.Facts.OfType<RelationStatement>().Where(r => r.Kind == "FABRICATES" && r.To == "a-core").Select(r => r.Id);
        Assert.Equal(["fabricates:fab-1:a-core:1", "fabricates:fab-2:a-core:2", "fabricates:fab-2:a-core:3"], generations);
    }

    [Fact]
    public void A_cell_may_hold_several_citations()
    {
        var supply = _bundle.Facts.OfType<RelationStatement>().Single(r => r.From == "lumen" && r.Kind == "SUPPLIES");
        Assert.Equal("chip-report#Table 2 | fab-survey#Annex A", Citation.Join(supply.Citations));
    }

    [Theory]
    [InlineData("aurora.revenue..2022.USD", Qualifier.About, 7.5e9, null, ObservationNature.Stated)]
    [InlineData("aurora.revenue..2025.USD", Qualifier.Between, 9e9, 1.1e10, ObservationNature.Forecast)]
    [InlineData("cascade.revenue..2022.USD", Qualifier.MoreThan, 2e9, null, ObservationNature.Stated)]
    [InlineData("cascade.revenue-share.a-core.2022.%", Qualifier.Exact, 80.0, null, ObservationNature.Estimate)]
    [InlineData("drift.revenue..2022.USD", Qualifier.Unquantified, null, null, ObservationNature.Stated)]
    public void Figures_are_read_with_their_qualifier(string id, Qualifier qualifier, double? value, double? high, ObservationNature nature)
    {
        var observation = _bundle.Facts.OfType<ObservationStatement>().Single(o => o.Id == id);
        Assert.Equal((qualifier, (decimal?)value, (decimal?)high, nature), (observation.Qualifier, observation.Value, observation.High, observation.Nature));
    }

    [Fact]
    public void Equal_cells_share_one_list_and_one_string()
    {
        var statements = _bundle.Facts.OfType<RelationStatement>().Where(r => r.Kind == "FABRICATES").ToList();
        Assert.Same(statements[0].Citations, statements[1].Citations);
        Assert.Same(statements[1].From, statements[2].From);
    }

    [Fact]
    public void Every_fact_knows_its_row_and_its_cells()
    {
        Assert.All(_bundle.Facts, f => Assert.NotNull(_bundle.Locate(f)));
        var drift = _bundle.Facts.OfType<EntityStatement>().Single(s => s.Id == "drift");
        Assert.Equal(new FactPlace("entities/chip-maker.csv", 6, 1), _bundle.Locate(drift));
        Assert.Equal(new FactPlace("entities/chip-maker.csv", 6, 21), _bundle.Locate(drift, "nameZh"));
        Assert.Null(_bundle.Locate(drift with { Note = "another object" }));
    }

    [Fact]
    public void The_hash_changes_with_any_byte_or_name_and_with_nothing_else()
    {
        using var copy = new BundleCopy();
        Assert.Equal(_bundle.Manifest!.Hash, copy.Read().Manifest!.Hash);
        Assert.Equal(new BundleIdentity(_bundle.Manifest.Name, _bundle.Manifest.Hash), Bundle.Identify(copy.Folder));
        Assert.Null(Bundle.Identify(Path.Combine(copy.Folder, "entities")));
        copy["notes.txt"] = "not part of the bundle";
        Assert.Equal(_bundle.Manifest.Hash, copy.Read().Manifest!.Hash);
        copy.Replace("merges.csv", "one address", "one Address");
        Assert.NotEqual(_bundle.Manifest.Hash, copy.Read().Manifest!.Hash);
    }

    [Fact]
    public void Line_ends_byte_order_marks_and_decomposed_letters_do_not_matter()
    {
        using var copy = new BundleCopy();
        copy["merges.csv"] = "\uFEFF" + copy["merges.csv"].Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n";
        copy.Replace("entities/chip-maker.csv", "Drift Devices", "De\u0301rive");
        var read = copy.Read();
        Assert.Empty(read.Problems);
        Assert.Equal("one address", read.Facts.OfType<MergeFact>().Single().Reason);
        Assert.Equal("D\u00e9rive", read.Facts.OfType<EntityStatement>().Single(s => s.Id == "drift").Name);
    }

    [Fact]
    public void What_is_suspicious_and_not_wrong_is_a_warning()
    {
        using var copy = new BundleCopy();
        copy.Append("sources.csv", "almanac,text,An Almanac,,,,,,").Append("locators.csv", "fab-survey,Annex B,")
            .Append("entities/chip.csv", "e-mem,E-Mem,,,,fab-survey#Annex A,").Append("entities/chip.csv", "b-mem,B-Mem,,,,fab-survey#Annex A,")
            .Append("relations/uses.csv", "fab-1,gallium,,chip-report#Table 2,");
        Assert.Empty(copy.Problems());
        Assert.Equal(
            [
                "entities/chip.csv:4:1: ORPHAN_ENTITY 'e-mem' has no relation and no observation",
                "entities/chip.csv:5:1: ORPHAN_ENTITY 'b-mem' has no relation and no observation",
                "entities/chip.csv:5:1: NOT_SORTED 'b-mem' stands after a greater one; expected rows sorted by id",
                "locators.csv:8:12: UNUSED_LOCATOR no fact cites 'fab-survey#Annex B'",
                "relations/uses.csv:5:1: NOT_SORTED 'fab-1' stands after a greater one; expected rows sorted by from, to",
                "sources.csv:5:1: UNUSED_DOCUMENT no fact cites 'almanac'",
            ], copy.Warnings());
    }

    [Fact]
    public void Reading_reports_its_phases()
    {
        var reports = new List<LoadProgress>();
        Bundle.Read(TestBundles.Semiconductors, new Reporter(reports));
        Assert.Equal([LoadPhase.Reading, LoadPhase.Validating], reports.Select(r => r.Phase).Distinct());
        Assert.Equal(new LoadProgress(LoadPhase.Validating, _bundle.Facts.Count, _bundle.Facts.Count), reports[^1]);
    }

    internal sealed class Reporter(List<LoadProgress> reports) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => reports.Add(value);
    }
}
