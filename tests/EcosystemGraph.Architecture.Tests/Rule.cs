namespace EcosystemGraph.Architecture.Tests;

/// <summary>Asserts that nothing breaks a rule.</summary>
internal static class Rule
{
    /// <summary>Fails with every violation, each on a line of its own and whole: a list of xunit's would be cut.</summary>
    public static void Holds(IEnumerable<string> violations)
    {
        var lines = violations.ToArray();
        Assert.True(lines.Length == 0, string.Join('\n', lines));
    }
}
