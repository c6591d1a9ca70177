using EcosystemGraph.Benchmarks.Benchmarks;
using EcosystemGraph.Benchmarks.Harness;

// dotnet run -c Release --project tests/EcosystemGraph.Benchmarks -- [name …] [--entities N] [--relations M] [--edges FILE.csv]
var benchmarks = new Dictionary<string, Func<BenchmarkOptions, Task>>(StringComparer.Ordinal)
{
    ["store"] = StoreBenchmark.RunAsync,
    ["apply"] = ApplyBenchmark.RunAsync,
};

if (!BenchmarkOptions.TryParse(args, benchmarks.Keys, out var options, out var problem))
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

foreach (var name in options.Names) await benchmarks[name](options);
return 0;
