using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Model;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>The files of a bundle folder that belong to the bundle, by their path within it, and the hash of them all.</summary>
internal sealed class BundleFiles
{
    public const string Description = "bundle.json";
    public const string Ontology = "ontology.graphql";
    public const string EntityFolder = "entities/";
    public const string RelationFolder = "relations/";

    /// <summary>Part of the hash: raise it when the same files are read as other facts, so that stores take them anew.</summary>
    private const string Format = "bundle 1";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private BundleFiles(IReadOnlyDictionary<string, string> texts, string hash)
    {
        Texts = texts;
        Hash = hash;
    }

    /// <summary>The text of every file, by its path with slashes, in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>SHA-256, in lower-case hex, over the paths and contents in ordinal order.</summary>
    public string Hash { get; }

    /// <summary>Reads a folder; null, with the reason among the problems, if it is not a bundle.</summary>
    public static BundleFiles? Read(string folder, List<Problem> problems, Action<int, int> report)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(new Problem(ProblemCode.NotABundle, File.Exists(folder) ? $"'{folder}' is a file; expected the folder of a bundle" : $"the folder '{folder}' does not exist"));
            return null;
        }

        try
        {
            foreach (var needed in new[] { Description, Ontology }.Where(f => !File.Exists(Path.Combine(folder, f))))
                problems.Add(new Problem(ProblemCode.NotABundle, $"'{folder}' is not a bundle: it has no {needed}"));
            return problems.Count > 0 ? null : ReadAll(folder, problems, report);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(ProblemCode.NotABundle, $"'{folder}' cannot be read: {error.Message}"));
            return null;
        }
    }

    private static BundleFiles ReadAll(string folder, List<Problem> problems, Action<int, int> report)
    {
        var paths = new List<string> { Description, Ontology };
        foreach (var sub in new[] { "", EntityFolder, RelationFolder })
        {
            var directory = Path.Combine(folder, sub);
            if (Directory.Exists(directory)) paths.AddRange(Directory.EnumerateFiles(directory, "*.csv").Select(f => sub + Path.GetFileName(f)));
        }

        paths.Sort(StringComparer.Ordinal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Format));
        foreach (var path in paths)
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, path));
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{bytes.LongLength}\0"));
            hash.AppendData(bytes);
            if (Decode(path, bytes, problems) is { } text) texts[path] = text;
            report(texts.Count, paths.Count);
        }

        return new BundleFiles(texts, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static string? Decode(string path, byte[] bytes, List<Problem> problems)
    {
        try
        {
            return StrictUtf8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes);
        }
        catch (DecoderFallbackException error)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(error.Index, 0, bytes.Length)).Count((byte)'\n');
            problems.Add(new Problem(ProblemCode.Syntax, "the file is not UTF-8", path, line));
            return null;
        }
    }
}
