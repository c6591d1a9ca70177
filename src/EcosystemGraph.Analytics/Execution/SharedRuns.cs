using System.Collections.Immutable;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Execution;

/// <summary>
/// Results by key, each computed once however many ask at the same time. A run stops when the last of its askers has gone away; what failed or was stopped is
/// not kept. Results are kept up to a number of bytes, the least recently used go first.
/// </summary>
/// <typeparam name="T">The result.</typeparam>
/// <param name="scheduler">Where runs compute.</param>
/// <param name="capacity">The bytes that are kept.</param>
/// <param name="size">About how many bytes a result holds.</param>
internal sealed class SharedRuns<T>(TaskScheduler scheduler, long capacity, Func<T, long> size) where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _kept = new();
    private long _bytes;

    /// <summary>The result, waiting on the caller's thread.</summary>
    public T Get(string key, Func<RunControl, T> make, IProgress<KernelProgress>? progress, CancellationToken cancellationToken)
    {
        var entry = Join(key, make, progress, cancellationToken);
        try
        {
            // Not WaitAsync, whose continuation would need a thread of the pool.
            entry.Task.Wait(cancellationToken);
        }
        catch (AggregateException)
        {
            // Thrown below as it is.
        }
        finally
        {
            Leave(entry, progress);
        }

        return entry.Task.GetAwaiter().GetResult();
    }

    /// <summary>The result.</summary>
    public async Task<T> GetAsync(string key, Func<RunControl, T> make, IProgress<KernelProgress>? progress, CancellationToken cancellationToken)
    {
        var entry = Join(key, make, progress, cancellationToken);
        try
        {
            return await entry.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(entry, progress);
        }
    }

    private Entry Join(string key, Func<RunControl, T> make, IProgress<KernelProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                entry = new Entry(key);
                entry.Start(make, scheduler);
                _entries[key] = entry;
            }
            else if (entry.Node is { } node)
            {
                _kept.Remove(node);
                _kept.AddFirst(node);
            }

            entry.Askers++;
            if (progress is not null) entry.Listeners = entry.Listeners.Add(progress);
            return entry;
        }
    }

    private void Leave(Entry entry, IProgress<KernelProgress>? progress)
    {
        var abandoned = false;
        lock (_lock)
        {
            entry.Askers--;
            if (progress is not null) entry.Listeners = entry.Listeners.Remove(progress);
            if (entry.Task.IsCompletedSuccessfully) Keep(entry);
            else if (entry.Task.IsCompleted || entry.Askers == 0)
            {
                abandoned = !entry.Task.IsCompleted;
                // Whoever asks next starts anew; a later entry of the key is left alone.
                if (_entries.TryGetValue(entry.Key, out var current) && current == entry) _entries.Remove(entry.Key);
            }
        }

        if (abandoned) entry.Stop();
    }

    private void Keep(Entry entry)
    {
        if (entry.Node is not null || !_entries.TryGetValue(entry.Key, out var current) || current != entry) return;
        entry.Bytes = size(entry.Task.Result);
        entry.Node = _kept.AddFirst(entry);
        _bytes += entry.Bytes;
        while (_bytes > capacity && _kept.Last is { } last && last.Value != entry)
        {
            _kept.RemoveLast();
            _entries.Remove(last.Value.Key);
            _bytes -= last.Value.Bytes;
        }
    }

    private sealed class Entry(string key) : IProgress<KernelProgress>
    {
        private ImmutableList<IProgress<KernelProgress>> _listeners = [];

        public string Key { get; } = key;

        public Task<T> Task { get; private set; } = null!;

        public int Askers { get; set; }

        /// <summary>Who is told how far the run is.</summary>
        public ImmutableList<IProgress<KernelProgress>> Listeners
        {
            get => Volatile.Read(ref _listeners);
            set => Volatile.Write(ref _listeners, value);
        }

        public long Bytes { get; set; }

        public LinkedListNode<Entry>? Node { get; set; }

        public void Report(KernelProgress value)
        {
            foreach (var listener in Listeners) listener.Report(value);
        }

        /// <summary>Cancels the run.</summary>
        public Action Stop { get; private set; } = null!;

        public void Start(Func<RunControl, T> make, TaskScheduler scheduler)
        {
            // Never disposed: it has no timer, and the last asker may stop a run at the moment at which it ends.
            var source = new CancellationTokenSource();
            Stop = source.Cancel;
            Task = System.Threading.Tasks.Task.Factory.StartNew(() => make(new RunControl(source.Token, this)), source.Token, TaskCreationOptions.DenyChildAttach, scheduler);
        }
    }
}
