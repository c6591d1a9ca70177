using System.Globalization;

namespace EcosystemGraph.App;

/// <summary>Numbers, dates and order are the same wherever the program runs.</summary>
internal static class InvariantCulture
{
    /// <summary>Makes every thread use the invariant culture.</summary>
    public static void Use()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }
}
