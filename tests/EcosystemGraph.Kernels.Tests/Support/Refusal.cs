namespace EcosystemGraph.Kernels.Tests;

/// <summary>A kernel refuses with a code and names the offending value.</summary>
internal static class Refusal
{
    public static void Is(string code, string naming, Action action)
    {
        KernelException exception = Assert.Throws<KernelException>(action);
        Assert.Equal(code, exception.Code);
        Assert.Contains(naming, exception.Message, StringComparison.Ordinal);
    }
}
