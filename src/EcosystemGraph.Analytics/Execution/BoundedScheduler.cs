namespace EcosystemGraph.Analytics.Execution;

/// <summary>
/// Runs tasks on a few threads of its own: a request that waits for a run holds a thread of the pool, and the run must not wait for that very pool.
/// Threads start when there is work and end when there is none.
/// </summary>
internal sealed class BoundedScheduler(int concurrency) : TaskScheduler
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Task> _waiting = new();
    private int _threads;

    public override int MaximumConcurrencyLevel => concurrency;

    protected override void QueueTask(Task task)
    {
        lock (_lock)
        {
            _waiting.AddLast(task);
            if (_threads == concurrency) return;
            _threads++;
        }

        new Thread(Work) { IsBackground = true, Name = "analytics" }.Start();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override bool TryDequeue(Task task)
    {
        lock (_lock) return _waiting.Remove(task);
    }

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_lock) return [.. _waiting];
    }

    private void Work()
    {
        while (true)
        {
            Task task;
            lock (_lock)
            {
                if (_waiting.First is not { } first)
                {
                    _threads--;
                    return;
                }

                _waiting.RemoveFirst();
                task = first.Value;
            }

            TryExecuteTask(task);
        }
    }
}
