using System.Text.RegularExpressions;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>
/// Recognizes hook commands of CodeRelay in any path, shell or form, and those of the two shell hooks that it replaces
/// (grepcoffee/coderelay).
/// </summary>
internal static partial class OwnCommand
{
    public static bool Matches(string command) =>
        Command().IsMatch(command) || Script().IsMatch(command) || IsInlineFiveMinuteRule(command);

    // The settings file contains the whole rule: search, age and answer in one shell line.
    private static bool IsInlineFiveMinuteRule(string command) =>
        new[] { "HANDOFF.md", "-maxdepth 3", "stat -f %m", "-gt 300" }.All(part => command.Contains(part, StringComparison.Ordinal));

    [GeneratedRegex(@"(?:^|[\s""'/\\;&|(])(?:coderelay(?:\.exe|\.cmd)?|CodeRelay\.(?:Tool|Cli\.dll))[""']?\s+(?:--\s+)?hook\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"(?:^|[\s""'/\\])(?:coderelay-(?:hook|stop)\.(?:sh|ps1)|\.codex[/\\]hooks[/\\]stop_handoff_check\.sh)(?:$|[\s""'])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();
}
