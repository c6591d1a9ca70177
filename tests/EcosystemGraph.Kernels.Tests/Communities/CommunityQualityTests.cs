using System.Globalization;
using System.Text.Json;

namespace EcosystemGraph.Kernels.Tests;

/// <summary>
/// How good our communities are beside igraph's, over medians of ten seeds on generated graphs; peers.json has igraph's, make_peers.py made it. The graphs are
/// made here by the same rules, and a checksum of the edges says that they are the same.
/// </summary>
public sealed class CommunityQualityTests
{
    private const double Less = 0.001;

    private static readonly JsonElement Peers = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Communities", "peers.json"))).RootElement;

    private static readonly Dictionary<string, Func<CsrGraph, ulong, CommunityResult>> Methods = new(StringComparer.Ordinal)
    {
        ["louvain"] = (graph, seed) => Louvain.Compute(graph, context: new KernelContext { Seed = seed }),
        ["leiden"] = (graph, seed) => Leiden.Compute(graph, context: new KernelContext { Seed = seed }),
    };

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (JsonProperty graph in Peers.EnumerateObject())
        {
            foreach (string method in Methods.Keys)
            {
                data.Add(graph.Name, method);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_median_of_ten_seeds_is_no_worse_than_igraphs(string name, string method)
    {
        JsonElement peer = Peers.GetProperty(name);
        ((int S, int T)[] edges, int[]? planted) = Make(peer);
        Assert.Equal((peer.GetProperty("edgeCount").GetInt32(), peer.GetProperty("checksum").GetString()), (edges.Length, Checksum(edges)));
        CsrGraph graph = new EdgeList(peer.GetProperty("vertices").GetInt32(), edges, null, false).Graph();
        CommunityResult[] found = [.. Enumerable.Range(0, 10).Select(seed => Methods[method](graph, (ulong)seed))];
        double modularity = Median([.. found.Select(result => result.Quality!.Value)]), theirs = peer.GetProperty(method).GetProperty("modularity").GetDouble();
        Assert.True(modularity >= theirs - Less, $"{name}, {method}: modularity {modularity} and igraph {theirs}");
        if (planted is not null)
        {
            Partition truth = Partition.From(planted);
            double nmi = Median([.. found.Select(result => PartitionComparison.NormalizedMutualInformation(truth, result.Partition))]);
            theirs = peer.GetProperty(method).GetProperty("nmi").GetDouble();
            Assert.True(nmi >= theirs - Near.Exact, $"{name}, {method}: NMI {nmi} and igraph {theirs}");
        }
    }

    private static ((int S, int T)[] Edges, int[]? Planted) Make(JsonElement of)
    {
        int Number(string parameter) => of.GetProperty(parameter).GetInt32();
        return of.GetProperty("kind").GetString() switch
        {
            "planted" => Planted(Number("groups"), Number("smallest"), Number("step"), Number("edges"), of.GetProperty("mixing").GetDouble(), (ulong)Number("seed")),
            "rmat" => (RMat(Number("scale"), Number("edges"), (ulong)Number("seed")), null),
            "grid" => (Grid(Number("rows"), Number("columns")), null),
            string kind => throw new InvalidDataException($"No graphs of kind '{kind}' are made here."),
            null => throw new InvalidDataException("A graph without a kind."),
        };
    }

    /// <summary>Groups of rising size; an edge from a random vertex ends in its group, or with the probability of mixing anywhere.</summary>
    private static ((int S, int T)[] Edges, int[] Labels) Planted(int groups, int smallest, int step, int edges, double mixing, ulong seed)
    {
        int[] sizes = [.. Enumerable.Range(0, groups).Select(g => smallest + step * g)];
        int[] starts = [.. Enumerable.Range(0, groups).Select(g => sizes.Take(g).Sum())];
        int[] labels = [.. Enumerable.Range(0, groups).SelectMany(g => Enumerable.Repeat(g, sizes[g]))];
        var made = new (int S, int T)[edges];
        for (int e = 0; e < edges; e++)
        {
            int s = CounterRandom.Below(labels.Length, seed, e), group = labels[s];
            made[e] = (s, CounterRandom.Unit(seed, e, 1) < mixing
                ? CounterRandom.Below(labels.Length, seed, e, 2)
                : starts[group] + CounterRandom.Below(sizes[group], seed, e, 2));
        }
        return (made, labels);
    }

    private static (int S, int T)[] RMat(int scale, int edges, ulong seed)
    {
        var made = new (int S, int T)[edges];
        for (int e = 0; e < edges; e++)
        {
            for (int bit = 0; bit < scale; bit++)
            {
                double r = CounterRandom.Unit(seed, e, bit);
                made[e] = (2 * made[e].S + (r >= 0.76 ? 1 : 0), 2 * made[e].T + (r is (>= 0.57 and < 0.76) or >= 0.95 ? 1 : 0));
            }
        }
        return made;
    }

    private static (int S, int T)[] Grid(int rows, int columns) =>
    [
        .. from r in Enumerable.Range(0, rows) from c in Enumerable.Range(0, columns - 1) select (r * columns + c, r * columns + c + 1),
        .. from r in Enumerable.Range(0, rows - 1) from c in Enumerable.Range(0, columns) select (r * columns + c, (r + 1) * columns + c),
    ];

    private static string Checksum((int S, int T)[] edges) =>
        edges.Aggregate(0UL, (total, e) => unchecked(total * 31 + (ulong)e.S * 7 + (ulong)e.T)).ToString(CultureInfo.InvariantCulture);

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
