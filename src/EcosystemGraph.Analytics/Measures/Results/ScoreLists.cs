using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>What lists of scores have in common, NaN being a score that is not defined.</summary>
internal static class ScoreLists
{
    private const int CancellationStride = 1 << 16;

    public static int Undefined(double[] scores) => scores.Count(double.IsNaN);

    public static Ranking Rank(double[] scores) => Undefined(scores) == 0 ? Ranking.Of(scores) : Ranking.Of(Nullable(scores));

    public static string Digest(double[] scores, Func<int, string> idOf, CancellationToken cancellationToken)
    {
        var ids = new string[scores.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (i % CancellationStride == 0) cancellationToken.ThrowIfCancellationRequested();
            ids[i] = idOf(i);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return Undefined(scores) == 0 ? ScoreDigest.Compute(ids, scores) : ScoreDigest.Compute(ids, Nullable(scores));
    }

    private static double?[] Nullable(double[] scores) => Array.ConvertAll(scores, static s => double.IsNaN(s) ? (double?)null : s);
}
