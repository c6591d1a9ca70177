using EcosystemGraph.Analytics.Statistics;

namespace EcosystemGraph.Analytics.Tests.Statistics;

public sealed class HolmCorrectionTests
{
    [Fact]
    public void The_smallest_is_multiplied_by_the_number_of_all_and_none_gets_below_a_smaller_one() =>
        Assert.Equal([.04, .03, .04, .04], HolmCorrection.Apply([.03, .0075, .02, .04 / 3]).Select(p => Math.Round(p!.Value, 12)).ToArray());

    [Fact]
    public void None_exceeds_one_and_what_is_missing_does_not_count() =>
        Assert.Equal([1, null, .04, 1], HolmCorrection.Apply([.6, null, .04 / 3, .5]));
}
