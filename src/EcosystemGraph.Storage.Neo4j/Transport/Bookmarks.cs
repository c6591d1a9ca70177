namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>The newest state of the database that a transport has seen: what begins later waits until the server that answers has reached it.</summary>
internal sealed class Bookmarks
{
    private readonly Lock _lock = new();
    private string[] _newest = [];

    /// <summary>What a transaction that begins now has to see.</summary>
    public IReadOnlyList<string> Newest => Volatile.Read(ref _newest);

    /// <summary>Takes over the bookmarks of a transaction: they stand for what it saw, and for what it made.</summary>
    /// <param name="seen">What it began with.</param>
    /// <param name="made">What it ended with.</param>
    public void Advance(IReadOnlyList<string> seen, IReadOnlyList<string> made)
    {
        if (made.Count == 0) return;
        lock (_lock)
        {
            // Those that other transactions have brought meanwhile are kept.
            _newest = [.. _newest.Except(seen, StringComparer.Ordinal).Union(made, StringComparer.Ordinal)];
        }
    }

    /// <summary>Forgets all if the server does not know them any more, because the database was replaced by another: the next attempt begins from what is there.</summary>
    public void ForgetIfUnknown(CypherException e)
    {
        if (e.Code != CypherErrors.InvalidBookmark) return;
        lock (_lock) _newest = [];
    }
}
