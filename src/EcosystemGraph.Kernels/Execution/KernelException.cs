namespace EcosystemGraph.Kernels;

/// <summary>The stable codes of <see cref="KernelException"/>.</summary>
public static class KernelErrorCodes
{
    /// <summary>An argument or the graph breaks a precondition of the kernel.</summary>
    public const string BadArgument = "BAD_ARGUMENT";

    /// <summary>An iterative kernel did not reach its tolerance within its rounds.</summary>
    public const string NotConverged = "NOT_CONVERGED";

    /// <summary>The measure has no value on this graph.</summary>
    public const string NotDefined = "NOT_DEFINED";
}

/// <summary>A kernel refused its input or found no answer. The message names the offending value and what was expected.</summary>
public sealed class KernelException : Exception
{
    /// <summary>Makes an exception with one of the <see cref="KernelErrorCodes"/>.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="message">What was given and what was expected.</param>
    public KernelException(string code, string message)
        : base(message) => Code = code;

    /// <summary>One of <see cref="KernelErrorCodes"/>.</summary>
    public string Code { get; }

    internal static KernelException BadArgument(string message) => new(KernelErrorCodes.BadArgument, message);

    internal static KernelException NotConverged(string measure, int rounds, double change, double tolerance) =>
        new(KernelErrorCodes.NotConverged, $"{measure} did not converge: after {rounds} rounds the change is {change:R}, expected at most {tolerance:R}.");

    internal static KernelException NotDefined(string message) => new(KernelErrorCodes.NotDefined, message);
}
