using System.Text.RegularExpressions;
using CodeRelay.Files;

namespace CodeRelay.Agents.Setup.Doctor;

/// <summary>
/// Follows a hook line as the shell would, without running it: whoever wrote the repository wrote the line, too. The first of its
/// alternatives that can start is the one that runs.
/// </summary>
internal static partial class HookLine
{
    private static readonly string[] ScriptExtensions = [".sh", ".ps1", ".cmd", ".bat", ".js"];

    /// <summary>Why each alternative cannot start, up to the first that can.</summary>
    /// <param name="line">As it stands in the settings.</param>
    /// <param name="root">Full path of the repository's top level, where the runtime is started.</param>
    /// <param name="searchPath">PATH.</param>
    /// <returns>The obstacles, and the program or script that runs, or null when nothing does.</returns>
    public static (IReadOnlyList<string> Obstacles, string? Runs) Follow(string line, string root, string searchPath)
    {
        var obstacles = new List<string>();
        foreach (var alternative in Separator().Split(Root().Replace(line, root.Replace("$", "$$", StringComparison.Ordinal))))
        {
            var words = Word().Matches(alternative).Select(match => match.Value.Trim('"', '\'')).Where(word => word is not "&").ToArray();
            if (words is [] or ["exit", ..])
                continue;
            if (Obstacle(words, root, searchPath, out var runs) is not { } obstacle)
                return (obstacles, runs);
            obstacles.Add(obstacle);
        }

        return (obstacles, null);
    }

    private static string? Obstacle(string[] words, string root, string searchPath, out string runs)
    {
        runs = words[0];
        if (words[0].AsSpan().ContainsAny('/', '\\'))
            return FileObstacle(runs = Path.GetFullPath(words[0].Replace('\\', Path.DirectorySeparatorChar), root), needsRight: true);
        if (ExecutableFinder.Find(words[0], searchPath) is not { } program)
            return $"'{words[0]}' is not on PATH";
        runs = program;
        // A shell or interpreter with a file to run.
        if (Array.Find(words[1..], word => ScriptExtensions.Contains(Path.GetExtension(word), StringComparer.OrdinalIgnoreCase)) is not { } script)
            return null;
        return FileObstacle(runs = Path.GetFullPath(script.Replace('\\', Path.DirectorySeparatorChar), root), needsRight: false);
    }

    private static string? FileObstacle(string path, bool needsRight)
    {
        if (!File.Exists(path))
            return $"{path} does not exist";
        return needsRight && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) == 0
            ? $"{path} is not executable"
            : null;
    }

    // How our own lines name the root.
    [GeneratedRegex(@"\$\{CLAUDE_PROJECT_DIR(?::-\.)?\}|\$CLAUDE_PROJECT_DIR\b|\$\(git rev-parse --show-toplevel(?: \|\| pwd)?\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Root();

    [GeneratedRegex(@"\|\||;", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|[^\s"'])+""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
