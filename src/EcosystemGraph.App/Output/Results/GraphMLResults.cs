using System.Globalization;
using System.Text;
using System.Xml;
using EcosystemGraph.Analytics.Measures;

namespace EcosystemGraph.App.Output.Results;

/// <summary>Writes the graph as GraphML, with the results as data of its nodes, its edges or itself.</summary>
/// <remarks>
/// Ours, because QuikGraph.Serialization takes the keys from the properties of types, and here they are measures. Schema: http://graphml.graphdrawing.org/xmlns. What is undefined has no data.
/// </remarks>
internal static class GraphMLResults
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private const string Schema = "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string NameKey = "name";
    private const string WeightKey = "weight";
    private const int CancellationStride = 1 << 12;

    /// <summary>Writes them.</summary>
    /// <exception cref="UsageException">Groups overlap, or an id has a character that XML has not.</exception>
    public static void Write(AnalysisResults results, Stream output, CancellationToken cancellationToken)
    {
        var graph = results.Graph.Graph;
        if (results.Rows.FirstOrDefault(r => r.Run.Result is PartitionResult { Partition: null }) is { } overlapping)
            throw new UsageException($"the groups of {overlapping.Run.Measure.Name} overlap or leave vertices out, which has no place in graphml; expected another --format");
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false, CheckCharacters = true });
        xml.WriteStartElement("graphml", Namespace);
        xml.WriteAttributeString("xmlns", "xsi", null, Instance);
        xml.WriteAttributeString("xsi", "schemaLocation", Instance, Schema);
        if (results.Source.Names is not null) WriteKey(xml, NameKey, "node", "string");
        if (graph.HasWeights) WriteKey(xml, WeightKey, "edge", "double");
        foreach (var rows in results.Rows) WriteKey(xml, rows.Run.Measure.Name, Owner(rows), rows.Run.Measure.Scope == MeasureScope.Partition ? "int" : "double");
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("edgedefault", graph.IsDirected ? "directed" : "undirected");
        foreach (var rows in Of(results, MeasureScope.Graph)) WriteData(xml, rows.Run.Measure.Name, rows.Value(0));
        WriteNodes(xml, results, cancellationToken);
        WriteEdges(xml, results, cancellationToken);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteNodes(XmlWriter xml, AnalysisResults results, CancellationToken cancellationToken)
    {
        var columns = ByItem(results, r => r.Run.Measure.Scope is MeasureScope.Entity or MeasureScope.Partition);
        for (var v = 0; v < results.Graph.Graph.VertexCount; v++)
        {
            if (v % CancellationStride == 0) cancellationToken.ThrowIfCancellationRequested();
            var id = results.Graph.VertexId(v);
            RequireXml(id);
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", id);
            if (results.Source.Names?.Invoke(id) is { } name) WriteText(xml, NameKey, name);
            foreach (var (measure, values) in columns) WriteData(xml, measure, values[v]);
            xml.WriteEndElement();
        }
    }

    private static void WriteEdges(XmlWriter xml, AnalysisResults results, CancellationToken cancellationToken)
    {
        var columns = ByItem(results, r => r.Run.Measure.Scope == MeasureScope.Edge);
        var graph = results.Graph.Graph;
        for (var v = 0; v < graph.VertexCount; v++)
        {
            if (v % CancellationStride == 0) cancellationToken.ThrowIfCancellationRequested();
            var neighbors = graph.OutNeighbors(v);
            var edges = graph.OutEdgeIds(v);
            var weights = graph.OutWeights(v);
            for (var i = 0; i < neighbors.Length; i++)
            {
                // An undirected edge stands in the rows of both ends, a loop twice in one.
                var edge = edges[i];
                if (!graph.IsDirected && (neighbors[i] < v || (neighbors[i] == v && i > 0 && edges[i - 1] == edge))) continue;
                var (source, target) = results.Source.EdgeEnds?.Invoke(edge) ?? (v, neighbors[i]);
                xml.WriteStartElement("edge");
                xml.WriteAttributeString("id", results.Graph.EdgeId(edge));
                xml.WriteAttributeString("source", results.Graph.VertexId(source));
                xml.WriteAttributeString("target", results.Graph.VertexId(target));
                if (!weights.IsEmpty) WriteData(xml, WeightKey, weights[i]);
                foreach (var (measure, values) in columns) WriteData(xml, measure, values[edge]);
                xml.WriteEndElement();
            }
        }
    }

    private static void RequireXml(string id)
    {
        try
        {
            XmlConvert.VerifyXmlChars(id);
        }
        catch (XmlException error)
        {
            throw new UsageException($"the id '{id.Replace(id[error.LinePosition - 1], '?')}' has a character that XML has not (U+{(int)id[error.LinePosition - 1]:X4}); expected another --format", error);
        }
    }

    private static (string Measure, double[] Values)[] ByItem(AnalysisResults results, Func<ResultRows, bool> belongs) =>
    [
        .. results.Rows.Where(belongs).Select(rows =>
        {
            var values = new double[rows.Count];
            for (var row = 0; row < rows.Count; row++) values[rows.Item(row)!.Value] = rows.Value(row);
            return (rows.Run.Measure.Name, values);
        }),
    ];

    private static IEnumerable<ResultRows> Of(AnalysisResults results, MeasureScope scope) => results.Rows.Where(r => r.Run.Measure.Scope == scope);

    private static string Owner(ResultRows rows) => rows.Run.Measure.Scope switch
    {
        MeasureScope.Edge => "edge",
        MeasureScope.Graph => "graph",
        _ => "node",
    };

    private static void WriteKey(XmlWriter xml, string name, string owner, string type)
    {
        xml.WriteStartElement("key");
        xml.WriteAttributeString("id", name);
        xml.WriteAttributeString("for", owner);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void WriteData(XmlWriter xml, string key, double value)
    {
        if (!double.IsNaN(value)) WriteText(xml, key, value.ToString("R", CultureInfo.InvariantCulture));
    }

    private static void WriteText(XmlWriter xml, string key, string text)
    {
        xml.WriteStartElement("data");
        xml.WriteAttributeString("key", key);
        xml.WriteString(text);
        xml.WriteEndElement();
    }
}
