using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// The threads of the kernels, apart from the thread pool so that a long run starves no request. The caller always works itself, so a run goes on
/// however busy the others are, and no thread ever waits for one that has not started.
/// </summary>
internal static class WorkerPool
{
    private static readonly BlockingCollection<Job> Queue = [];
    private static readonly Lock Growth = new();
    private static int started;

    /// <summary>
    /// Runs <paramref name="body"/> on the calling thread and on up to <paramref name="threads"/> − 1 others, each with its own worker number.
    /// Bodies must take their work from a shared counter, for any of them but the caller's may never run. The first exception is rethrown.
    /// </summary>
    public static void Run(int threads, Action<int> body)
    {
        if (threads <= 1)
        {
            body(0);
            return;
        }
        Grow(threads - 1);
        var job = new Job(body);
        for (int i = 1; i < threads; i++)
        {
            Queue.Add(job);
        }
        job.RunAsCaller();
    }

    private static void Grow(int wanted)
    {
        if (Volatile.Read(ref started) >= wanted)
        {
            return;
        }
        lock (Growth)
        {
            while (started < wanted)
            {
                var thread = new Thread(Work) { IsBackground = true, Name = $"kernel-{started + 1}" };
                thread.Start();
                started++;
            }
        }
    }

    private static void Work()
    {
        foreach (Job job in Queue.GetConsumingEnumerable())
        {
            job.RunAsHelper();
        }
    }

    private sealed class Job(Action<int> body)
    {
        private readonly object gate = new();
        private int running;
        private int helpers;
        private bool closed;
        private ExceptionDispatchInfo? failure;

        public void RunAsHelper()
        {
            int worker;
            lock (gate)
            {
                if (closed)
                {
                    return;
                }
                worker = ++helpers;
                running++;
            }
            Guarded(worker);
            lock (gate)
            {
                running--;
                Monitor.Pulse(gate);
            }
        }

        public void RunAsCaller()
        {
            Guarded(0);

            // The helpers are on their last items: mostly they are done before a thread could sleep and wake.
            var spin = new SpinWait();
            while (Volatile.Read(ref running) > 0 && !spin.NextSpinWillYield)
            {
                spin.SpinOnce();
            }
            lock (gate)
            {
                closed = true;
                while (running > 0)
                {
                    Monitor.Wait(gate);
                }
            }
            failure?.Throw();
        }

        private void Guarded(int worker)
        {
            try
            {
                body(worker);
            }
            catch (Exception exception)
            {
                // Rethrown on the caller's thread.
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }
    }
}
