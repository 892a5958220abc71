using System.Text.Json;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Reads handoffs of other programs: artifacts, documents, checkpoints. It never writes to a source.</summary>
internal static class ImportSource
{
    private const string Prompt = "-prompt.md";

    private static readonly string[] Folders = ["handoff", "handoffs"];

    /// <summary>The newest unread document or artifact, by the time in its name, else by the file's.</summary>
    /// <returns>Full path, or null when there is none.</returns>
    public static string? Newest(Repository repository)
    {
        var files = Folders.Select(name => new DirectoryInfo(Path.Combine(repository.Root, ".agents", name)))
            .Where(directory => directory.Exists && repository.RelativePath(RealPath.Of(directory.FullName)) is not null)
            .SelectMany(directory => directory.EnumerateFiles("*.*"))
            .Where(file => IsCandidate(file) && PlainFile.Is(file))
            .OrderByDescending(TimeOf).ThenBy(file => file.Name, StringComparer.Ordinal).ToList();
        // A document contains everything in its prompt.
        return files.Find(file => !(IsPrompt(file) && File.Exists(file.FullName[..^Prompt.Length] + ".md")) && !ArtifactFolder.IsConsumed(file.FullName))?.FullName;
    }

    /// <summary>Reads a source.</summary>
    /// <param name="repository">The target repository; text that its git log already contains is left out.</param>
    /// <param name="path">Full path.</param>
    /// <param name="notes">Receives a sentence for each harmless deviation.</param>
    /// <exception cref="RelayException">The format is unknown; the message names file, line and the valid formats.</exception>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static Briefing Read(Repository repository, string path, ICollection<string> notes)
    {
        var name = repository.RelativePath(RealPath.Of(path)) ?? Path.GetFileName(path);
        var text = ReadText(name, path);
        var knowledge = new GitKnowledge(repository);
        if (!IsJson(path, text))
            return CheckpointMessage.TryRead(name, text.Content) ?? BriefingReader.Read(name, text.Content, knowledge);
        using var json = ArtifactReader.Parse(name, text.Content);
        var root = json.RootElement;
        return IsArtifact(root) || CheckpointMessage.TryRead(name, root) is not { } message ? ArtifactBriefing.Of(name, ArtifactReader.Read(name, root, notes), knowledge) : message;
    }

    private static bool IsArtifact(JsonElement root) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("schema_version", out _);

    private static SourceText ReadText(string name, string path)
    {
        var file = new FileInfo(RealPath.Of(path));
        if (!PlainFile.Is(file))
            throw new RelayException($"'{name}' is not a file; valid is a Markdown or JSON file, or none for the newest in {ArtifactFolder.Name}");
        if (file.Length > ArtifactFolder.LongestFile)
            throw new RelayException($"'{name}' has {file.Length} bytes, too many for a handoff; valid are at most {ArtifactFolder.LongestFile}");
        var text = SourceText.Read(file, ArtifactFolder.LongestFile);
        if (text.IsBinary)
            throw new RelayException($"'{name}' is not a text file; valid is a Markdown or JSON file");
        return string.IsNullOrWhiteSpace(text.Content) ? throw new RelayException($"'{name}' is empty; valid is a handoff with something to hand over") : text;
    }

    // A message may have any file name.
    private static bool IsJson(string path, SourceText text) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || !path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && text.Content.AsSpan().TrimStart().StartsWith('{');

    private static bool IsCandidate(FileInfo file) =>
        file.Name[0] != '.' && (file.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            || file.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !file.Name.EndsWith(ArtifactFolder.Consuming, StringComparison.Ordinal) && !file.Name.EndsWith(ArtifactFolder.Consumed, StringComparison.Ordinal));

    private static bool IsPrompt(FileInfo file) => file.Name.EndsWith(Prompt, StringComparison.Ordinal);

    // [time]-topic, [date]-topic, handoff-[time], auto-[time]; for a date alone, the file's time gives the hour.
    private static DateTimeOffset TimeOf(FileInfo file)
    {
        var written = new DateTimeOffset(file.LastWriteTimeUtc);
        var name = file.Name.AsSpan(file.Name.AsSpan().IndexOfAnyInRange('0', '9') is var digit and > 0 ? digit : 0);
        if (HandoffFileName.TimeOf(name.ToString()) is { } time)
            return time;
        return name.Length > 10 && DateTimeOffset.TryParseExact(name[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var day) && written.UtcDateTime.Date != day.UtcDateTime.Date
            ? day
            : written;
    }
}
