namespace EcosystemGraph.GraphQL.Execution;

/// <summary>
/// Whoever asks for the field that this thread answers. Filters and sorts are read before there is a field and run deep below one: they find here what takes their
/// asker away.
/// </summary>
internal static class Asker
{
    /// <summary>Cancelled when the request is, or when it takes too long.</summary>
    [field: ThreadStatic]
    public static CancellationToken Token { get; set; }
}
