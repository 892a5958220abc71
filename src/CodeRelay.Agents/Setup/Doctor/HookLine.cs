using System.Text.RegularExpressions;
using CodeRelay.Agents.Runtimes.Settings;
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
        foreach (var words in Alternatives(line, root))
        {
            if (Obstacle(words, root, searchPath, out var runs) is not { } obstacle)
                return (obstacles, runs);
            obstacles.Add(obstacle);
        }

        return (obstacles, null);
    }

    /// <summary>The files that the alternatives of a line name, by their full paths, and whether one has to be executable to start.</summary>
    /// <inheritdoc cref="Follow"/>
    public static IEnumerable<(string Path, bool NeedsRight)> Files(string line, string root)
    {
        foreach (var words in Alternatives(line, root))
        {
            if (IsPath(words[0]))
                yield return (FullPath(words[0], root), true);
            else if (Script(words) is { } script)
                yield return (FullPath(script, root), false);
        }
    }

    /// <summary>Why a file cannot start, or null when it can.</summary>
    public static string? Obstacle(string path, bool needsRight)
    {
        if (!File.Exists(path))
            return "does not exist";
        return needsRight && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) == 0
            ? "is not executable"
            : null;
    }

    /// <summary>Tells whether a script was written by an installation of ours.</summary>
    public static bool IsOurs(string path) => RegularFile.ReadBytes(path) is { } content && CompanionFile.IsOurs(content);

    private static IEnumerable<string[]> Alternatives(string line, string root) =>
        from alternative in Separator().Split(Root().Replace(line, root.Replace("$", "$$", StringComparison.Ordinal)))
        let words = Word().Matches(alternative).Select(match => Unquote(match.Value)).Where(word => word is not "&").ToArray()
        where words is not ([] or ["exit", ..])
        select words;

    private static string? Obstacle(string[] words, string root, string searchPath, out string runs)
    {
        runs = words[0];
        if (IsPath(words[0]))
            return FileObstacle(runs = FullPath(words[0], root), needsRight: true);
        if (ExecutableFinder.Find(words[0], searchPath) is not { } program)
            return $"'{words[0]}' is not on PATH";
        runs = program;
        return Script(words) is { } script ? FileObstacle(runs = FullPath(script, root), needsRight: false) : null;
    }

    private static string? FileObstacle(string path, bool needsRight) => Obstacle(path, needsRight) is { } obstacle ? $"{path} {obstacle}" : null;

    // Quotes may stand around a part of a word only.
    private static string Unquote(string word) => word.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);

    private static bool IsPath(string word) => word.AsSpan().ContainsAny('/', '\\');

    // What a shell or interpreter is given to run.
    private static string? Script(string[] words) => Array.Find(words[1..], word => ScriptExtensions.Contains(Path.GetExtension(word), StringComparer.OrdinalIgnoreCase));

    private static string FullPath(string word, string root) => Path.GetFullPath(word.Replace('\\', Path.DirectorySeparatorChar), root);

    // How our own lines name the root.
    [GeneratedRegex(@"\$\{CLAUDE_PROJECT_DIR(?::-\.)?\}|\$CLAUDE_PROJECT_DIR\b|\$\(git rev-parse --show-toplevel(?: \|\| pwd)?\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Root();

    [GeneratedRegex(@"\|\||;", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|[^\s"'])+""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
