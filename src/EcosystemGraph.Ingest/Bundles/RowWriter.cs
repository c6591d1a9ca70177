using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>The cells of one row, by their columns.</summary>
internal sealed class RowWriter
{
    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);

    /// <summary>The text of a cell; null or empty leaves it blank.</summary>
    public string? this[string column]
    {
        get => _cells.GetValueOrDefault(column);
        set
        {
            if (string.IsNullOrEmpty(value)) _cells.Remove(column);
            else _cells[column] = value;
        }
    }

    public void Names(EntityStatement statement)
    {
        this["name"] = statement.Name;
        this["nameZh"] = statement.NameZh;
        this["aliases"] = string.Join('|', statement.Aliases);
        this["description"] = statement.Description;
    }

    public void Properties(PropertyBag properties)
    {
        foreach (var (name, value) in properties) this[name] = PropertyText.Format(value);
    }

    public void Provenance(Statement statement)
    {
        this["certainty"] = statement.Certainty.Word();
        this["cite"] = Citation.Join(statement.Citations);
        this["note"] = statement.Note;
    }
}
