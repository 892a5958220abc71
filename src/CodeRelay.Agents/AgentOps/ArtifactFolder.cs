using System.Text.Json;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.AgentOps;

/// <summary>`.agents/handoff` of a working tree: where AgentOps' sessions leave artifacts for each other.</summary>
internal sealed class ArtifactFolder
{
    internal const string Extension = ".json";
    internal const string Consuming = ".consuming" + Extension;
    internal const string Consumed = ".consumed" + Extension;

    private const string Prefix = "handoff-";

    /// <summary>The longest artifact that is read, in bytes.</summary>
    internal const int LongestFile = 16 * 1024 * 1024;

    private readonly Repository _repository;

    public ArtifactFolder(Repository repository)
    {
        _repository = repository;
        Path = System.IO.Path.Combine(repository.Root, ".agents", "handoff");
    }

    /// <summary>Full path; need not exist.</summary>
    public string Path { get; }

    /// <summary>Relative to the root, for messages.</summary>
    public static string Name => ".agents/handoff";

    /// <summary>True when nothing waits and nothing is claimed, by the names alone.</summary>
    /// <exception cref="RelayException">The directory leads out of the repository.</exception>
    public bool IsEmpty => Files("*" + Extension).All(file => StateOf(file.Name) == Consumed);

    /// <summary>Full paths of the artifacts that no reader has taken, newest first.</summary>
    /// <exception cref="RelayException">The directory leads out of the repository.</exception>
    public IReadOnlyList<string> Waiting() => [.. Files("*" + Extension).Where(file => StateOf(file.Name) is null && !IsConsumed(file.FullName)).OrderByDescending(TimeOf).ThenByDescending(file => file.Name, StringComparer.Ordinal).Select(file => file.FullName)];

    /// <summary>Full paths of those that a reader has taken and not finished.</summary>
    /// <exception cref="RelayException">The directory leads out of the repository.</exception>
    public IReadOnlyList<string> Claimed() => [.. Files("*" + Consuming).Select(file => file.FullName)];

    /// <summary>The artifact, read or not, of whose text a sentinel was made.</summary>
    /// <returns>Full path, or null when there is none.</returns>
    /// <exception cref="RelayException">The directory leads out of the repository.</exception>
    /// <exception cref="IOException">One cannot be read.</exception>
    public string? FindBySentinel(string sentinel) =>
        Files("*" + Extension).FirstOrDefault(file => ArtifactText.OfFile(SourceOf(file.FullName), Read(file.FullName)).Sentinel == sentinel)?.FullName;

    /// <summary>How an artifact is called as a source, whatever its state.</summary>
    internal static string SourceOf(string path) => $"{Name}/{System.IO.Path.GetFileName(Stem(path))}{Extension}";

    /// <summary>Makes the directory where there is none.</summary>
    /// <exception cref="RelayException">It leads out of the repository.</exception>
    /// <exception cref="IOException">It cannot be made.</exception>
    internal void Create() => CreateInside(_repository, Path);

    /// <summary>Makes a directory that must lie in the repository, links resolved.</summary>
    internal static void CreateInside(Repository repository, string directory)
    {
        RequireInside(repository, directory);
        Directory.CreateDirectory(directory);
    }

    /// <summary>The path without what marks a state: that of the artifact as it was written.</summary>
    internal static string Stem(string path)
    {
        var mark = StateOf(path) ?? Extension;
        return path[..^mark.Length];
    }

    /// <summary>Tells whether the file itself says that a reader had it.</summary>
    internal static bool IsConsumed(string path)
    {
        try
        {
            using var json = Read(path) is { } content ? JsonDocument.Parse(content) : null;
            return json?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("consumed", out var consumed) && consumed.ValueKind == JsonValueKind.True;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The bytes behind a byte order mark; null when there are more than <see cref="LongestFile"/>.</summary>
    internal static ReadOnlyMemory<byte>? Read(string path)
    {
        if (new FileInfo(path).Length > LongestFile)
            return null;
        var content = File.ReadAllBytes(path);
        return content.AsMemory(content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
    }

    private static string? StateOf(string name) =>
        name.EndsWith(Consuming, StringComparison.Ordinal) ? Consuming : name.EndsWith(Consumed, StringComparison.Ordinal) ? Consumed : null;

    // What else lies there may have any name.
    private static DateTimeOffset TimeOf(FileInfo file) => HandoffFileName.TimeOf(file.Name[Prefix.Length..]) ?? new DateTimeOffset(file.LastWriteTimeUtc);

    private static void RequireInside(Repository repository, string directory)
    {
        if (repository.RelativePath(RealPath.Of(directory)) is null)
            throw new RelayException($"'{directory}' is a link that leads out of the repository; put a directory in its place");
    }

    private IEnumerable<FileInfo> Files(string pattern)
    {
        var directory = new DirectoryInfo(Path);
        if (!directory.Exists)
            return [];
        RequireInside(_repository, Path);
        return directory.EnumerateFiles(Prefix + pattern).Where(PlainFile.Is);
    }
}
