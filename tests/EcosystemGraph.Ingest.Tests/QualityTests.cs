using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Model;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.Ingest.Tests;

/// <summary>What every build asks of a bundle beyond its form. Each test has the case that is suspicious and the like that is not.</summary>
public sealed class QualityTests
{
    private const string Ranks = "place,Place,Place in the survey,rank,true";

    [Fact]
    public void A_fact_without_a_citation_is_refused()
    {
        using var bundle = new BundleCopy();
        bundle.Replace("relations/uses.csv", "fab-1,neon,,chip-report#Table 2,", "fab-1,neon,,,");
        Assert.Equal([ProblemCode.MissingCitation], bundle.Read().Problems.Select(p => p.Code));
    }

    [Fact]
    public void A_citation_outside_the_closed_list_is_refused()
    {
        using var bundle = new BundleCopy();
        bundle.Replace("relations/uses.csv", "fab-1,neon,,chip-report#Table 2,", "fab-1,neon,,chip-report#Table 9,");
        Assert.Equal([ProblemCode.UnknownLocator], bundle.Read().Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("1 2 4", "nobody has rank 3 of 'place'")]
    [InlineData("2 3", "nobody has rank 1 of 'place'")]
    [InlineData("1 2 2 6", "nobody has the ranks from 3 to 5 of 'place'")]
    public void A_rank_that_nobody_has_is_reported_where_all_are_said_to_be_there(string ranks, string message)
    {
        using var bundle = Ranked(ranks, Ranks);
        Assert.StartsWith($"{WarningCode.RankGap} {message}", Assert.Single(bundle.Warnings()).Split(": ", 2)[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 2 3", Ranks, "")]
    [InlineData("1 2 2 4", Ranks, "")]
    [InlineData("1 2 2 3", Ranks, "")]
    [InlineData("1 4", Ranks, "two withdrew")]
    [InlineData("1 4", "place,Place,Place in the survey,rank,", "")]
    public void Ranks_without_gaps_or_with_a_reason_are_not(string ranks, string indicator, string note)
    {
        using var bundle = Ranked(ranks, indicator, note);
        Assert.Empty(bundle.Warnings());
    }

    [Theory]
    [InlineData("60 41.4", "", "")]
    [InlineData("33 33 36", "", "")]
    [InlineData("50 48", "true", "")]
    [InlineData("60 >=30 20", "", "")]
    public void Percentages_of_one_whole_that_do_not_add_up_are_reported(string shares, string complete, string note)
    {
        using var bundle = Shared(shares, complete, note);
        Assert.Equal([WarningCode.Percentages], bundle.Read().Warnings.Select(w => w.Code));
    }

    [Theory]
    [InlineData("60 40", "true", "")]
    [InlineData("33 33 35", "", "")]
    [InlineData("33.3 33.3 33.3", "true", "")]
    [InlineData("50 20", "", "")]
    [InlineData("60 ~45", "", "")]
    [InlineData("60 60", "", "a fab may do both")]
    public void Percentages_that_add_up_or_are_explained_are_not(string shares, string complete, string note)
    {
        using var bundle = Shared(shares, complete, note);
        Assert.Empty(bundle.Warnings());
    }

    [Fact]
    public void A_derivation_that_adds_percentages_up_explains_them()
    {
        using var bundle = Shared("60 60", "", "");
        bundle.Replace("derivations.csv", "share-of-fab-1", "load-total,120,,SUM,aurora.load.{fab-1|fab-2}.2022.%,0,\nshare-of-fab-1");
        Assert.Empty(bundle.Warnings());
    }

    [Theory]
    [InlineData("observations.csv", "aurora,revenue,,2022,~,7.5e9,,USD,,", "aurora,revenue,,2024,~,7.5e9,,USD,,", "period: '2024' is later than 'chip-report' of 2023-05")]
    [InlineData("observations.csv", "1.1e10,USD,forecast", "1.1e10,USD,estimate", "period: '2025' is later than 'chip-report' of 2023-05")]
    [InlineData("entities/fab.csv", "2016-07-01", "2023-06-01", "opened: '2023-06-01' is later than 'chip-report' of 2023-05")]
    [InlineData("relations/supplies.csv", "2020-03,2021", "2020-03,2026", "validTo: '2026' is later than 'chip-report' of 2023-05")]
    public void A_date_that_no_cited_document_can_know_is_reported(string file, string good, string bad, string message)
    {
        using var bundle = new BundleCopy();
        bundle.Replace(file, good, bad);
        Assert.Contains(message, Assert.Single(bundle.Warnings(), w => w.Contains(WarningCode.LateDate, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entities/fab.csv", "2016-07-01", "2023-05-31")]
    [InlineData("entities/fab.csv", "2016-07-01,,45000,,,chip-report#Table 1,", "2026,,45000,,,chip-report#Table 1,as planned")]
    [InlineData("entities/fab.csv", "2016-07-01,,45000,,,chip-report#Table 1,", "2024,,45000,,,chip-report#Table 1 | fab-survey#Annex A,")]
    [InlineData("relations/supplies.csv", "2020-03,2021", "2020-03,2023")]
    [InlineData("observations.csv", "1.1e10,USD,forecast", "1.1e10,USD,target")]
    public void A_date_that_a_cited_document_can_know_or_foresee_is_not(string file, string good, string other)
    {
        using var bundle = new BundleCopy();
        bundle.Replace(file, good, other);
        Assert.Empty(bundle.Warnings());
    }

    [Theory]
    [InlineData("Jiguang", true)]
    [InlineData("キョクコウ", true)]
    [InlineData("極光半導體", false)]
    [InlineData("360极光", false)]
    [InlineData("𠮷光", false)]
    public void A_Chinese_name_is_in_Chinese(string name, bool isReported)
    {
        using var bundle = new BundleCopy();
        bundle.Replace("entities/chip-maker.csv", "极光半导体", name);
        Assert.Equal(isReported ? [WarningCode.NotChinese] : [], bundle.Read().Warnings.Select(w => w.Code));
    }

    [Fact]
    public void The_shipped_bundle_leaves_nothing_to_ask() => Assert.Equal("", string.Join('\n', Bundle.Read(TestBundles.Shipped).Warnings));

    private static BundleCopy Ranked(string ranks, string indicator, string note = "")
    {
        string[] makers = ["aurora", "borealis", "cascade", "drift"];
        var bundle = new BundleCopy().Append("indicators.csv", indicator);
        Sort(bundle, "indicators.csv");
        return Observe(bundle, ranks.Split(' ').Select((rank, i) => $"{makers[i]},place,,2022,,{rank},,rank,,,fab-survey#Figure 2,{note}"));
    }

    private static BundleCopy Shared(string shares, string complete, string note)
    {
        string[] by = ["fab-1", "fab-2", "fab-3"];
        var bundle = new BundleCopy().Append("indicators.csv", $"load,Load,Share of the load,%,{complete}");
        Sort(bundle, "indicators.csv");
        return Observe(bundle, shares.Split(' ').Select((share, i) =>
            $"aurora,load,{by[i]},2022,{new string([.. share.TakeWhile(c => !char.IsDigit(c))])},{share.TrimStart('>', '=', '~')},,%,,,fab-survey#Figure 2,{note}"));
    }

    private static BundleCopy Observe(BundleCopy bundle, IEnumerable<string> rows)
    {
        foreach (var row in rows) bundle.Append("observations.csv", row);
        // By subject alone: rows of one subject stay in their order.
        var lines = bundle["observations.csv"].TrimEnd('\n').Split('\n');
        bundle["observations.csv"] = string.Join('\n', lines.Take(1).Concat(lines.Skip(1).OrderBy(l => l.Split(',')[0], StringComparer.Ordinal))) + "\n";
        return bundle;
    }

    private static void Sort(BundleCopy bundle, string file)
    {
        var lines = bundle[file].TrimEnd('\n').Split('\n');
        bundle[file] = string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Order(StringComparer.Ordinal))) + "\n";
    }
}
