using EcosystemGraph.Ingest.Loading;
using Spectre.Console;

namespace EcosystemGraph.App.Output;

/// <summary>Shows how far a load has come: bars that move where somebody looks on, else a line for every phase.</summary>
internal static class LoadDisplay
{
    /// <summary>Does the work while showing its progress.</summary>
    public static Task<T> ShowAsync<T>(Terminal terminal, Func<IProgress<LoadProgress>, Task<T>> work)
    {
        if (!terminal.IsInteractive) return work(new LoadLines(terminal.Output));
        return terminal.Canvas().Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new LoadBars(context)));
    }

    /// <summary>What a phase does, for people.</summary>
    internal static string Describe(LoadPhase phase) => phase switch
    {
        LoadPhase.Reading => "Reading files",
        LoadPhase.Validating => "Validating facts",
        LoadPhase.Comparing => "Comparing facts",
        LoadPhase.Writing => "Writing facts",
        _ => phase.ToString(),
    };

    // Called from one thread at a time, in the order of the phases.
    private sealed class LoadBars(ProgressContext context) : IProgress<LoadProgress>
    {
        private readonly Dictionary<LoadPhase, ProgressTask> _bars = [];

        public void Report(LoadProgress value)
        {
            if (!_bars.TryGetValue(value.Phase, out var bar)) _bars.Add(value.Phase, bar = context.AddTask(Describe(value.Phase)));

            // Phases of nothing are done at once.
            bar.MaxValue = Math.Max(value.Total, 1);
            bar.Value = value.Total == 0 ? 1 : value.Done;
        }
    }

    private sealed class LoadLines(TextWriter output) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
            if (value.Done == value.Total) output.WriteLine($"{Describe(value.Phase)}: {value.Total}");
        }
    }
}
