using EcosystemGraph.Analytics.Engines;
using EcosystemGraph.GraphQL.Tests.Support;

namespace EcosystemGraph.GraphQL.Tests.Reading;

/// <summary>Measures computed elsewhere than in this process.</summary>
public sealed class EngineTests
{
    private const string Degree = "{ centrality(measure: DEGREE, projection: \"supply\", engine: GDS, top: 2) { totalCount scores { rank score entity { id } } record { measure version warnings digest } } }";

    [Fact]
    public async Task The_scores_of_an_engine_are_ranked_as_ours_and_the_record_says_whose_they_are()
    {
        var engine = new Known(new() { ["fab-1"] = 1, ["aurora"] = 7, ["borealis"] = 7, ["unknown"] = 9 });
        var data = await TestApi.Open(engine: engine).DataAsync(Degree);
        Assert.Equal(["aurora", "borealis"], data.Texts("centrality.scores", "entity.id"));
        Assert.Equal(["1", "1"], data.At("centrality.scores").EnumerateArray().Select(s => s.GetProperty("rank").ToString()));
        Assert.Equal("known", data.Text("centrality.record.version"));
        Assert.Contains("computed by known", data.Text("centrality.record.warnings.0"), StringComparison.Ordinal);
        Assert.Equal("degree", engine.Asked!.Measure);
        Assert.NotEmpty(engine.Asked.Relations);
    }

    [Theory]
    [InlineData("engine: GDS, asOf: \"2020\"", "asOf is 2020")]
    [InlineData("engine: GDS, projection: \"shared-materials\"", "collapses a path")]
    public async Task What_an_engine_cannot_see_is_refused(string arguments, string problem)
    {
        var error = await TestApi.Open(engine: new Known([])).ErrorAsync($"{{ centrality(measure: DEGREE, {arguments}) {{ totalCount }} }}");
        Assert.Equal(ErrorCode.BadArgument, error.Code);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_engine_that_is_said()
    {
        var error = await TestApi.Semiconductors.ErrorAsync(Degree);
        Assert.Equal((ErrorCode.BadArgument, "engine GDS: the graph is not in Neo4j, whose Graph Data Science library that is; leave the engine out to compute in this process"), (error.Code, error.Message));
    }

    private sealed class Known(Dictionary<string, double> scores) : ICentralityEngine
    {
        public EngineRequest? Asked { get; private set; }

        public string Name => "known";

        public Task<IReadOnlyDictionary<string, double>> ScoreAsync(EngineRequest request, CancellationToken cancellationToken)
        {
            Asked = request;
            return Task.FromResult<IReadOnlyDictionary<string, double>>(scores);
        }
    }
}
