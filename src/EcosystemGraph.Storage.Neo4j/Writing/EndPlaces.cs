namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>The distinct ends of a batch of relations, which name them by their places: the server looks each up once.</summary>
internal sealed class EndPlaces
{
    private readonly List<string> _ids = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>The ids, each once.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>The place of an id, which is added if it is new.</summary>
    public object Of(string id)
    {
        if (_places.TryGetValue(id, out var place)) return place;
        _places.Add(id, place = _ids.Count);
        _ids.Add(id);
        return place;
    }
}
