using System.CommandLine;

namespace EcosystemGraph.App.Commands;

/// <summary>A command whose help ends with details, and examples to copy.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, in a line.</param>
/// <param name="details">What else there is to know.</param>
/// <param name="examples">The examples, one a line.</param>
internal sealed class DocumentedCommand(string name, string description, string details, string examples) : Command(name, description)
{
    /// <summary>What else there is to know.</summary>
    public string Details => details;

    /// <summary>The examples, one a line.</summary>
    public string Examples => examples;
}
