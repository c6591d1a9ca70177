using System.Text;
using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Ingest.Quality;

/// <summary>Chinese names without a Chinese character. Letters and digits may stand among them: names of companies have some.</summary>
internal static class ChineseNames
{
    public static IEnumerable<QualityWarning> Find(IReadOnlyList<Fact> facts) => facts.OfType<EntityStatement>()
        .Where(s => s.NameZh is not null && !s.NameZh.EnumerateRunes().Any(IsHan))
        .Select(s => new QualityWarning(WarningCode.NotChinese, s, "nameZh", $"nameZh: '{s.NameZh}' has no Chinese character; expected the name in Chinese"));

    /// <summary>True for characters of the script Han (Unicode 16, Scripts.txt), radicals and numerals left out.</summary>
    private static bool IsHan(Rune rune) => rune.Value
        is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x323AF) or (>= 0xF900 and <= 0xFAD9) or 0x3005 or 0x3007;
}
