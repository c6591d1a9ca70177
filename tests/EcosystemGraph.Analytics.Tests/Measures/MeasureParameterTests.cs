using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Tests.Measures;

/// <summary>That parameters reach the kernels: on graphs so small that everyone sees the answer.</summary>
public sealed class MeasureParameterTests
{
    /// <summary>ada and bella sail for north, ada twice; north feeds south; nemo is alone.</summary>
    private static readonly GraphView Routes = new Sea().Ships("ada", "bella", "nemo").Lines("north", "south")
        .Tie("ada -SAILS_FOR-> north", key: "1", properties: ("tonnage", 2m)).Tie("ada -SAILS_FOR-> north", key: "2", properties: ("tonnage", 4m))
        .Tie("bella -SAILS_FOR-> north", properties: ("tonnage", 8m)).Ties("north -FEEDS-> south").View();

    [Theory]
    [InlineData("degree", "parallel", "MERGE", "north", 3.0)]
    [InlineData("degree", "parallel", "COUNT", "north", 4.0)]
    [InlineData("degree", "normalized", true, "north", 1.0)]
    [InlineData("strength", "parallel", "COUNT", "north", 15.0)]
    [InlineData("in-degree", "parallel", "MERGE", "north", 2.0)]
    [InlineData("out-degree", "parallel", "COUNT", "ada", 2.0)]
    [InlineData("closeness", "direction", "IN", "north", 0.5)]
    [InlineData("closeness", "direction", "OUT", "north", 0.25)]
    [InlineData("closeness", "direction", "ALL", "north", 0.75)]
    [InlineData("harmonic", "direction", "IN", "south", 2.0)]
    [InlineData("harmonic", "distance", "WEIGHT", "north", 0.625)]
    [InlineData("harmonic", "distance", "INVERSE", "north", 12.0)]
    [InlineData("betweenness", "normalized", false, "north", 2.0)]
    [InlineData("betweenness", "normalized", true, "north", 2.0 / 12)]
    [InlineData("core-number", "direction", "IN", "south", 0.0)]
    [InlineData("core-number", "direction", "ALL", "south", 1.0)]
    [InlineData("katz", "alpha", 0.5, "bella", 1.0)]
    [InlineData("katz", "beta", 3, "bella", 3.0)]
    public void A_parameter_changes_what_it_says(string measure, string parameter, object value, string entity, double expected) =>
        Assert.Equal(expected, Score(measure, entity, new Dictionary<string, object?> { [parameter] = value })!.Value, 1e-9);

    [Theory]
    [InlineData("hits-hub", "bella", 1 - (6 / 14.0))]
    [InlineData("hits-authority", "north", 1)]
    [InlineData("local-reaching", "bella", 0.5)]
    [InlineData("effective-size", "north", 3)]
    [InlineData("constraint", "south", 1)]
    [InlineData("voterank", "nemo", 0)]
    public void Roles_come_out_as_they_should(string measure, string entity, double expected) => Assert.Equal(expected, Score(measure, entity, null)!.Value, 1e-9);

    [Fact]
    public void What_is_not_defined_is_null_unranked_and_said()
    {
        var run = new CentralityService().Run(Routes, Sea.Everything, "constraint", null, CancellationToken.None);
        Assert.Null(Score("constraint", "nemo", null));
        Assert.Equal(4, run.Scores.Count);
        Assert.Equal("1 of 5 entities have no constraint: it is not defined for them", Assert.Single(run.Record.Warnings));
    }

    [Fact]
    public void A_measure_without_a_value_on_the_graph_says_so_with_its_code()
    {
        var acyclic = Sea.Spec(directed: true);
        var problem = Assert.Throws<QueryException>(() => new CentralityService().Run(Routes, acyclic, "eigenvector", null, CancellationToken.None));
        Assert.Equal(Kernels.KernelErrorCodes.NotDefined, problem.Code);
    }

    private static double? Score(string measure, string entity, Dictionary<string, object?>? parameters) =>
        new CentralityService().Score(Routes, Routes.Find(entity), Sea.Spec(directed: true, weight: "tonnage"), measure, parameters, CancellationToken.None);
}
