using EcosystemGraph.Model.Facts;
using Xunit;

namespace EcosystemGraph.TestKit.Facts;

/// <summary>Compares facts to the last digit.</summary>
public static class SameFacts
{
    /// <summary>Asserts that two collections hold the same facts, in any order.</summary>
    public static void AssertSameFacts(IEnumerable<Fact> expected, IEnumerable<Fact> actual) => Assert.Equal(FactText.OfAll(expected), FactText.OfAll(actual));
}
