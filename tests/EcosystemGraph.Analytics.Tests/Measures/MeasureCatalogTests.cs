using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Tests.Measures;

public sealed class MeasureCatalogTests
{
    public static TheoryData<string> Names => [.. MeasureCatalog.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_measure_in_it_works_under_both_of_its_names(string name)
    {
        var info = MeasureCatalog.Find(name)!;
        Assert.Same(info, MeasureCatalog.Find(info.EnumName));
        Assert.Equal(name.Replace('-', '_').ToUpperInvariant(), info.EnumName);
        Assert.All([info.Description, info.Cost, info.Memory.ToString(), info.Paper], text => Assert.NotEmpty(text));
        var run = new MeasureService().Run(Whole(info.Needs.HasFlag(MeasureNeeds.TwoSides) ? Path() : Triangle()), info.EnumName, Examples.Of(info.Name, Ids));
        Assert.Same(info, run.Measure);
        Assert.Equal(info.Scope, run.Result.Scope);
        Assert.Equal(name, run.Record.Measure);
        Assert.Equal(info.Parameters.Select(p => p.Name), run.Record.Parameters.Keys);
        Assert.Equal(info.Needs.HasFlag(MeasureNeeds.Seed), run.Record.Seed is not null);
        Assert.Equal(4, run.Graph.Graph.VertexCount);
        switch (run.Result)
        {
            case EntityResult result: Assert.Equal(4, result.Scores.Length); break;
            case EdgeResult result: Assert.Equal(run.Graph.Graph.EdgeCount, result.Scores.Length); break;
            case PairResult result: Assert.NotEmpty(result.Pairs); break;
            case PartitionResult result: Assert.InRange(result.Count, 1, 4); break;
            case PathResult result: Assert.NotEmpty(result.Paths); break;
            default: Assert.IsType<GraphResult>(run.Result); break;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_measure_finds_nothing_on_an_empty_graph_and_does_not_fail(string name)
    {
        var info = MeasureCatalog.Find(name)!;
        if (info.Needs.HasFlag(MeasureNeeds.Vertices)) return;
        switch (new MeasureService().Run(Whole(new Sea().View()), name).Result)
        {
            case EntityResult result: Assert.Empty(result.Scores); break;
            case EdgeResult result: Assert.Empty(result.Scores); break;
            case PairResult result: Assert.Empty(result.Pairs); break;
            case PartitionResult result: Assert.Equal(0, result.Count); break;
            case GraphResult result: Assert.True(result.Value is null or 0 or 1, $"{result.Value}"); break;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_default_is_a_value_that_the_parameter_takes(string name)
    {
        var info = MeasureCatalog.Find(name)!;
        foreach (var parameter in info.Parameters.Where(p => p.Default is not null))
        {
            var given = new Dictionary<string, object?>(Examples.Of(info.Name, Ids) ?? []) { [parameter.Name] = parameter.Default };
            Assert.Equal(parameter.Default, MeasureArguments.Bind(info, given, Whole(Triangle())).Values[parameter.Name]);
        }
    }

    private static string Ids(int i) => new[] { "ada", "bella", "cora", "dora" }[i];

    private static ProjectionSource Whole(Query.Views.GraphView view) => new(view, Sea.Everything);

    [Theory]
    [InlineData("pagerank", "damping", 1.0, "1, expected a number from 0 to below 1")]
    [InlineData("pagerank", "damping", -0.1, "-0.1, expected a number from 0 to below 1")]
    [InlineData("pagerank", "damping", "much", "'much', expected a number from 0 to below 1")]
    [InlineData("pagerank", "damping", double.NaN, "NaN, expected a number")]
    [InlineData("pagerank", "tolerance", 0, "0, expected a number above 0 to 1")]
    [InlineData("pagerank", "maxRounds", 2.5, "2.5, expected a whole number from 1 to 1000000")]
    [InlineData("pagerank", "maxRounds", 0, "0, expected a whole number")]
    [InlineData("pagerank", "personalization", 3, "3, expected an object of entity ids and numbers")]
    [InlineData("degree", "normalized", "yes", "'yes', expected true or false")]
    [InlineData("degree", "parallel", "SPLIT", "'SPLIT', expected one of COUNT, MERGE")]
    [InlineData("degree", "damping", 0.5, "no parameter 'damping'; expected normalized, parallel")]
    [InlineData("triangles", "damping", 0.5, "no parameter 'damping'; expected none")]
    public void A_parameter_out_of_range_is_named_with_what_was_expected(string measure, string parameter, object value, string message)
    {
        var problem = Assert.Throws<QueryException>(() => Run(measure, parameter, value));
        Assert.Equal(QueryErrorCode.BadArgument, problem.Code);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(measure, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_measure_is_named_with_those_that_there_are()
    {
        Assert.Null(MeasureCatalog.Find("fame"));
        var problem = Assert.Throws<QueryException>(() => new CentralityService().Run(Triangle(), Sea.Everything, "fame", null, CancellationToken.None));
        Assert.Equal(QueryErrorCode.BadArgument, problem.Code);
        Assert.Contains("'fame'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("pagerank", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_personalises_by_someone_unknown_or_left_out_is_told_whom()
    {
        var unknown = Assert.Throws<QueryException>(() => Run("pagerank", "personalization", new Dictionary<string, object?> { ["nemo"] = 1 }));
        Assert.Equal(QueryErrorCode.NotFound, unknown.Code);
        Assert.Contains("'nemo'", unknown.Message, StringComparison.Ordinal);
        var left = Assert.Throws<QueryException>(() => new CentralityService().Run(Triangle(), Sea.Spec(["LINE"]), "pagerank",
            new Dictionary<string, object?> { ["personalization"] = new[] { "ada" } }, CancellationToken.None));
        Assert.Equal(QueryErrorCode.BadArgument, left.Code);
        Assert.Contains("'ada'", left.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Walks_that_start_anew_at_one_entity_favour_it()
    {
        var all = new CentralityService().Run(Triangle(), Sea.Everything, "pagerank", null, CancellationToken.None);
        var one = Run("pagerank", "personalization", new List<object?> { "dora" });
        var dora = Triangle().Find("dora");
        Assert.True(one.ByEntity[dora] > all.ByEntity[dora]);
        Assert.NotEqual(all.Record.Digest, one.Record.Digest);
        Assert.Equal(1, one.Scores.Sum(s => s.Score), 12);
        Assert.Equal(one.Record.Digest, Run("pagerank", "personalization", new Dictionary<string, object?> { ["dora"] = 7.5m }).Record.Digest);
    }

    private static CentralityRun Run(string measure, string parameter, object? value) =>
        new CentralityService().Run(Triangle(), Sea.Everything, measure, new Dictionary<string, object?> { [parameter] = value }, CancellationToken.None);

    private static Query.Views.GraphView Path() =>
        new Sea().Ships("ada", "bella", "cora", "dora").Ties("ada -SISTER_OF- bella", "bella -SISTER_OF- cora", "cora -SISTER_OF- dora").View();

    private static Query.Views.GraphView Triangle() =>
        new Sea().Ships("ada", "bella", "cora", "dora").Ties("ada -SISTER_OF- bella", "bella -SISTER_OF- cora", "ada -SISTER_OF- cora", "cora -SISTER_OF- dora").View();
}
