using System.Reflection;

namespace EcosystemGraph.App;

/// <summary>The version of the program.</summary>
internal static class ProgramVersion
{
    /// <summary>The version, without the revision of the sources.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
