using EcosystemGraph.Query;

namespace EcosystemGraph.GraphQL.Execution;

/// <summary>What the arguments of a request's fields name. A field is answered for many entities; what it names is looked up once.</summary>
internal sealed class NamedThings
{
    private readonly Dictionary<string, Reference<int?>> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reference<string>> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reference<string>> _indicators = new(StringComparer.Ordinal);

    public Reference<int?> Entity(string text) => Of(_entities, text, Reference.ToEntity);

    public Reference<string> Document(string text) => Of(_documents, text, Reference.ToDocument);

    public Reference<string> Indicator(string text) => Of(_indicators, text, Reference.ToIndicator);

    private static Reference<T> Of<T>(Dictionary<string, Reference<T>> known, string text, Func<string, Reference<T>> make)
    {
        if (!known.TryGetValue(text, out var reference)) known[text] = reference = make(text);
        return reference;
    }
}
