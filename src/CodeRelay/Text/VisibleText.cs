using System.Globalization;
using System.Text;

namespace CodeRelay.Text;

/// <summary>
/// Makes text of untrusted files safe to print: characters that control a terminal or hide text (control, format and bidirectional
/// characters), and commands that a CI service would execute from its log, are shown as &lt;U+001B&gt;.
/// </summary>
internal static class VisibleText
{
    /// <summary>The text on one line: line breaks and tabs become a space.</summary>
    public static string OfLine(string text)
    {
        var visible = new StringBuilder(text.Length);
        var line = text.ReplaceLineEndings(" ").Replace('\t', ' ').AsSpan();
        for (var i = 0; i < line.Length;)
        {
            visible.Append(First(line[i..], isLineStart: i == 0, out var length).Text);
            i += length;
        }

        return visible.ToString();
    }

    /// <summary>The printed form of a text's first character, and its width in terminal cells.</summary>
    /// <param name="text">Not empty.</param>
    /// <param name="isLineStart">True at the start of a line.</param>
    /// <param name="length">The character's length in UTF-16 units.</param>
    internal static (string Text, int Cells) First(ReadOnlySpan<char> text, bool isLineStart, out int length)
    {
        Rune.DecodeFromUtf16(text, out var rune, out length);
        if (!NeedsEscape(rune) && !IsCommand(text, isLineStart))
            return (rune.ToString(), Cells(rune));
        var escaped = Escape(rune);
        return (escaped, escaped.Length);
    }

    // Azure Pipelines executes ##vso[ and GitHub Actions ##[ anywhere in a line, GitHub Actions :: only at its start.
    private static bool IsCommand(ReadOnlySpan<char> text, bool isLineStart) =>
        text.StartsWith("##[") || text.StartsWith("##vso[", StringComparison.OrdinalIgnoreCase) || isLineStart && text.StartsWith("::");

    private static string Escape(Rune rune) => $"<U+{rune.Value:X4}>";

    private static bool NeedsEscape(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static int Cells(Rune rune)
    {
        if (rune.IsAscii)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return 0;
        return IsWide(rune.Value) ? 2 : 1;
    }

    // The wide and full-width blocks of Unicode's East Asian Width property, and the pictograph blocks that terminals draw wide.
    private static bool IsWide(int value) => value is
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0x303E or >= 0x3041 and <= 0xA4CF or >= 0xA960 and <= 0xA97C
        or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF01 and <= 0xFF60
        or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1F64F or >= 0x1F680 and <= 0x1F6FF or >= 0x1F900 and <= 0x1F9FF
        or >= 0x1FA70 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD
        or 0x231A or 0x231B or 0x23F0 or 0x23F3 or 0x26A1 or 0x26D4 or 0x2705 or 0x2728 or 0x274C or 0x274E or 0x2753 or 0x2757 or 0x2B50 or 0x2B55;
}
