using System.Text.Json;
using CodeRelay.Git;

namespace CodeRelay.Analysis;

/// <summary>The findings that an old repository starts with: known, and no longer reported.</summary>
/// <param name="Fingerprints">Of the known findings.</param>
public sealed record Baseline(IReadOnlySet<string> Fingerprints)
{
    /// <summary>The file at the root that is used when no other is named.</summary>
    public const string FileName = "coderelay-baseline.json";

    private const string Schema = "coderelay/baseline/1";

    public static Baseline Empty { get; } = new(new HashSet<string>());

    /// <summary>Reads a baseline file.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="path">Relative to the root.</param>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="ConfigurationException">It is not a baseline.</exception>
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

    /// <summary>The file's text for these findings: one line each, so that merges stay readable.</summary>
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
