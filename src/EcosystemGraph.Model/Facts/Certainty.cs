namespace EcosystemGraph.Model.Facts;

/// <summary>How sure a statement is, from denied to stated; <see cref="Certainties.Confidence"/> puts it in figures.</summary>
public enum Certainty
{
    /// <summary>The document says that this does not hold: 0.</summary>
    Denied,

    /// <summary>A misprint: searchable, never a name to show: 0.2.</summary>
    Misprint,

    /// <summary>Possible at best: 0.4.</summary>
    Possible,

    /// <summary>Inferred from what is stated: 0.5.</summary>
    Inferred,

    /// <summary>Read from damaged text: 0.6.</summary>
    Read,

    /// <summary>Likely: 0.7.</summary>
    Likely,

    /// <summary>Reported by the document as said by others: 0.8.</summary>
    Reported,

    /// <summary>Stated: 1.</summary>
    Stated,
}

/// <summary>The names and figures of <see cref="Certainty"/>.</summary>
public static class Certainties
{
    private static readonly float[] Figures = [0f, .2f, .4f, .5f, .6f, .7f, .8f, 1f];

    /// <summary>The words that a bundle may use; blank means stated.</summary>
    public static IReadOnlyList<string> Words { get; } = ["denied", "misprint", "possible", "inferred", "read", "likely", "reported"];

    /// <summary>The confidence that a certainty stands for, from 0 to 1.</summary>
    public static float Confidence(this Certainty certainty) => Figures[(int)certainty];

    /// <summary>The certainty's word in a bundle; blank for stated.</summary>
    public static string Word(this Certainty certainty) => certainty == Certainty.Stated ? "" : Words[(int)certainty];

    /// <summary>Reads a bundle's word; blank is stated.</summary>
    public static bool TryParse(string word, out Certainty certainty)
    {
        certainty = Certainty.Stated;
        if (word.Length == 0) return true;
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i] != word) continue;
            certainty = (Certainty)i;
            return true;
        }

        return false;
    }
}
