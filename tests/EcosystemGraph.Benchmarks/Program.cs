using EcosystemGraph.Benchmarks.Benchmarks;
using EcosystemGraph.Benchmarks.Benchmarks.Kernels;
using EcosystemGraph.Benchmarks.Harness;

// Each prints its figures; where there is another implementation to compare with, the ratio in the same run. Without a name all but "serve" run;
// "serve" keeps the service up on the generated graph, for a load generator of your choice, until Ctrl-C.
// dotnet run -c Release --project tests/EcosystemGraph.Benchmarks -- [name …] [--entities N] [--relations M] [--edges FILE.csv] [--scale N] [--program PUBLISHED]
var benchmarks = new Dictionary<string, Func<BenchmarkOptions, Task>>(StringComparer.Ordinal)
{
    ["store"] = StoreBenchmark.RunAsync,
    ["apply"] = ApplyBenchmark.RunAsync,
    ["traversals"] = TraversalBenchmark.RunAsync,
    ["http"] = HttpBenchmark.RunAsync,
    ["pagerank"] = PageRankBenchmark.RunAsync,
    ["kernels"] = KernelBenchmark.RunAsync,
    ["analyze"] = AnalyzeBenchmark.RunAsync,
    ["neo4j"] = Neo4jBenchmark.RunAsync,
    ["serve"] = HttpBenchmark.ServeAsync,
};

if (!BenchmarkOptions.TryParse(args, benchmarks.Keys, out var options, out var problem))
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

foreach (var name in options.Names) await benchmarks[name](options);
return 0;
