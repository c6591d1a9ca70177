namespace EcosystemGraph.Ingest.Tests;

/// <summary>Each kind of bad input once: the code, the place and the whole message.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string, string, string, string> OneCell { get; } = new()
    {
        { "entities/chip-maker.csv", ",1986-11,", ",2019-13,",
            "entities/chip-maker.csv:3:27: INVALID_DATE founded: '2019-13' is not a date; expected EDTF such as 2019, 2019-11, 2019-11-02, 2017/2019, [2020..2022] or [..2018-09]" },
        { "entities/chip-maker.csv", ",FOUNDRY,", ",BAKERY,",
            "entities/chip-maker.csv:2:46: INVALID_VALUE model: 'BAKERY' is not of type BusinessModel, one of INTEGRATED, FABLESS, FOUNDRY" },
        { "entities/fab.csv", "45000", "many", "entities/fab.csv:3:27: INVALID_VALUE capacity: 'many' is not of type Int" },
        { "entities/chip.csv", "12.50", "12,50",
            "entities/chip.csv:2:52: MALFORMED_ROW the row has 8 cells; expected 7, as the header has" },
        { "entities/chip.csv", "12.50", "cheap", "entities/chip.csv:2:15: INVALID_VALUE price: 'cheap' is not of type Decimal" },
        { "entities/chip-maker.csv", ",read,", ",certain,",
            "entities/chip-maker.csv:4:67: INVALID_VALUE 'certain' is not a certainty; expected nothing or one of denied, misprint, possible, inferred, read, likely, reported" },
        { "entities/chip-maker.csv", "极光半导体", "Jiguang", "entities/chip-maker.csv:2:29: INVALID_VALUE nameZh: 'Jiguang' has no Chinese character" },
        { "entities/material.csv", "neon,Neon,Ne,", "neon,Neon,,", "entities/material.csv:3:11: MISSING_VALUE no statement gives 'neon' a value of symbol, which every Material must have" },
        { "entities/material.csv", "neon,Neon,", "neon,,", "entities/material.csv:3:6: MISSING_VALUE no statement gives 'neon' a name; expected one that is no misprint" },
        { "entities/material.csv", "certainty", "colour", "entities/material.csv:1:16: UNKNOWN_PROPERTY 'colour' is not a column of entities/material.csv; expected one of id, name, nameZh, aliases, description, symbol, certainty, cite, note" },
        { "entities/chip-maker.csv", ",fab-survey#Annex A,the survey", ",,the survey", "entities/chip-maker.csv:3:36: MISSING_CITATION a statement without a citation; expected document#locator" },
        { "entities/chip-maker.csv", ",fab-survey#Annex A,the survey", ",fab-survey,the survey",
            "entities/chip-maker.csv:3:36: INVALID_VALUE 'fab-survey' is not a citation; expected document#locator, several joined by ' | '" },
        { "entities/chip-maker.csv", ",fab-survey#Annex A,the survey", ",survey#Annex A,the survey", "entities/chip-maker.csv:3:36: UNKNOWN_DOCUMENT 'survey' in the citation 'survey#Annex A' is not a document" },
        { "entities/chip-maker.csv", ",fab-survey#Annex A,the survey", ",fab-survey#Annex B,the survey", "entities/chip-maker.csv:3:36: UNKNOWN_LOCATOR 'Annex B' is not in the list of locators of 'fab-survey'" },
        { "entities/chip-maker.csv", "reported,fab-survey#Annex A", "reported,fab-survey#Annex A | gone#x", "entities/chip-maker.csv:6:48: UNKNOWN_DOCUMENT 'gone' in the citation 'gone#x' is not a document" },
        { "locators.csv", "fab-survey,Figure 2", "fab-poll,Figure 2", "locators.csv:7:1: UNKNOWN_DOCUMENT 'fab-poll' is not a document" },
        { "sources.csv", "editor,judgement", "editor,opinion", "sources.csv:4:8: INVALID_VALUE type: 'opinion' is not one of text, gazetteer, judgement, computed" },
        { "relations/uses.csv", "fab-1,neon", "fab-1,argon", "relations/uses.csv:2:7: DANGLING_END to: 'argon' is not an entity" },
        { "relations/uses.csv", "fab-1,neon", "fab-0,neon", "relations/uses.csv:2:1: DANGLING_END from: 'fab-0' is not an entity" },
        { "relations/uses.csv", "fab-1,neon", "fab-1,a-core", "relations/uses.csv:2:7: FORBIDDEN_ENDS USES may not lead from Fab 'fab-1' to Chip 'a-core'; from Fab it may lead to Material" },
        { "relations/uses.csv", "fab-1,neon", "aurora,neon", "relations/uses.csv:2:8: FORBIDDEN_ENDS USES may not lead from ChipMaker 'aurora' to Material 'neon'; it may start from Fab" },
        { "relations/allied_with.csv", "borealis,etchworks,possible", "lumen,aurora,possible", "relations/allied_with.csv:3:7: DUPLICATE ALLIED_WITH is symmetric and is given from 'aurora' to 'lumen' too; expected one order of the two ends" },
        { "relations/operates.csv", "fab-1,1995,2019-03", "fab-1,1995,1994", "relations/operates.csv:2:19: INVALID_DATE validTo '1994' is before validFrom '1995'" },
        { "indicators.csv", ",true", ",yes", "indicators.csv:4:50: INVALID_VALUE complete: 'yes' is neither true nor false" },
        { "indicators.csv", "wafers,Wafers,", "wafers,,", "indicators.csv:4:8: MISSING_VALUE 'wafers' has no name" },
        { "observations.csv", "cascade,revenue,", "cascade,profit,", "observations.csv:7:9: UNKNOWN_INDICATOR 'profit' is not an indicator" },
        { "observations.csv", ",USD,,,chip-report#Table 1,\ncascade,revenue-share", ",CNY,,,chip-report#Table 1,\ncascade,revenue-share",
            "observations.csv:7:30: UNKNOWN_INDICATOR 'CNY' is not a unit of the indicator 'revenue'; expected USD or EUR" },
        { "observations.csv", "cascade,revenue,,2022,>,", "cascade,revenue,,2022,much,", "observations.csv:7:23: INVALID_VALUE op: 'much' is not an operator; expected nothing or one of ~ >= > <= < ~< ?" },
        { "observations.csv", ",>,2e9,", ",>,2 billion,", "observations.csv:7:25: INVALID_VALUE value: '2 billion' is not a number; expected a decimal such as 12.5 or 300e6" },
        { "observations.csv", ",>,2e9,", ",>,,", "observations.csv:7:25: MISSING_VALUE an observation without a figure; expected a number, or the qualifier for an unknown one" },
        { "observations.csv", ",?,,,", ",?,3,,", "observations.csv:9:23: INVALID_VALUE value: '3' stands where the figure is said to be unknown; expected none" },
        { "observations.csv", "9e9,1.1e10", "9e9,1.1e9", "observations.csv:3:27: INVALID_VALUE high: '1100000000' is less than the lower end '9000000000'" },
        { "observations.csv", ",estimate,", ",guess,", "observations.csv:8:42: INVALID_VALUE nature: 'guess' is not one of target, estimate, forecast, planned, derived" },
        { "observations.csv", "cascade,revenue-share,a-core", "cascade,revenue-share,b-core", "observations.csv:8:23: DANGLING_END by: 'b-core' is not an entity" },
        { "observations.csv", "drift,revenue", "adrift,revenue", "observations.csv:9:1: DANGLING_END subject: 'adrift' is not an entity" },
        { "merges.csv", "lumen-optics,lumen", "lumen-optics,fab-1", "merges.csv:2:14: FORBIDDEN_ENDS 'lumen-optics' is a ToolMaker and 'fab-1' a Fab; expected two ids of one kind" },
        { "merges.csv", "lumen-optics,lumen", "lumen-optics,lumens", "merges.csv:2:14: DANGLING_END into: 'lumens' is not an entity" },
        { "conflicts.csv", "who-runs-fab-2,fab-2,operators,Aurora", "who-runs-fab-2,fab-9,operators,Aurora", "conflicts.csv:2:16: DANGLING_END subject: 'fab-9' is not an entity" },
        { "conflicts.csv", "operates:aurora:fab-2", "operates:aurora:fab-9",
            "conflicts.csv:2:39: DANGLING_END 'operates:aurora:fab-9' refers to nothing; expected an entity, entity.property, a relation, an observation or derivation:id" },
        { "conflicts.csv", ",CONTRADICTION", ",QUARREL", "conflicts.csv:2:82: INVALID_VALUE type: 'QUARREL' is not one of CONTRADICTION, SCOPE, NAMING, ARITHMETIC, SILENCE" },
        { "projections.csv", "PRODUCER,SUPPLIES", "PRODUCT,SUPPLIES", "projections.csv:2:33: UNKNOWN_KIND 'PRODUCT' is not a kind or interface of the ontology" },
        { "projections.csv", "PRODUCER,SUPPLIES", "PRODUCER,SELLS", "projections.csv:2:42: UNKNOWN_KIND 'SELLS' is not a kind of relation of the ontology" },
        { "projections.csv", "DIRECTED,share", "DIRECTED,weight", "projections.csv:2:60: UNKNOWN_PROPERTY 'weight' is not a numeric property of any relation of the projection" },
        { "projections.csv", "PRODUCER,SUPPLIES,DIRECTED", "PRODUCER,-SUPPLIES,DIRECTED", "projections.csv:2:61: UNKNOWN_PROPERTY 'share' is not a numeric property of any relation of the projection" },
        { "projections.csv", "material,,,UNDIRECTED", "material,FAB,,UNDIRECTED", "projections.csv:3:101: INVALID_EXPRESSION a path stands with the kinds and relations 'FAB'; expected one or the other" },
        { "projections.csv", "DIRECTED,share", "BOTH,share", "projections.csv:2:51: INVALID_VALUE direction: 'BOTH' is not one of UNDIRECTED, DIRECTED" },
        { "projections.csv", "FAB -USES-> MATERIAL <-USES- FAB", "FAB -USES-> MATERIAL -USES-> FAB",
            "projections.csv:3:98: INVALID_EXPRESSION path 'FAB -USES-> MATERIAL -USES-> FAB': 'MATERIAL -USES-> FAB' is nothing that the ontology allows" },
        { "projections.csv", "FAB -USES-> MATERIAL <-USES- FAB", "FAB USES MATERIAL", "projections.csv:3:98: INVALID_EXPRESSION path 'FAB USES MATERIAL': 'USES' is no step; expected -RELATION->, <-RELATION- or -RELATION-" },
        { "derivations.csv", ",SUM,", ",TOTAL,", "derivations.csv:4:41: INVALID_EXPRESSION 'TOTAL' is not a rule; expected one of SUM, DIFF, PRODUCT, SHARE, RATIO, COUNT, MEAN, MEDIAN, MIN, MAX, DAYS, MONTHS, YEARS, UNION, INTERSECTION, EXCEPT, ORDER" },
        { "derivations.csv", "{fab-1|fab-2}", "{fab-1|fab-3}", "derivations.csv:4:45: INVALID_EXPRESSION 'aurora.wafers.fab-3.2022.count' is no observation" },
        { "derivations.csv", "aurora.wafers..2022.count,,SUM", "aurora.wafers.2022.count,,SUM", "derivations.csv:4:14: INVALID_EXPRESSION 'aurora.wafers.2022.count' is not an observation; expected subject.indicator.by.period.unit" },
        { "derivations.csv", "to is Fab", "to is Works", "derivations.csv:2:25: INVALID_EXPRESSION 'Works' is not a kind or interface of the ontology" },
        { "derivations.csv", "from = aurora", "from = zephyr", "derivations.csv:2:25: INVALID_EXPRESSION 'zephyr' is not an entity" },
        { "derivations.csv", "to is Fab", "share > most", "derivations.csv:2:25: INVALID_EXPRESSION 'share' is not a property of OPERATES" },
        { "derivations.csv", ",,aurora.wafers-share.fab-1.2022.%", ",2,aurora.wafers-share.fab-1.2022.%", "derivations.csv:3:18: MISSING_VALUE 'share-of-fab-1' has both a stated figure and a derived one; expected one of the two" },
        { "derivations.csv", ",,aurora.wafers-share.fab-1.2022.%", ",,", "derivations.csv:3:16: MISSING_VALUE 'share-of-fab-1' has neither a stated figure nor a derived one; expected one of the two" },
        { "derivations.csv", ",,aurora.wafers-share.fab-1.2022.%", ",,aurora.wafers..2022.count", "derivations.csv:3:17: INVALID_EXPRESSION 'aurora.wafers..2022.count' is stated by an observation; expected it under 'stated'" },
        { "derivations.csv", ",,aurora.wafers-share.fab-1.2022.%", ",,zephyr.wafers-share.fab-1.2022.%", "derivations.csv:3:17: INVALID_EXPRESSION 'zephyr' is not an entity" },
        { "derivations.csv", ",,aurora.wafers-share.fab-1.2022.%", ",,aurora.wafers-share.fab-1.2022.USD",
            "derivations.csv:3:17: UNKNOWN_INDICATOR 'USD' is not a unit of the indicator 'wafers-share'; expected %" },
        { "derivations.csv", "from = aurora", "from equals aurora",
            "derivations.csv:2:25: INVALID_EXPRESSION 'from equals aurora' is not a condition; expected such as 'is Kind', 'RELATION id', '<-RELATION id', 'within id', 'property > value', 'has property' or 'cites document', after 'from' or 'to' of that end, or 'from = id'" },
    };

    [Theory]
    [MemberData(nameof(OneCell))]
    public void A_bad_cell_is_one_problem_at_its_line_and_column(string file, string good, string bad, string expected)
    {
        using var bundle = new BundleCopy();
        bundle.Replace(file, good, bad);
        Assert.Contains(expected, bundle.Problems());
    }

    [Fact]
    public void A_bad_cell_does_not_make_its_row_dangle()
    {
        using var bundle = new BundleCopy();
        bundle.Replace("entities/chip-maker.csv", ",2004,", ",in spring,");
        Assert.Single(bundle.Problems());
    }

    [Fact]
    public void A_row_with_other_cells_than_the_header_is_refused_where_the_first_is_too_many()
    {
        using var bundle = new BundleCopy();
        bundle.Append("relations/uses.csv", "fab-3,neon,,chip-report#Table 2,,");
        Assert.Equal(["relations/uses.csv:5:34: MALFORMED_ROW the row has 6 cells; expected 5, as the header has"], bundle.Problems());
    }

    [Fact]
    public void An_open_quote_is_refused_where_it_opens()
    {
        using var bundle = new BundleCopy();
        bundle.Append("merges.csv", "aurora,borealis,,\"one address");
        Assert.Equal(["merges.csv:3:18: MALFORMED_ROW the quote that opens here is never closed"], bundle.Problems());
    }

    [Fact]
    public void A_quote_within_a_cell_is_refused_and_the_next_row_is_read()
    {
        using var bundle = new BundleCopy();
        bundle.Append("merges.csv", "aurora,borealis,,one \"address\"").Append("merges.csv", "gallium,argon,,no such gas");
        Assert.Equal(
            [
                "merges.csv:3:22: MALFORMED_ROW '\"' within a cell; expected a comma or the end of the line, and quotes doubled in a quoted cell",
                "merges.csv:4:9: DANGLING_END into: 'argon' is not an entity",
            ], bundle.Problems());
    }

    [Fact]
    public void A_missing_column_is_one_problem_and_not_one_for_each_row()
    {
        using var bundle = new BundleCopy();
        bundle["relations/uses.csv"] = "from,to\nfab-1,neon\nfab-2,neon\n";
        Assert.Equal(["relations/uses.csv:1:1: MALFORMED_ROW the header has no column 'cite'"], bundle.Problems());
    }

    [Fact]
    public void A_column_given_twice_and_an_empty_file_are_refused()
    {
        using var bundle = new BundleCopy();
        bundle.Replace("merges.csv", "certainty,reason", "reason,reason");
        bundle["relations/uses.csv"] = "";
        Assert.Equal(
            [
                "merges.csv:1:16: MALFORMED_ROW the column 'reason' stands in the header twice",
                "relations/uses.csv:1:1: MALFORMED_ROW the file is empty; expected a header row",
            ], bundle.Problems().Where(p => p.Contains("MALFORMED", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cells_after_a_line_break_in_quotes_have_their_own_line()
    {
        using var bundle = new BundleCopy();
        bundle["merges.csv"] = "id,reason,into\nlumen-optics,\"one\naddress\",lumens\n";
        Assert.Equal(["merges.csv:3:10: DANGLING_END into: 'lumens' is not an entity"], bundle.Problems());
    }

    [Fact]
    public void The_same_row_twice_is_told_from_the_same_key_with_other_content()
    {
        using var bundle = new BundleCopy();
        bundle.Append("entities/material.csv", "neon,Neon,Ne,,chip-report#Table 2,").Append("entities/material.csv", "gallium,Gallium,G,,chip-report#Table 2,");
        Assert.Equal(
            [
                "entities/material.csv:4:1: DUPLICATE the statement of 'neon' by chip-report#Table 2 is given twice; the first is at entities/material.csv:3",
                "entities/material.csv:5:1: DUPLICATE the statement of 'gallium' by chip-report#Table 2 is given twice with different content; expected one; the first is at entities/material.csv:2",
            ], bundle.Problems());
    }

    [Fact]
    public void An_id_of_two_kinds_is_refused()
    {
        using var bundle = new BundleCopy();
        bundle.Append("entities/material.csv", "a-core,A-Core,Ac,,chip-report#Table 2,");
        Assert.Equal(["entities/material.csv:4:1: DUPLICATE 'a-core' is a Material here and a Chip elsewhere; expected one kind for one id; the first is at entities/chip.csv:2"], bundle.Problems());
    }

    [Theory]
    [InlineData("Neon")]
    [InlineData("neon gas")]
    [InlineData("-neon")]
    [InlineData("")]
    public void An_id_is_a_slug(string id)
    {
        using var bundle = new BundleCopy();
        bundle.Append("entities/material.csv", id + ",X,X,,chip-report#Table 2,");
        Assert.Contains($"entities/material.csv:4:1: INVALID_ID '{id}' is not an id; expected a slug of a-z, 0-9 and inner hyphens", bundle.Problems());
    }

    [Fact]
    public void A_misprint_is_no_name()
    {
        using var bundle = new BundleCopy();
        bundle.Replace("entities/material.csv", "neon,Neon,Ne,,", "neon,Neom,Ne,misprint,");
        Assert.Equal(["entities/material.csv:3:6: MISSING_VALUE no statement gives 'neon' a name; expected one that is no misprint"], bundle.Problems());
    }

    [Fact]
    public void Merges_may_not_go_round()
    {
        using var bundle = new BundleCopy();
        bundle.Append("merges.csv", "lumen,etchworks,,").Append("merges.csv", "etchworks,lumen-optics,,");
        Assert.Equal(
            [
                "merges.csv:2:14: INVALID_VALUE 'lumen-optics' is merged into itself by way of 'lumen'",
                "merges.csv:3:7: INVALID_VALUE 'lumen' is merged into itself by way of 'etchworks'",
                "merges.csv:4:11: INVALID_VALUE 'etchworks' is merged into itself by way of 'lumen-optics'",
            ], bundle.Problems());
    }

    [Fact]
    public void A_file_of_no_kind_is_refused_by_name()
    {
        using var bundle = new BundleCopy();
        bundle["entities/planet.csv"] = "id,name,cite\n";
        bundle["relations/orbits.csv"] = "from,to,cite\n";
        bundle["weather.csv"] = "id\n";
        Assert.Equal(
            [
                "entities/planet.csv: UNKNOWN_KIND 'entities/planet.csv' belongs to nothing of the ontology; expected the file of a kind: chip-maker, tool-maker, fab, material, chip",
                "relations/orbits.csv: UNKNOWN_KIND 'relations/orbits.csv' belongs to nothing of the ontology; expected the file of a relation: supplies, allied_with, operates, uses, fabricates",
                "weather.csv: UNKNOWN_KIND 'weather.csv' belongs to nothing of the ontology; expected sources, locators, indicators, observations, derivations, conflicts, merges or projections",
            ], bundle.Problems());
    }

    [Fact]
    public void A_folder_without_ontology_or_description_is_not_a_bundle()
    {
        using var bundle = new BundleCopy();
        bundle.Delete("ontology.graphql").Delete("bundle.json");
        Assert.Equal(
            [
                $"NOT_A_BUNDLE '{bundle.Folder}' is not a bundle: it has no bundle.json",
                $"NOT_A_BUNDLE '{bundle.Folder}' is not a bundle: it has no ontology.graphql",
            ], bundle.Problems());
        var missing = Path.Combine(bundle.Folder, "nowhere");
        Assert.Equal($"NOT_A_BUNDLE the folder '{missing}' does not exist", Bundles.Bundle.Read(missing).Problems.Single().ToString());
        var file = Path.Combine(bundle.Folder, "merges.csv");
        Assert.Equal($"NOT_A_BUNDLE '{file}' is a file; expected the folder of a bundle", Bundles.Bundle.Read(file).Problems.Single().ToString());
    }

    [Theory]
    [InlineData("{", "bundle.json:1:2: SYNTAX the file is not JSON")]
    [InlineData("""{"name":"chips","title":"Chips"}""", "bundle.json: MISSING_VALUE the member \"description\" is missing or not a text")]
    [InlineData("""{"name":"Chips!","title":"Chips","description":"Chips."}""", "bundle.json: INVALID_ID name: 'Chips!' is not an id; expected a slug of a-z, 0-9 and inner hyphens")]
    public void A_description_says_what_it_must(string json, string expected)
    {
        using var bundle = new BundleCopy();
        bundle["bundle.json"] = json;
        Assert.Equal([expected], bundle.Problems());
        Assert.False(bundle.Read().IsValid);
    }

    [Fact]
    public void An_ontology_that_cannot_be_read_does_not_hide_malformed_rows()
    {
        using var bundle = new BundleCopy();
        bundle.Replace("ontology.graphql", "type Chip @node", "type Chip @knot").Append("merges.csv", "one,two");
        Assert.Equal(
            [
                "merges.csv:3:5: MALFORMED_ROW the row has 2 cells; expected 4, as the header has",
                "ontology.graphql:58:11: INVALID_ONTOLOGY unknown directive @knot; expected one of @node, @relationship, @relationshipProperties, @fulltext, @single, @exists, @region, @contains",
            ], bundle.Problems());
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_refused_with_its_line()
    {
        using var bundle = new BundleCopy();
        File.WriteAllBytes(Path.Combine(bundle.Folder, "merges.csv"), [.. "id,into,reason\nx,y,"u8, 0xC3, 0x28]);
        Assert.Equal(["merges.csv:2: SYNTAX the file is not UTF-8"], bundle.Problems());
    }

    [Fact]
    public void All_problems_come_at_once_in_the_order_of_files_and_lines()
    {
        using var bundle = new BundleCopy();
        bundle.Append("relations/uses.csv", "fab-3,argon,perhaps,chip-report#Table 9,").Append("merges.csv", "x,y,,").Append("entities/chip.csv", "b core,B,,,,chip-report#Table 1,");
        var places = bundle.Read().Problems.Select(p => (p.File!, p.Line, p.Column)).ToList();
        Assert.Equal(
            [
                ("entities/chip.csv", 4, 1), ("merges.csv", 3, 1), ("merges.csv", 3, 3),
                ("relations/uses.csv", 5, 7), ("relations/uses.csv", 5, 13), ("relations/uses.csv", 5, 21),
            ], places);
    }
}
