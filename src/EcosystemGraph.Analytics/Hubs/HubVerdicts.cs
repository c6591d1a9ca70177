namespace EcosystemGraph.Analytics.Hubs;

/// <summary>The rule by which a region is called first.</summary>
internal static class HubVerdicts
{
    /// <summary>With fewer located members nothing is said.</summary>
    public const int FewMembers = 10;

    private const double Nearly = .9;
    private const double Significance = .05;

    /// <summary>
    /// SUPPORTED: first in at least 90 % of the specifications, and its members score higher than chance has it (corrected p below .05). CONTRADICTED: first in at most 10 %.
    /// UNDETERMINED: fewer than ten located members, scores that hardly differ, or nothing to go by. Else MIXED.
    /// </summary>
    public static HubVerdict Of(HubMeasure measure, int members)
    {
        if (members < FewMembers || measure.TopDecile is null || measure.FirstShare is not { } first) return HubVerdict.Undetermined;
        if (first >= Nearly && measure.P < Significance) return HubVerdict.Supported;
        return first <= 1 - Nearly ? HubVerdict.Contradicted : HubVerdict.Mixed;
    }
}
