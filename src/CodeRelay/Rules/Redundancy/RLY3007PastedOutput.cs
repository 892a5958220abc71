using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A diff, a log or a block of code that was pasted into the packet.</summary>
internal sealed class RLY3007PastedOutput : RedundancyRule
{
    // A short error may be exactly what the next session needs.
    private const int ShortestLog = 9;
    private const int ShortestDiff = 4;

    // Commands are for the reader to run; RLY3004 covers those that other documents contain.
    private static readonly HashSet<string> Shells = new(StringComparer.OrdinalIgnoreCase) { "bash", "sh", "shell", "zsh", "fish", "console", "powershell", "pwsh", "ps1", "cmd", "bat", "text", "txt", "markdown", "md" };

    public override RuleInfo Info { get; } = new("RLY3007", "pasted-output", Severity.Warning, "the text pastes a diff, a log or source code instead of naming it")
    {
        Fix = FixSafety.Unsafe,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        var fences = document.Blocks.Where(block => block.Kind == BlockKind.Fence && !taken.Contains(block)).Select(block => (Block: block, Lines: LinesOf(block))).ToArray();
        var code = fences.Where(fence => IsCode(fence.Block) && !PacketReading.Of(context).Protects(fence.Block)).Select(fence => fence.Lines).ToArray();
        var sources = code.Length > 0 ? new SourceLines(context.Repository, code) : null;
        foreach (var (block, lines) in fences)
        {
            if (lines.Length >= ShortestDiff && (block.Info.StartsWith("diff", StringComparison.Ordinal) || PastedText.IsDiff(lines)))
                yield return new(block, [new(EvidenceKind.Worktree, "git diff", $"a diff of {lines.Length} lines, which git can print; name the commit or the files instead")]);
            else if (lines.Length >= ShortestLog && PastedText.IsLog(lines))
                yield return new(block, [new(EvidenceKind.Worktree, "log", $"{lines.Length} lines of program output; keep the command and the line that matters")]);
            else if (code.Contains(lines) && sources?.Find(lines) is { } source)
                yield return new(block, [new(EvidenceKind.Path, source.Reference, source.Text)]);
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) =>
        string.Join("; ", run.SelectMany(found => found.Evidence).Select(item => item.Kind == EvidenceKind.Path ? $"the text pastes source code ({item.Text[..item.Text.IndexOf(" lines", StringComparison.Ordinal)]} lines are in {item.Reference}); name the file and the line instead" : $"the text pastes {item.Text}"));

    private static string[] LinesOf(Block fence) => [.. fence.Text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];

    private static bool IsCode(Block fence) => !fence.Info.StartsWith("diff", StringComparison.Ordinal) && !Shells.Contains(fence.Info);
}

/// <summary>Recognises the output of programs.</summary>
internal static class PastedText
{
    private static readonly string[] LogWords = ["[info]", "[warn]", "[error]", "[debug]", " info ", " warn ", " error ", " debug ", "npm err!", "npm warn", "traceback (most recent", "error ts", "error cs", "exception:", "--- fail", "=== run", "--- pass", "passed!", "failed!"];

    /// <summary>True for a unified diff: hunk headers, or mostly lines that begin with + or -.</summary>
    public static bool IsDiff(IReadOnlyList<string> lines)
    {
        if (lines.Any(line => line.StartsWith("diff --git ", StringComparison.Ordinal) || IsHunk(line)))
            return true;
        var added = lines.Count(line => line is ['+', not '+', ..]);
        var removed = lines.Count(line => line is ['-', not '-' and not ' ', ..] or ['-', ' ', ' ', ..]);
        return added > 0 && removed > 0 && (added + removed) * 2 > lines.Count;
    }

    /// <summary>True when most lines begin with a time, or come from a stack trace, a test run or a build.</summary>
    public static bool IsLog(IReadOnlyList<string> lines) => lines.Count(IsLogLine) * 2 > lines.Count;

    private static bool IsHunk(string line) => line.StartsWith("@@ -", StringComparison.Ordinal) && line.AsSpan(4).Contains(" @@", StringComparison.Ordinal);

    private static bool IsLogLine(string line)
    {
        var text = line.AsSpan().Trim();
        return StartsWithTime(text) || IsFrame(text) || LogWords.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)) || text is ['✓' or '✔' or '✗' or '✘' or '×', ' ', ..];
    }

    // 2026-01-31 10:11:12, [10:11:12], 2026-01-31T10:11
    private static bool StartsWithTime(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("[(");
        var digits = 0;
        var colons = 0;
        for (var i = 0; i < Math.Min(text.Length, 24); i++)
        {
            if (char.IsAsciiDigit(text[i]))
                digits++;
            else if (text[i] == ':' && i > 0 && char.IsAsciiDigit(text[i - 1]))
                colons++;
            else if (text[i] is not ('-' or '/' or '.' or ',' or 'T' or ' ' or '+' or 'Z'))
                break;
        }

        return digits >= 4 && colons >= 1;
    }

    // "at App.Main() in Program.cs:line 3", "  File "x.py", line 3", "goroutine 1 [running]"
    private static bool IsFrame(ReadOnlySpan<char> text) =>
        text.StartsWith("at ") && text.IndexOfAny('(', ':') > 0 || text.StartsWith("File \"") && text.Contains(", line ", StringComparison.Ordinal) || text.StartsWith("goroutine ");
}
