using System.Text.Json;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Codex;

/// <summary>Finds the rollout of the newest session in a directory: sessions/YYYY/MM/DD/rollout-*.jsonl, whose first line has the directory.</summary>
internal static class CodexTranscripts
{
    // Older ones are compressed, and rarely continued.
    private const int MostDays = 14;
    private const int MostFiles = 200;
    private const int LongestHead = 512 * 1024;

    public static FileInfo? Newest(string sessions, string directory)
    {
        try
        {
            return Days(sessions).Take(MostDays).SelectMany(day => day.EnumerateFiles("rollout-*.jsonl").OrderByDescending(file => file.LastWriteTimeUtc)).Take(MostFiles)
                .Where(file => IsIn(file, directory)).MaxBy(file => file.LastWriteTimeUtc);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<DirectoryInfo> Days(string sessions) =>
        new DirectoryInfo(sessions) is { Exists: true } root ? Newest(root).SelectMany(Newest).SelectMany(Newest) : [];

    private static IEnumerable<DirectoryInfo> Newest(DirectoryInfo directory) => directory.EnumerateDirectories().OrderByDescending(child => child.Name, StringComparer.Ordinal);

    private static bool IsIn(FileInfo file, string directory)
    {
        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[Math.Min(LongestHead, stream.Length)];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var end = head.AsSpan(0, length).IndexOf((byte)'\n');
        if (end <= 0)
            return false;
        try
        {
            using var json = JsonDocument.Parse(head.AsMemory(0, end));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("payload", out var payload) && payload.ValueKind == JsonValueKind.Object
                && payload.TryGetProperty("cwd", out var cwd) && cwd.GetString() is { Length: > 0 } path && Path.IsPathFullyQualified(path) && IsSameOrBelow(RealPath.Of(path), directory);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsSameOrBelow(string path, string directory) =>
        path == directory || path.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
