namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>Hands out parts so that those under way at a time share no region of the graph: none waits for the locks of another, nor for one that waits for it.</summary>
/// <remarks>All members may be called from any thread. Taking is O(parts that are left) at worst.</remarks>
internal sealed class PartQueue(IEnumerable<Part> parts)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Part> _left = new(parts);
    private ulong _busy;
    private TaskCompletionSource _given = NewSource();

    /// <summary>Takes the first part whose regions are free, and waits until there is one; null if no part is left.</summary>
    public async Task<Part?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task given;
            lock (_lock)
            {
                if (_left.Count == 0) return null;
                for (var node = _left.First; node is not null; node = node.Next)
                {
                    if ((node.Value.Regions & _busy) != 0) continue;
                    _left.Remove(node);
                    _busy |= node.Value.Regions;
                    return node.Value;
                }

                given = _given.Task;
            }

            await given.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the regions of a part back that is written.</summary>
    public void Release(Part part)
    {
        TaskCompletionSource given;
        lock (_lock)
        {
            _busy &= ~part.Regions;
            (given, _given) = (_given, NewSource());
        }

        given.SetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
