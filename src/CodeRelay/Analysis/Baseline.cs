using System.Text.Json;
using CodeRelay.Git;

namespace CodeRelay.Analysis;

/// <summary>The findings that are already known and no longer reported.</summary>
/// <param name="Fingerprints">The fingerprints of the known findings.</param>
public sealed record Baseline(IReadOnlySet<string> Fingerprints)
{
    /// <summary>The default file, at the root of the repository.</summary>
    public const string FileName = "coderelay-baseline.json";

    private const string Schema = "coderelay/baseline/1";

    public static Baseline Empty { get; } = new(new HashSet<string>());

    /// <summary>Reads a baseline file.</summary>
    /// <param name="repository">The repository that contains the file.</param>
    /// <param name="path">Relative to the root.</param>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="ConfigurationException">The file is not a baseline.</exception>
    public static Baseline? Load(Repository repository, string path)
    {
        if (repository.ReadText(path, limit: int.MaxValue) is not { } text)
            return null;
        try
        {
            using var json = JsonDocument.Parse(text.Content);
            if (json.RootElement.GetProperty("schema").GetString() != Schema)
                throw new ConfigurationException(path, 0, 0, $"not a baseline; a baseline has \"schema\": \"{Schema}\"");
            return new Baseline(json.RootElement.GetProperty("findings").EnumerateArray().Select(item => item.GetProperty("fingerprint").GetString() ?? "").ToHashSet(StringComparer.Ordinal));
        }
        catch (JsonException e)
        {
            throw new ConfigurationException(path, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, "not valid JSON");
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            throw new ConfigurationException(path, 0, 0, $"not a baseline; create one with `coderelay check --write-baseline`");
        }
    }

    /// <summary>The text of a baseline file with these findings, one per object in a stable order, so that merges stay readable.</summary>
    public static string Write(IEnumerable<Finding> findings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("fingerprint", finding.Fingerprint);
                json.WriteString("rule", finding.Rule.Id);
                json.WriteString("file", finding.File);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
