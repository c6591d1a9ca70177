namespace EcosystemGraph.App.Tests.Support;

/// <summary>Compares texts with files that somebody has read and approved. A text that differs is written beside it as <c>.received.txt</c>.</summary>
internal static class Approved
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Approved");

    public static void Equal(string name, string received)
    {
        var path = Path.Combine(Folder, name + ".txt");
        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        if (approved == received) return;
        var to = Path.Combine(Folder, name + ".received.txt");
        Directory.CreateDirectory(Folder);
        File.WriteAllText(to, received);
        Assert.Fail($"'{name}' is not as approved; if it is better, copy {to} over Approved/{name}.txt\n{received}");
    }
}
