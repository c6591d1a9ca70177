using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Execution;

/// <summary>What ties a run to those who wait for it.</summary>
/// <param name="Stop">Cancelled when the last of them goes away.</param>
/// <param name="Progress">Told how far the run is; tells all of them.</param>
internal sealed record RunControl(CancellationToken Stop, IProgress<KernelProgress> Progress);
