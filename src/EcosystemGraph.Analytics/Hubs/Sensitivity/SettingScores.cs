using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Measures.Catalog;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>Scores settings. Many settings see the same graph, for a date or a document left out need not change it: each graph is scored once.</summary>
internal sealed class SettingScores(IReadOnlyList<string> measures, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<string, Scored> _scores = new(StringComparer.Ordinal);

    /// <summary>The number of measures.</summary>
    public int Count => measures.Count;

    /// <summary>Computes what was asked for and is not known yet, what takes longest first.</summary>
    public void Compute(ParallelOptions options) => Parallel.ForEach(
        Partitioner.Create(_scores.OrderByDescending(s => s.Value.Cost).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.Scores).ToArray(), loadBalance: true),
        options, scores => _ = scores.Value);

    /// <summary>By measure a score for each vertex, NaN where it is undefined, computed when it is read; null where the measure has no value on this graph.</summary>
    public IReadOnlyList<Lazy<double[]?>> Of(GraphView view, HubSetting setting, Projection projection)
    {
        var content = Content(view, projection);
        return [.. measures.Select(m => Of(view, setting, projection, m, content))];
    }

    private Lazy<double[]?> Of(GraphView view, HubSetting setting, Projection projection, string measure, string content)
    {
        var definition = MeasureCatalog.Entity(measure);
        var merges = setting.MergesParallels && definition.Info.Parameters.Contains(CommonParameters.ParallelEdges) && !IsSimple(projection.Graph);
        var given = merges ? new Dictionary<string, object?> { [CommonParameters.ParallelEdges.Name] = "MERGE" } : null;
        return _scores.GetOrAdd($"{measure} {merges} {content}", _ => new Scored((double)projection.Graph.VertexCount * projection.Graph.ArcCount, new Lazy<double[]?>(Compute))).Scores;

        double[]? Compute()
        {
            try
            {
                var arguments = MeasureArguments.Bind(definition.Info, given, new ProjectionSource(view, setting.Spec));
                var context = new KernelContext { Threads = 1, Cancellation = cancellationToken };
                return ((EntityResult)definition.Compute(new MeasureInput(new MeasuredProjection(view, projection), definition.Info, arguments, context))).Scores;
            }
            catch (KernelException)
            {
                // Not defined or not converged on this graph: such a specification says nothing of the measure, and the tally counts it nowhere.
                return null;
            }
        }
    }

    /// <summary>The scores of one graph.</summary>
    /// <param name="Cost">What they cost, by the measure that costs most: vertices × edges.</param>
    /// <param name="Scores">The scores.</param>
    private sealed record Scored(double Cost, Lazy<double[]?> Scores);

    /// <summary>Whether there are neither parallels nor loops, so that merging changes nothing.</summary>
    private static bool IsSimple(CsrGraph graph)
    {
        for (var v = 0; v < graph.VertexCount; v++)
        {
            var neighbors = graph.OutNeighbors(v);
            for (var i = 0; i < neighbors.Length; i++)
            {
                if (neighbors[i] == v || (i > 0 && neighbors[i] == neighbors[i - 1])) return false;
            }
        }

        return true;
    }

    /// <summary>The vertices' ids and the edges as one hash: positions of entities mean something in their own snapshot only.</summary>
    private static string Content(GraphView view, Projection projection)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([projection.Graph.IsDirected ? (byte)1 : (byte)0]);
        foreach (var entity in projection.Entities) hash.AppendData(Encoding.UTF8.GetBytes(view.Snapshot.Entities.Id(entity) + '\n'));
        for (var v = 0; v < projection.Graph.VertexCount; v++)
        {
            hash.AppendData([(byte)'|']);
            hash.AppendData(MemoryMarshal.AsBytes(projection.Graph.OutNeighbors(v)));
            if (projection.Graph.HasWeights) hash.AppendData(MemoryMarshal.AsBytes(projection.Graph.OutWeights(v)));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
