using System.Security.Cryptography;
using System.Text;

namespace EcosystemGraph.Kernels.Tests;

public sealed class ScoreDigestTests
{
    [Fact]
    public void It_is_the_hash_of_ids_and_bits_in_the_order_of_the_ids()
    {
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes("B"), 0, .. BitConverter.GetBytes(2.5),
            .. Encoding.UTF8.GetBytes("a"), 0, .. BitConverter.GetBytes(0.0),
            .. Encoding.UTF8.GetBytes("é百度"), 0, .. BitConverter.GetBytes(0x7FF8_0000_0000_0000),
        ];
        Assert.True(BitConverter.IsLittleEndian);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant(), ScoreDigest.Compute(["é百度", "B", "a"], (double?[])[null, 2.5, -0.0]));
    }

    [Fact]
    public void The_order_in_which_scores_are_given_does_not_matter_and_their_bits_do()
    {
        string digest = ScoreDigest.Compute(["x", "y"], (double[])[0.1 + 0.2, 1]);
        Assert.Equal(digest, ScoreDigest.Compute(["y", "x"], (double[])[1, 0.1 + 0.2]));
        Assert.NotEqual(digest, ScoreDigest.Compute(["x", "y"], (double[])[0.3, 1]));
        Assert.Equal(digest, ScoreDigest.Compute(["x", "y"], (double?[])[0.1 + 0.2, 1]));
    }

    [Fact]
    public void Nothing_has_the_digest_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", ScoreDigest.Compute([], ReadOnlySpan<double>.Empty));

    [Fact]
    public void What_has_no_digest_is_refused_by_name()
    {
        Refusal.Is("BAD_ARGUMENT", "'x' is given twice", () => ScoreDigest.Compute(["x", "y", "x"], (double[])[1, 2, 3]));
        Refusal.Is("BAD_ARGUMENT", "2 ids and 1 scores", () => ScoreDigest.Compute(["x", "y"], (double[])[1]));
        Refusal.Is("BAD_ARGUMENT", "Score 1 is NaN", () => ScoreDigest.Compute(["x", "y"], (double[])[1, double.NaN]));
        Refusal.Is("BAD_ARGUMENT", "Score 0 is NaN", () => ScoreDigest.Compute(["x", "y"], (double?[])[double.NaN, null]));
        Refusal.Is("BAD_ARGUMENT", "U+0000", () => ScoreDigest.Compute(["x\0"], (double[])[1]));
        Refusal.Is("BAD_ARGUMENT", "surrogate", () => ScoreDigest.Compute(["x\uD800"], (double[])[1]));
    }
}
