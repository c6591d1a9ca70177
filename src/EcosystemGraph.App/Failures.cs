namespace EcosystemGraph.App;

/// <summary>The command line or a setting asks for what there is not; the program ends with <see cref="ExitStatus.BadUsage"/>.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A command could not do what it was asked to, for the reason that the message gives; the program ends with <see cref="ExitStatus.Failed"/>.</summary>
internal sealed class FailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What the program says to the shell.</summary>
internal static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Not done, or done and found wanting.</summary>
    public const int Failed = 1;

    /// <summary>Not understood.</summary>
    public const int BadUsage = 2;
}
