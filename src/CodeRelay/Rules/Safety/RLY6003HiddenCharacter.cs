using System.Globalization;
using System.Text;
using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Safety;

/// <summary>The text contains characters that programs read but people do not see, or bytes that are not text.</summary>
internal sealed class RLY6003HiddenCharacter : DocumentRule
{
    // A binary file has millions; the first ones are enough.
    private const int MostFindings = 50;

    public override RuleInfo Info { get; } = new("RLY6003", "hidden-character", Severity.Warning, "the text contains hidden or control characters, or bytes that are not UTF-8")
    {
        Fix = FixSafety.Safe,
    };

    protected override void Check(Document document, RuleContext context)
    {
        if (!document.Text.IsValidUtf8)
            ReportEncoding(document, context);
        var lastLine = 0;
        foreach (var match in HiddenCharacters.Find(document.Text.Content).Where(match => IsFirstOfLine(document, match, ref lastLine)).Take(MostFindings))
        {
            var line = document.Text.Position(match.Start).Line;
            var all = HiddenCharacters.Find(document.Text.Line(line).ToString()).ToArray();
            var start = document.Text.LineStart(line);
            var names = string.Join(", ", all.Select(each => each.What).Distinct().Take(3));
            context.Report(this, document, start + all[0].Start, start + all[^1].Start + all[^1].Length, $"the line contains hidden characters, which people do not see and agents read: {names}; remove them", fix: Removal(document, all.Select(each => (start + each.Start, each.Length))));
        }
    }

    private static bool IsFirstOfLine(Document document, HiddenMatch match, ref int lastLine)
    {
        var line = document.Text.Position(match.Start).Line;
        var isFirst = line != lastLine;
        lastLine = line;
        return isFirst;
    }

    private static Fix Removal(Document document, IEnumerable<(int Start, int Length)> stretches) =>
        new("remove the hidden characters", FixSafety.Safe, [.. stretches.Select(each => new TextEdit(document.Path, each.Start, each.Length, ""))]);

    private void ReportEncoding(Document document, RuleContext context)
    {
        var at = Math.Max(0, document.Text.Content.IndexOf('\uFFFD', StringComparison.Ordinal));
        var length = document.Text.Content.Length > 0 ? 1 : 0;
        context.Report(this, document, at, at + length, document.Text.HasByteOrderMark ? "the file is UTF-16, but tools expect UTF-8; save it as UTF-8" : "the file contains bytes that are not UTF-8; save it as UTF-8");
    }
}

/// <summary>A run of hidden characters.</summary>
/// <param name="Start">UTF-16 offset of the first.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="What">The first character: "U+202E (bidirectional control)".</param>
internal readonly record struct HiddenMatch(int Start, int Length, string What);

/// <summary>
/// Finds bidirectional controls, zero-width characters, tag characters and control bytes. Skips the joiners in emoji and in scripts that need
/// them, the marks in right-to-left text, and variation selectors after a character with variants.
/// </summary>
internal static class HiddenCharacters
{
    public static IEnumerable<HiddenMatch> Find(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = LengthAt(text, at);
            if (text[at] is >= ' ' and < '\u007F' or '\t' or '\n' or '\r' || Name(text, at) is not { } name)
            {
                at += length;
                continue;
            }

            var end = at + length;
            while (end < text.Length && text[end] is not (>= ' ' and < '\u007F' or '\t' or '\n' or '\r') && Name(text, end) is not null)
                end += LengthAt(text, end);
            yield return new(at, end - at, name);
            at = end;
        }
    }

    /// <summary>The text without hidden characters.</summary>
    public static string Remove(string text)
    {
        var visible = new StringBuilder(text.Length);
        var from = 0;
        foreach (var match in Find(text))
        {
            visible.Append(text, from, match.Start - from);
            from = match.Start + match.Length;
        }

        return visible.Append(text, from, text.Length - from).ToString();
    }

    private static int LengthAt(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private static string? Name(string text, int at)
    {
        var code = LengthAt(text, at) == 2 ? char.ConvertToUtf32(text, at) : text[at];
        var kind = code switch
        {
            < 0x20 or (>= 0x7F and < 0xA0) => "control character",
            0x00AD => "soft hyphen",
            (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => "bidirectional control",
            0x061C or 0x200E or 0x200F => IsRightToLeftNear(text, at) ? null : "bidirectional mark",
            0x200B or 0x2060 or 0xFEFF or 0x180E or (>= 0x2061 and <= 0x2064) => "zero-width character",
            0x200C or 0x200D => IsJoinerNeeded(text, at) ? null : "zero-width joiner",
            0x2028 or 0x2029 => "invisible line break",
            0x115F or 0x1160 or 0x3164 or 0xFFA0 => "invisible filler",
            >= 0xFFF9 and <= 0xFFFB => "annotation mark",
            (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => IsVariable(text, at) ? null : "variation selector",
            >= 0xE0000 and <= 0xE007F => IsFlag(text, at) ? null : "tag character",
            _ => null,
        };
        return kind is null ? null : $"U+{code:X4} ({kind})";
    }

    private static Rune? Before(string text, int at) => at > 0 && Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;

    private static Rune? After(string text, int at) => at + 1 < text.Length && Rune.DecodeFromUtf16(text.AsSpan(at + 1), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;

    // Between parts of one emoji, or next to letters of a joining script.
    private static bool IsJoinerNeeded(string text, int at) =>
        Before(text, at) is { } before && (IsJoining(before.Value) || IsEmoji(before.Value) && After(text, at) is { } after && IsEmoji(after.Value));

    // Arabic, Syriac, N'Ko, the Indic scripts, Mongolian.
    private static bool IsJoining(int code) => code is (>= 0x0600 and <= 0x08FF) or (>= 0x0900 and <= 0x0DFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x18AF) or (>= 0xFB50 and <= 0xFDFF);

    private static bool IsEmoji(int code) => code is (>= 0x2000 and <= 0x2BFF) or (>= 0x1F000 and <= 0x1FAFF) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0020 and <= 0xE007F) or 0x3030 or 0x303D or 0x3297 or 0x3299;

    // Emoji, keycaps, symbols, and Han characters have variants.
    private static bool IsVariable(string text, int at) =>
        Before(text, at) is { } before && (IsEmoji(before.Value) || before.Value is '#' or '*' or 0xA9 or 0xAE or (>= '0' and <= '9') or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF) or (>= 0x1800 and <= 0x18AF) || Rune.GetUnicodeCategory(before) is UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol);

    // The flags of England, Scotland and Wales: a black flag, letters as tags, a closing tag.
    private static bool IsFlag(string text, int at)
    {
        const int LongestFlag = 8;
        for (var step = 0; step < LongestFlag && at >= 2; step++, at -= 2)
        {
            if (Before(text, at) is not { } before)
                return false;
            if (before.Value == 0x1F3F4)
                return true;
            if (before.Value is < 0xE0020 or > 0xE007F)
                return false;
        }

        return false;
    }

    private static bool IsRightToLeftNear(string text, int at)
    {
        const int Reach = 40;
        foreach (var c in text.AsSpan(Math.Max(0, at - Reach), Math.Min(text.Length, at + Reach) - Math.Max(0, at - Reach)))
        {
            if (c is (>= '\u0590' and <= '\u08FF' and not '\u061C') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC'))
                return true;
        }

        return false;
    }
}
