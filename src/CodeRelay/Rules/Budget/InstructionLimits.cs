using System.Globalization;
using System.Text.RegularExpressions;
using CodeRelay.Git;

namespace CodeRelay.Rules.Budget;

/// <summary>The size limits of agent runtimes for instruction files.</summary>
internal static partial class InstructionLimits
{
    /// <summary>Claude Code warns above this number of characters per file, imports included.</summary>
    public const int ClaudeCharacters = 40_000;

    // project_doc_max_bytes: one limit for the files from the root down to the working directory, root first, truncated silently.
    private const int CodexBytes = 32 * 1024;

    private const string CodexConfiguration = ".codex/config.toml";

    private static readonly string[] CodexNames = ["AGENTS.override.md", "AGENTS.md"];

    /// <summary>The maximum bytes that Codex reads of a chain.</summary>
    public static int OfCodex(Repository repository) =>
        repository.ReadText(CodexConfiguration) is { } text && Limit().Match(text.Content) is { Success: true } match
        && int.TryParse(match.Groups["bytes"].Value.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : CodexBytes;

    /// <summary>The files that Codex reads for a directory, from the root down, with their sizes in bytes.</summary>
    /// <param name="repository">The repository that contains the files.</param>
    /// <param name="directory">Relative to the root with '/', empty for the root.</param>
    public static IReadOnlyList<(string Path, long Bytes)> CodexChain(Repository repository, string directory)
    {
        var chain = new List<(string, long)>();
        var segments = directory.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var depth = 0; depth <= segments.Length; depth++)
        {
            var prefix = string.Concat(segments.Take(depth).Select(segment => segment + "/"));
            foreach (var name in CodexNames)
            {
                if (repository.ReadText(prefix + name) is not { ByteCount: > 0 } text)
                    continue;
                chain.Add((prefix + name, text.ByteCount));
                break;
            }
        }

        return chain;
    }

    [GeneratedRegex(@"^\s*project_doc_max_bytes\s*=\s*(?<bytes>[0-9_]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Limit();
}
