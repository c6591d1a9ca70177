namespace EcosystemGraph.Ingest.Loading;

/// <summary>The phases of a load, in their order.</summary>
public enum LoadPhase
{
    /// <summary>Files are read; counted in files.</summary>
    Reading,

    /// <summary>Facts are validated; counted in facts.</summary>
    Validating,

    /// <summary>Facts are compared with the store's; counted in facts.</summary>
    Comparing,

    /// <summary>The difference is written in one transaction; counted in facts.</summary>
    Writing,
}

/// <summary>How far a load has come.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Done">How much of the phase is done.</param>
/// <param name="Total">How much there is.</param>
public readonly record struct LoadProgress(LoadPhase Phase, int Done, int Total);
