using System.Text.RegularExpressions;
using CodeRelay.Text;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>The line that imports AGENTS.md into CLAUDE.md: with a CLAUDE.md, Claude Code does not read AGENTS.md on its own.</summary>
internal static partial class ClaudeImport
{
    /// <summary>Appends the import unless the file has it.</summary>
    /// <param name="existing">The user's CLAUDE.md.</param>
    /// <param name="import">CodeRelay's CLAUDE.md, which contains only the import.</param>
    /// <exception cref="ScaffoldException">The file is not text.</exception>
    public static byte[] Merge(byte[] existing, string import)
    {
        var text = new ByteText(existing);
        if (!text.IsEditable)
            throw new ScaffoldException("CLAUDE.md is not UTF-8 text, so the import of AGENTS.md cannot be added; save it as UTF-8");
        return IsImported(text) ? existing : text.Append(import);
    }

    // An import inside a code span or fence is text.
    private static bool IsImported(ByteText text)
    {
        string? fence = null;
        foreach (var (_, line) in text.Lines())
        {
            var trimmed = line.Trim();
            if (fence is null && Fence().Match(trimmed) is { Success: true } opening)
                fence = opening.Value;
            else if (fence is not null && trimmed.StartsWith(fence, StringComparison.Ordinal))
                fence = null;
            else if (fence is null && Import().IsMatch(CodeSpan().Replace(line, "")))
                return true;
        }

        return false;
    }

    [GeneratedRegex("^(`{3,}|~{3,})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"(^|\s)@(\./)?AGENTS\.md(?![\w./-])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();
}
