using System.Text.Json;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.AgentOps;

/// <summary>`.agents/handoff` of a working tree: the folder where AgentOps sessions leave artifacts for each other.</summary>
internal sealed class ArtifactFolder
{
    internal const string Extension = ".json";
    internal const string Consuming = ".consuming" + Extension;
    internal const string Consumed = ".consumed" + Extension;

    private const string Prefix = "handoff-";

    /// <summary>The largest artifact that is read, in bytes.</summary>
    internal const int LongestFile = 16 * 1024 * 1024;

    private readonly Repository _repository;

    public ArtifactFolder(Repository repository)
    {
        _repository = repository;
        Path = System.IO.Path.Combine(repository.Root, ".agents", "handoff");
    }

    /// <summary>Full path; may not exist.</summary>
    public string Path { get; }

    /// <summary>Relative to the root, for messages.</summary>
    public static string Name => ".agents/handoff";

    /// <summary>True when nothing waits and nothing is leased, by file names alone.</summary>
    /// <exception cref="RelayException">The directory is outside of the repository.</exception>
    public bool IsEmpty => Files("*" + Extension).All(file => StateOf(file.Name) == Consumed);

    /// <summary>Full paths of the artifacts without a lease, newest first.</summary>
    /// <exception cref="RelayException">The directory is outside of the repository.</exception>
    public IReadOnlyList<string> Waiting() => [.. Files("*" + Extension).Where(file => StateOf(file.Name) is null && !IsConsumed(file.FullName)).OrderByDescending(TimeOf).ThenByDescending(file => file.Name, StringComparer.Ordinal).Select(file => file.FullName)];

    /// <summary>Full paths of the leased artifacts.</summary>
    /// <exception cref="RelayException">The directory is outside of the repository.</exception>
    public IReadOnlyList<string> Leased() => [.. Files("*" + Consuming).Select(file => file.FullName)];

    /// <summary>Finds an artifact, read or not, by its sentinel.</summary>
    /// <returns>Full path, or null when there is none.</returns>
    /// <exception cref="RelayException">The directory is outside of the repository.</exception>
    /// <exception cref="IOException">An artifact cannot be read.</exception>
    public string? FindBySentinel(string sentinel) =>
        Files("*" + Extension).FirstOrDefault(file => ArtifactText.OfFile(SourceOf(file.FullName), Read(file.FullName)).Sentinel == sentinel)?.FullName;

    /// <summary>The name of an artifact as a source, in any state.</summary>
    internal static string SourceOf(string path) => $"{Name}/{System.IO.Path.GetFileName(Stem(path))}{Extension}";

    /// <summary>Creates a missing directory.</summary>
    /// <exception cref="RelayException">The directory is outside of the repository.</exception>
    /// <exception cref="IOException">The directory cannot be created.</exception>
    internal void Create() => CreateInside(_repository, Path);

    /// <summary>Creates a directory that must be inside the repository, with links resolved.</summary>
    internal static void CreateInside(Repository repository, string directory)
    {
        RequireInside(repository, directory);
        Directory.CreateDirectory(directory);
    }

    /// <summary>The path without state extensions: that of the newly written artifact.</summary>
    internal static string Stem(string path)
    {
        var mark = StateOf(path) ?? Extension;
        return path[..^mark.Length];
    }

    /// <summary>True when the file's content marks it as read.</summary>
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

    /// <summary>The bytes after a byte order mark; null above <see cref="LongestFile"/>.</summary>
    internal static ReadOnlyMemory<byte>? Read(string path)
    {
        if (new FileInfo(path).Length > LongestFile)
            return null;
        var content = File.ReadAllBytes(path);
        return content.AsMemory(content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
    }

    private static string? StateOf(string name) =>
        name.EndsWith(Consuming, StringComparison.Ordinal) ? Consuming : name.EndsWith(Consumed, StringComparison.Ordinal) ? Consumed : null;

    // Other files there may have any name.
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
