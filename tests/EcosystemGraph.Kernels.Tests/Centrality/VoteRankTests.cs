using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class VoteRankTests
{
    [Fact]
    public void Elections_are_those_of_counting_all_votes_anew_each_time() => Gens.Any.Sample(
        list =>
        {
            HashSet<(int From, int To)> arcs = [.. list.Arcs().Where(a => a.From != a.To).Select(a => (a.From, a.To))];
            decimal[] ability = [.. Enumerable.Repeat(1m, list.N)];
            var elected = new List<int>();
            double[] votes = new double[list.N];
            while (elected.Count < list.N)
            {
                decimal[] count = [.. Enumerable.Range(0, list.N).Select(v => elected.Contains(v) ? 0 : Math.Round(arcs.Where(a => a.From == v).Sum(a => ability[a.To]), 20))];
                int winner = Array.IndexOf(count, count.Max());
                if (count[winner] == 0)
                {
                    break;
                }
                elected.Add(winner);
                votes[winner] = (double)count[winner];
                ability[winner] = 0;
                foreach ((_, int u) in arcs.Where(a => a.From == winner))
                {
                    ability[u] = Math.Max(0, ability[u] - (decimal)list.N / arcs.Count);
                }
            }
            VoteRankResult result = VoteRank.Compute(list.Graph());
            Assert.Equal(elected, result.Elected);
            Near.Equal(votes, result.Votes, Near.Rounding);
            Assert.Equal(elected.Take(2), VoteRank.Compute(list.Graph(), 2).Elected);
        },
        iter: 300);

    [Fact]
    public void A_count_below_0_is_refused() =>
        Refusal.Is("BAD_ARGUMENT", "count is -1", () => VoteRank.Compute(CsrGraph.FromEdges(2, [0], [1], directed: true), -1));
}
