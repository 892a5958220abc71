namespace CodeRelay.Evidence;

/// <summary>Recognises text that a program printed.</summary>
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

    /// <summary>True when most lines begin with a time, or are a stack trace or a test or build program's output.</summary>
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
