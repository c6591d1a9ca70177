using System.Text.Json;

namespace EcosystemGraph.App.Analysis;

/// <summary>Reads what <c>--record</c> wrote.</summary>
internal static class RecordFile
{
    /// <summary>Reads a record.</summary>
    /// <exception cref="UsageException">It cannot be read or is no record.</exception>
    public static AnalysisRecord Read(string path)
    {
        try
        {
            var record = JsonSerializer.Deserialize(File.ReadAllBytes(path), RecordJson.Default.AnalysisRecord);
            return record?.Format == AnalysisRecord.CurrentFormat
                ? record
                : throw new UsageException($"'{path}' is a record of format {record?.Format}; this version reads format {AnalysisRecord.CurrentFormat}");
        }
        catch (JsonException error)
        {
            throw new UsageException($"'{path}' is no record of an analysis: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be read: {error.Message}", error);
        }
    }
}
